"""A speaker's name where it stands within a sentence of ours."""

from __future__ import annotations

import re

from assistant.speech.speech_words import SPEAKING

# The article of an office that its sentence began with; "The Telegraph" has it in its name.
_OFFICE = re.compile(
    r"(?:The|An?|One|Two|Some|Several|Many|Other|Its|His|Her|Their)\s+(?=[a-z]|.*\s[a-z][\w’'-]*$)"
)
# "Officials", "Police in Marsk": several people of a kind. One of them may bear it as a title.
_PEOPLE = re.compile(rf"(?=Police\b|People\b|Media\b|\w+s\b)(?i:{SPEAKING})(?:\s+[a-z].*)?")


def in_sentence(speaker: str) -> str:
    """`speaker` as it reads after "according to": "The minister" becomes "the minister"."""
    if _OFFICE.match(speaker) or _PEOPLE.fullmatch(speaker):
        return speaker[0].lower() + speaker[1:]
    return speaker
