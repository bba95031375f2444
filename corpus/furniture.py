"""Lines that belong to a page, not to its article: labels, buttons, forms, notices, promotion.

Told by small vocabularies together with a line's shape and position, not by whole strings.
"""

from __future__ import annotations

import re

from corpus.lines import ends_sentence, unglue


def _vocabulary(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A line all of whose words are in these two, with one of the first, is a label or a button.
_STRONG = _vocabulary(
    """ad ads advert advertise advertisement advertisements sponsored newsletter newsletters
    subscribe subscriber subscribers subscription signup unsubscribe cookie cookies login logout
    register comment comments reply replies tweet retweet whatsapp facebook twitter instagram
    linkedin reddit telegram pinterest tiktok youtube flipboard email share shares related
    recommended trending slideshow bookmark print permalink paywall inbox loading captcha rss
    copyright sitemap breadcrumb slideshows recirculation enlarge"""
)
_WEAK = _vocabulary(
    """a an the to of on for in and or & by with from at as is are be not no you your our us my we
    it this that these here now more all any please enter type name story stories article articles
    post posts video videos photo photos image images picture pictures audio news content topic
    topics coverage continue continued continues below above read reading click tap press view show
    see add leave write send submit get manage daily weekly free account password address link links
    copy save saved like likes follow following followers join next previous prev latest top most
    popular may might also interested find out up down accept reject settings preferences policy
    privacy terms close open menu search home page site website app download watch listen live play
    pause mute via plus min mins minute minutes hour hours day days ago used use uses only required
    field fields invalid valid conversation discussion discussions updates update alerts
    notifications breaking edition digital online today visit verify robot caption hide toggle
    source credit gallery section sections sign log back skip main full screen options"""
)
_PHRASES = re.compile(
    r"\b(?:read|see|watch|learn|show|load|view) more\b|\bclick (?:here|to)\b|\b(?:sign|log)(?:ed"
    r"|ing)?"
    r"[ -]?(?:up|in)\b|\b(?:read|up|watch|play) next\b|\bmore (?:from|on this|stories|news|in)\b"
    r"|\byou (?:may|might)(?: also)? (?:like|be interested)\b|\bstory continue[sd]?\b"
    r"|\bcontinue[sd]?(?: reading)? (?:below|the main story)\b|\b(?:hide|toggle) caption\b"
    r"|\bcontinue reading\b|\bskip to\b|\bback to top\b|\bprivacy policy\b|\bterms of (?:use"
    r"|service)\b"
    r"|\ball (?:news|stories|rights reserved)\b|\b(?:top|latest|more) (?:stories|news)\b"
    r"|\bmost (?:read|popular|viewed)\b|\bimage (?:source|copyright)\b|\benter your\b"
    r"|\b(?:leave|write|post|add) an? (?:comment|reply)\b|\bview (?:all|gallery)\b|\bget the app\b",
)
_TOKEN = re.compile(r"[@#]\w+|[^\W\d_]+(?:['’][^\W\d_]+)?|&|\d+")
_LABEL_WORDS = 14

# A call begins by telling the reader what to do, or by speaking of the page or of its makers ...
_CALL = re.compile(
    r"(?:[\W_]|\b(?:please|just|so|and|to)\b)*(?:sign|subscribe|follow|click|tap|join|download|get"
    r"|read|watch"
    r"|listen|share|tweet|like|support|register|log|enter|verify|become|donate|check|visit|contact"
    r"|reach|email|e-mail|send|stay|want|need|got|have|help|don['’]t miss|keep|learn|see|discover"
    r"|try"
    r"|find|view|leave|write|start|save|manage|unlock|thank you|thanks for|be the first|already a"
    r"|not a subscriber|new here|by (?:signing|subscribing|clicking|continuing|using)"
    r"|if you (?:like|liked"
    r"|enjoyed|would like|have)|would you like|you (?:can|may|must|need|have|are)|your (?:email"
    r"|privacy)"
    r"|we (?:use|['’]ve|have|will|value|may|noticed|need)|we['’](?:ve|ll|d)|our (?:site|website"
    r"|newsletter"
    r"|privacy|free|app)|(?:this|the) (?:site|website|page|newsletter|video|comment)"
    r"|these articles are"
    r"|comments? (?:are|is|have|will)|cookies|all rights|copyright|©|\(c\)|editor['’]s note)\b",
    re.IGNORECASE,
)
# ... and names what only a page asks for.
_ASKED = re.compile(
    r"\bnewsletters?\b|\bsubscri(?:be|ber|bers|bing|ption|ptions)\b|\bsign(?:ing)?[ -]?(?:up|in)\b"
    r"|\blog(?:ging)? ?in\b|\binbox\b|\bcookies?\b|\bprivacy (?:policy|notice)\b|\bclick(?:ing)?\b"
    r"|\bterms (?:of|and)\b|\b(?:our|the|this|your) (?:\w+ )?(?:app|apps|podcast|podcasts)\b"
    r"|\be-?mail address\b"
    r"|\b(?:on|join us on|our) (?:facebook|twitter|instagram|whatsapp|telegram|tiktok|youtube"
    r"|linkedin"
    r"|x and threads|threads)\b|\bfollow (?:us|him|her|them|me|on|@)|(?:^|\s)@\w+|\S@\S+\.\w"
    r"|\byour (?:name|comment|comments|email|e-mail|browser|preferences|feed|news feed)\b"
    r"|\bad-?(?:free|blocker)\b|\b(?:independent|local|our) journalism\b|\bfree trial\b"
    r"|\bdonat(?:e|ion)\b"
    r"|\bmoderat(?:ed|ion)\b|\bfacebook\.com/|\bcomment(?:ing)? (?:form|policy|section|below)\b"
    r"|\ball rights reserved\b|\breprint permission\b|\bvoter guide\b|\btext alerts?\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|according to|reported|wrote|announced|added|argued)\b|^[\"“]",
    re.IGNORECASE,
)
# What of it is a sign even between two paragraphs of an article.
_NOTICED = re.compile(
    r"\b(?:our|free|daily|weekly|morning|the|'s|’s) (?:[\w'’-]+ ){0,5}newsletters?\b"
    r"|^\W*subscribe\b|\binbox\b"
    r"|^\W*follow (?:us|@|.{0,60}@)|\buses? cookies\b|\baccept (?:all )?cookies\b"
    r"|\bcookie (?:policy|settings)\b"
    r"|^\W*(?:sign|log)[ -]?(?:up|in)\b|\bclick here\b|\byou agree to\b|\ball rights reserved\b"
    r"|\bour (?:\w+ )?app\b"
    r"|\byour (?:comment|name|browser)\b|\b(?:followers|join us|like us|find us) on \w+\b"
    r"|^\W*already a\b"
    r"|\bsupport(?:ing)? (?:our|local|independent)\b|\bad-free\b",
    re.IGNORECASE,
)
_CALL_WORDS = 70
_RIGHTS = re.compile(
    r"^(?:copyright\b|©|\(c\)\s)|\ball rights reserved\b|\bmay not be (?:published|reproduced)\b",
    re.IGNORECASE,
)
_PROMOTED = re.compile(
    r"(?:read|read more|read also|also read|read next|see also|see more|more|related|watch|listen"
    r"|video"
    r"|photos?|gallery|story|don['’]t miss|in pictures|recommended|learn more|must read|check out"
    r"|click"
    r"|up next|full coverage)(?: here| now)?\s*[:|»›>–—]\s*\S",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:image|photo|picture|video|media)s? (?:source|copyright|credit|by|courtesy)\b.{0,50}"
    r"|.{0,60}/\s?(?:getty images|reuters|ap|afp|epa)(?:/.{0,30})?|(?:getty images|ap photo"
    r"|afp)\b.{0,40}",
    re.IGNORECASE,
)

