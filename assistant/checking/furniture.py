"""What stands around an article's text and states nothing of the world: bylines, credits, links."""

from __future__ import annotations

import re

from assistant.language.clauses import finite_verb_at

_WRITING = (
    r"(?:article|story|post|piece|column|interview|text|page|feature|essay|transcript|newsletter|"
    r"report|video|podcast|content|material|translation)"
)
_ISSUED = (
    r"(?:published|posted|updated|modified|printed|issued|filed|amended|corrected|republished|"
    r"reprinted|edited|translated|adapted|reposted|syndicated|produced|broadcast|written)"
)
# A line with this in front, whatever follows.
_LABELLED = re.compile(
    r"(?:(?:file |stock )?(?:photos?|photographs?|images?|pictures?|videos?|graphics?|"
    r"illustrations?)\s*(?:credits?|sources?|captions?|copyright|courtesy|by)?|captions?|credits?|"
    r"sources?|tags?|topics?|keywords?|categor(?:y|ies)|filed under|section|contacts?|share|"
    r"related(?: \w+)?|read (?:more|next|also)|also read|see also|more (?:on|from|about)[^:]{0,30}|"
    r"watch|listen|editor['’]?s['’]? note|disclaimer|correction|clarification|advertisement|"
    r"sponsored|media contact|press contact|follow us)\s*[:|©]",
    re.I,
)
_LED = re.compile(
    r"(?:©|\(c\)|copyright\b|all rights reserved|advertisement$|(?:image|media|video|photo) "
    r"(?:source|caption|copyright|credit)\b|(?:additional |with )?(?:reporting|writing|editing|"
    r"research|photography|graphics?) by\b|read (?:more|next|also)\b|see also\b|more from\b|"
    rf"(?:a version of )?this {_WRITING}\b.{{0,40}}\b(?:{_ISSUED}|appeared|first ran|contains "
    r"affiliate|is part of|may contain)\b|"
    rf"(?:the|an earlier version of (?:the|this)) {_WRITING} (?:was |is |has been |had )?(?:first |"
    rf"originally |previously |also |last )+(?:{_ISSUED}|appeared|ran|misstated|said|stated)\b|"
    rf"an earlier version of (?:the|this) {_WRITING}\b|https?://|www\.|@\w+$)",
    re.I,
)
_ANYWHERE = re.compile(
    r"\ball rights reserved\b|\bcontributed (?:to (?:this|the)|reporting)\b.{0,20}"
    r"(?:report|story|article|reporting|\.)|\b(?:views|opinions) expressed\b|"
    r"\b(?:can|may) be (?:reached|contacted) (?:at|by|on|via)\b|"
    r"(?:/|via |photo |image |credit:? |courtesy of )(?:getty images|getty|afp|ap|reuters|epa|"
    r"shutterstock|alamy|pa(?: wire)?)\)?\.?$|"
    r"\bterms (?:of (?:use|service)|and conditions)\b.{0,40}\bpolicy\b",
    re.I,
)
_ISSUED_BY = re.compile(
    rf"(?:first |originally |previously |last |also )*{_ISSUED}\b(?:\s+online)?\s*"
    r"(?=$|[:|–—-]|(?:by|in|on|at|for|from|with)\b|\d|[A-Z])",
    re.I,
)
_BY = re.compile(r"(?:by|from)\s+(?=[A-Z])", re.I)
_ONLY_SAYING = re.compile(
    r"(?:he|she|they|(?:[A-Z][\w.'’-]+\s?){1,3})\s?"
    r"(?:said|says|added|wrote|continued|explained|told (?:reporters|[A-Z]\w+|the \w+))"
    r"(?:\s(?:on|in|at|to|during|by|via)\s[^.]{1,40})?[.,]?",
)
_ORDER = re.compile(
    r"(?:please|click|tap|scroll|sign up|sign in|log in|subscribe|imagine|let['’]s|note that|"
    r"remember|don['’]t|do not|go to|learn more|find out|check out|donate|email us|contact us|"
    r"support our|(?:read|watch|see|view|get|download|listen to|visit|follow|share|join|enter|"
    r"accept|browse|explore|try|discover)\s"
    r"(?:(?:more|the full|the latest|our|us|your|this|here|now|live|all cookies|cookies|also|next|"
    r"it|them|full|about|him|her|me|on|via|free)\b|"
    r"@|https?:|www\.|\S+\.(?:com|org|net)\b))",
    re.I,
)


def furniture(line: str) -> bool:
    """Whether `line` says nothing of the world: a byline, a credit, a link, an order to readers."""
    line = line.strip(" \t*•–—-|")
    if _LABELLED.match(line) or _LED.match(line) or _ANYWHERE.search(line) or _ORDER.match(line):
        return True
    issued = _ISSUED_BY.match(line)
    if issued and finite_verb_at(line[issued.end() :]) is None:
        return True
    if _BY.match(line) and finite_verb_at(line) is None:
        return True
    return bool(_ONLY_SAYING.fullmatch(line))
