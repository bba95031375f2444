"""The words that pages, not articles, are made of.

Each pattern is a list of alternatives, one a line. None decides alone: furniture.py weighs them
together with a line's length, form and place.
"""

from __future__ import annotations

import re


def _vocabulary(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _any_of(alternatives: str, *, before: str = "", after: str = "") -> re.Pattern[str]:
    joined = "|".join(line.strip() for line in alternatives.strip().splitlines())
    return re.compile(f"{before}(?:{joined}){after}", re.IGNORECASE)


# A line all of whose words are in these two, with one of the first, is a label or a button.
STRONG = _vocabulary(
    """ad ads advert advertise advertisement advertisements sponsored promoted newsletter
    newsletters subscribe subscriber subscribers subscription signup unsubscribe cookie cookies
    login logout register comment comments reply replies tweet retweet whatsapp facebook twitter
    instagram linkedin reddit telegram pinterest tiktok youtube flipboard email share shares related
    recommended trending slideshow bookmark print permalink paywall inbox loading captcha rss
    copyright sitemap breadcrumb slideshows recirculation enlarge"""
)
WEAK = _vocabulary(
    """a an the to of on for in and or & by with from at as is are be not no you your our us my we
    it this that these here now more all any please enter type name story stories article articles
    post posts video videos photo photos image images picture pictures audio news content topic
    topics coverage continue continued continues below above read reading click tap press view show
    see add leave write send submit get manage daily weekly free account password address link links
    copy save saved like likes follow following followers join next previous prev latest top most
    popular may might also interested find out up down accept reject settings preferences policy
    privacy terms close open menu search home page site website app download watch listen live play
    pause mute via plus min mins minute minutes hour hours day days ago used use uses only required
    field fields invalid valid conversation discussion discussions updates update alerts time views
    notifications breaking edition digital online today visit verify robot caption hide toggle do
    source credit gallery section sections sign log back skip main full screen options later me
    older newer navigation picks editor editors sell personal information contact about got say have
    first channel report typo error mistake powered enlarge must been will published marked i"""
)
PHRASES = _any_of(
    r"""(?:read|see|watch|learn|show|load|view) more
    click (?:here|to)
    (?:sign|log)(?:ed|ing)?[ -]?(?:up|in)
    (?:read|up|watch|play) next
    more (?:from|on this|stories|news|in)
    you (?:may|might)(?: also)?(?: be)? (?:like|interested)
    story continue[sd]?
    continue[sd]?(?: reading)? (?:below|the main story)
    continue reading
    (?:hide|toggle) (?:caption|navigation)
    skip to
    back to top
    privacy policy
    terms of (?:use|service)
    all (?:news|stories|rights reserved)
    (?:top|latest|more|breaking) (?:stories|news)
    most (?:read|popular|viewed)
    image (?:source|copyright)
    enter your
    (?:leave|write|post|add) an? (?:comment|reply)
    view (?:all|gallery)
    get the app
    \d+ min(?:ute)?s? read
    reading time
    (?:previous|next|older|newer) (?:post|article|story|page)
    copy link
    save for later
    (?:about|contact) us
    editor['’]?s['’]? picks
    listen to this
    like this\W*$
    i accept
    got it
    have your say
    report an? (?:typo|error|mistake)
    do not sell
    powered by""",
    before=r"\b",
    after=r"(?!\w)",
)
# A call begins by telling the reader what to do, or by speaking of the page or of its makers ...
CALL = _any_of(
    r"""sign|subscribe|follow|click|tap|join|download|get|read|watch|listen|share|tweet|like|support
    register|log|enter|enable|verify|become|donate|check|visit|contact|reach|email|e-mail|send|stay
    want|need|got|have|help|don['’]t miss|do not|keep|learn|see|discover|try|find|view|leave|write
    start|save|manage|unlock|tell us|be the first|be respectful|thank you|thanks for|already a
    what do you think|not a subscriber|new here|by (?:signing|subscribing|clicking|continuing|using)
    if you (?:like|liked|enjoyed|would like|have)|would you like|you (?:can|may|must|need|have|are)
    your (?:email|privacy)|we (?:use|['’]ve|have|will|value|may|noticed|need)|we['’](?:ve|ll|d)
    our (?:site|website|newsletter|privacy|free|app)|these articles are|cookies|all rights|copyright
    (?:this|the) (?:site|website|page|newsletter|video|comment)
    (?:all )?comments? (?:are|is|have|will)
    the (?:views|opinions) expressed|editor['’]s note|©|\(c\)""",
    before=r"(?:[\W_]|\b(?:please|just|so|and|to)\b)*",
    after=r"\b",
)
# ... and names what only a page asks for.
ASKED = _any_of(
    r"""\bnewsletters?\b
    \bsubscri(?:be|ber|bers|bing|ption|ptions)\b
    \bsign(?:ing)?[ -]?(?:up|in)\b
    \blog(?:ging)? ?in\b
    \binbox\b
    \bcookies?\b
    \bjavascript\b
    \bprivacy (?:policy|notice)\b
    \bpersonal information\b
    \bclick(?:ing)?\b
    \bterms (?:of|and)\b
    \b(?:our|the|this|your) (?:\w+ )?(?:app|apps|podcast|podcasts)\b
    \b(?:our|youtube|telegram|whatsapp) (?:\w+ )?channel\b
    \be-?mail address\b
    \b(?:on|join us on|our) (?:facebook|twitter|instagram|whatsapp|telegram)\b
    \b(?:on|join us on|our) (?:tiktok|youtube|linkedin)\b
    \bon (?:x and )?threads\b
    \bfollow (?:us|him|her|them|me|on|@)
    (?:^|\s)@\w+
    \S@\S+\.\w
    \byour (?:name|comment|comments|email|e-mail|browser|preferences|feed|news feed)\b
    \bad-?(?:free|blocker)\b
    \b(?:independent|local|our) journalism\b
    \bfree trial\b
    \bdonat(?:e|ion)\b
    \bmoderat(?:ed|ion)\b
    \bfacebook\.com/
    \bcomment(?:ing)? (?:form|policy|section|below)\b
    \bin the comments\b
    \bto comment\b
    \bnews tip\b
    \ball rights reserved\b
    \breprint permission\b
    \bvoter guide\b
    \btext alerts?\b
    \b(?:views|opinions) expressed\b"""
)
REPORTED = _any_of(
    r"""\b(?:said|says|told|according to|reported|wrote|announced|added|argued)\b
    ^[\"“]"""
)
# What of it is a sign even between two paragraphs of an article.
NOTICED = _any_of(
    r"""\b(?:our|free|daily|weekly|morning|the|'s|’s) (?:[\w'’-]+ ){0,5}newsletters?\b
    ^\W*subscribe\b
    \binbox\b
    ^\W*follow (?:us|@|.{0,60}@)
    \buses? cookies\b
    \baccept (?:all )?cookies\b
    \bcookie (?:policy|settings)\b
    ^\W*(?:sign|log)[ -]?(?:up|in)\b
    \bclick here\b
    \byou agree to\b
    \ball rights reserved\b
    \bour (?:\w+ )?app\b
    \bour (?:youtube|telegram|whatsapp) channel\b
    \byour (?:comment|name|browser)\b
    \byour email address will\b
    \bjavascript to\b
    \bin the comments\b
    \bto comment$
    ^\W*all comments are\b
    \b(?:followers|join us|like us|find us) on \w+\b
    ^\W*already a\b
    \bsupport(?:ing)? (?:our|local|independent)\b
    \bad-free\b"""
)
RIGHTS = _any_of(
    r"""^(?:copyright\b|©|\(c\)\s)
    \ball rights reserved\b
    \bmay not be (?:published|reproduced)\b"""
)
PROMOTED = _any_of(
    r"""read|read more|read also|also read|read next|see also|see more|more|related|watch|listen
    video|photos?|gallery|story|don['’]t miss|in pictures|recommended|learn more|must read
    check out|click
    up next|full coverage""",
    after=r"(?: here| now)?\s*[:|»›>–—]\s*\S",
)
FILED = _any_of(
    r"""(?:tags?|topics?|related topics?|filed under|categor(?:y|ies)|keywords)\s*[:|]\s*\S
    (?:this entry was )?posted (?:in|by|on) .{0,80}(?:\||tagged|by |$)
    (?:page )?views?\s*[:|]\s*[\d,.]+[km]?$
    reading time\s*[:|]"""
)
CREDIT = _any_of(
    r"""(?:image|photo|picture|video|media|file)s? (?:source|copyright|credit|by|courtesy)\b.{0,50}
    (?:image|photo|picture|credit|file photo)s?\s*:\s*.{0,40}
    file photo
    .{0,60}/\s?(?:getty images|reuters|ap|afp|epa)(?:/.{0,30})?
    (?:getty images|ap photo|afp)\b.{0,40}
    (?:additional )?(?:reporting|writing|editing|writing and editing) by\b.{0,100}
    contributing: .{0,100}""",
    before=r"\(?",
    after=r"\)?",
)
INVITED = _any_of(
    r"""\b(?:reach|follow|contact|e-?mail|tweet|write|twitter)(?: out)?(?: to)? (?:him|her|them)\b
    \b(?:reach|follow|contact|e-?mail|tweet|write|twitter)(?: to)? (?:me|us|on|at)\b
    \b(?:reach|follow|contact|e-?mail)(?: out to)? the (?:author|reporter|writer)\b
    \b(?:reach|follow|contact|e-?mail|write)(?: to)? (?-i:[A-Z][\w'’-]+ [A-Z])
    \bcan be (?:reached|contacted|followed)\b"""
)