_INVITED = re.compile(
    r"\b(?:reach|follow|contact|e-?mail|tweet|write|twitter)(?: out)?(?: to)?"
    r" (?:him|her|them|me|us|on|at|the (?:author|reporter|writer)|[A-Z][\w'’-]+ [A-Z])"
    r"|\bcan be (?:reached|contacted|followed)\b",
    re.IGNORECASE,
)


def is_label(line: str) -> bool:
    """A label or button of a page: few words, all of them of the kind that buttons use."""
    if len(line) > 120:
        return False
    plain = unglue(line).lower()
    tokens = _TOKEN.findall(plain)
    if not 0 < len(tokens) <= _LABEL_WORDS:
        return False
    strong = 0
    for token in tokens:
        if token in _STRONG or token[0] in "@#":
            strong += 1
        elif token not in _WEAK and not token.isdigit():
            return False
    return strong > 0 or _PHRASES.search(plain) is not None


def is_call(line: str) -> bool:
    """A call on the reader, a notice or a form's prompt: how it begins, and what it asks for."""
    if len(line) > 600 or not _CALL.match(line):
        return False
    return (
        _ASKED.search(line) is not None
        and _REPORTED.search(line) is None
        and len(line.split()) <= _CALL_WORDS
    )


def is_notice(line: str) -> bool:
    """A call that no article makes in its own voice, wherever it stands."""
    return len(line) <= 300 and is_call(line) and _NOTICED.search(line) is not None


def is_rights_notice(line: str) -> bool:
    """A line on who holds the rights."""
    return len(line) <= 300 and _RIGHTS.search(line) is not None


def is_promotion(line: str) -> bool:
    """A pointer at another article: `READ MORE: ...`, a headline behind a label, no sentence."""
    if len(line) > 200 or ends_sentence(line):
        return False
    return _PROMOTED.match(line) is not None


def is_credit(line: str) -> bool:
    """Who took the picture, and nothing else."""
    return len(line) <= 120 and not line.endswith(".") and _CREDIT.fullmatch(line) is not None


def is_contact(line: str) -> bool:
    """How to reach the writer: an address or a handle, and a word that invites to use it."""
    if len(line) > 500 or "@" not in line:
        return False
    return (
        re.search(r"\b(?:reach|follow|contact|e-?mail|tweet|write|twitter)\b", line, re.I)
        is not None
    )
