"""How news words who says something: verbs of saying, offices that speak, agencies that carry."""

from __future__ import annotations

import re

from assistant.values.words import word_set

_VERBS = word_set(
    "said says say saying told tells tell added adds stated noted wrote writes "
    "tweeted tweets claimed claims announced announces confirmed confirms denied denies insisted "
    "insists argued argues warned warns explained explains stressed stresses acknowledged admits "
    "admitted declared declares asserted asserts alleged alleges predicted predicts suggested "
    "suggests recalled recalls remarked remarks testified estimated believes believed "
    "thinks thought vowed vows pledged promised urged reiterated emphasized emphasised concluded "
    "concludes reported reports commented repeated replied answered quoted maintained contended "
    "complained boasted joked continued"
)
# "claimed responsibility", "denied their request": deeds, not words.
_NO_SPEECH = (
    r"(?!\s+(?:responsibility|the lives?|victory|credit)\b|\s+(?:a|an|the|his|her|their|its)\s+"
    r"(?:request|motion|appeal|bid|entry|access|petition|life|lives)\b|\s+by\b)"
)
_ANY_VERB = "|".join(sorted(_VERBS, key=len, reverse=True))
VERB = rf"(?:{_ANY_VERB}|pointed out|(?:states|notes|estimates)(?=\s+that\b))\b{_NO_SPEECH}"
SPEAKING = (
    r"(?:officials?|authorities|police|spokes(?:man|woman|person|people)|minist(?:er|ry)|premier|"
    r"president|government|army|military|court|prosecutors?|lawyers?|attorneys?|experts?|"
    r"scientists?|researchers?|analysts?|sources?|witnesses|residents?|company|department|agency|"
    r"group|union|reports?|media|study|studies|heads?|leaders?|mayor|governor|senator|chancellor|king|queen|coach|judges?|"
    r"doctors?|relatives|family|friends?|aides?|diplomats?|commander|commission|committee|council|"
    r"office|secretary|chief|director|critics|activists?|embassy|kremlin|pentagon|regulator|bank|"
    r"economists?|investigators?|rebels?|neighbou?rs?|mother|father|teacher|authors?|survey|poll|"
    r"statement|lawmakers?|politician|release|indictment|complaint|lawsuit|filing|memo|letter|"
    r"campaign|team|club|firm|organi[sz]ation|charity|airline|network|paper|newspaper|website|"
    r"administration|agencies|forecasters?|meteorologists?|organi[sz]ers|owner|founder|chairman|person|people|"
    r"m[ae]n|wom[ae]n|(?:car|pump|chip|drug|plane|aircraft|phone|tyre|tire)?makers?|manufacturers?|retailers?|lenders?|"
    r"carriers?|producers?|operators?|insurers?|services?|authority|drivers?|employees?|workers?|survivors?|students?|parents?|voters?)"
)
AGENCIES = re.compile(
    r"\b(?:Reuters|AFP|Agence France-Presse|AP|Associated Press|TASS|Tass|ITAR-TASS|Interfax|"
    r"RIA(?: Novosti)?|Xinhua|Bloomberg|dpa|ANSA|EFE|Kyodo|Yonhap|PA|Press Association|UPI|IRNA|"
    r"SANA|Anadolu|[Nn]ews agency|(?:news)?paper|Times|Post|Journal|Guardian|BBC|CNN|CBS|NBC|ABC|"
    r"Fox News|Al Jazeera|Telegraph|Politico|Axios|NPR|MSNBC|Sky News|Spiegel|Tribune|Herald|RBTH|"
    r"RT|Daily Mail|Sun|Independent|Economist|Observer|Gazette|Chronicle)\b"
)
EVIDENCE_NOUNS = (
    r"(?:figures?|data|estimates?|documents?|records?|reports?|analysis|research|results?|numbers|"
    r"statistics|findings|information|images|a (?:report|study|survey|poll|statement|tally|count))"
)
# "..., the companies announced on Monday": the day right behind is that of the words.
SAID_ON = re.compile(
    rf"\b(?:{VERB})\s+(?:[^\W\d]+\s+){{0,3}}?(?:on|late|early|in a statement)?\s*$"
)
