"""Sentences with one number, date, name or "not" changed, and true rewordings."""

from __future__ import annotations

import calendar
import random
import re

_MONTHS = list(calendar.month_name)[1:]


_DAYS = list(calendar.day_name)


_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


_FIGURES = re.compile(r"(?<![\w.,:/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w:/]|[.,]\d|-\d)")


_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b(?!-)", re.I)


_MONTH_DAY = re.compile(
    rf"\b({'|'.join(_MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.) (\d{{1,2}})\b(?!,\d{{3}})"
)


_YEAR = re.compile(r"(?<![\w$£€,.-])(?:19|20)\d\d\b(?![,.]\d|%)")


_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b(?! [A-Z])")


NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){1,2}\b")


_AUX = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|may|might|must)\b"
    r"(?! not\b|n't|,)"
)


_PAST = re.compile(
    r"(?<=[a-z] )(announced|revealed|launched|received|signed|reported|killed|joined|visited|"
    r"released|reached|passed|called|helped|appeared|started|opened)"
    r"(?= (?:a|an|the|its|his|her|that|to|in|on)\b)"
)


_NOT = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|could|should|did|do|does)(?: not\b|n[’']t\b)"
    r"(?! (?:only|just)\b)"
)


_NO = re.compile(
    r"\b(?:has|have|had|with|there (?:is|are|was|were)) (no)\b (?!longer|one|more|less)", re.I
)


def _replaced(text: str, match: re.Match[str], new: str, group: int = 0) -> str:
    return text[: match.start(group)] + new + text[match.end(group) :]


def _pick(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def other_number(sentence: str, text: str, rng: random.Random, names: list[str]) -> str | None:
    """Another figure of the same length, or another number word."""
    match = _pick(_FIGURES, sentence, rng)
    if match and not _YEAR.fullmatch(match[0]):
        for _ in range(20):
            digits = [rng.choice("123456789") if c.isdigit() else c for c in match[0]]
            new = "".join(digits)
            if not re.search(rf"(?<!\d){re.escape(new)}(?!\d)", text):
                return _replaced(sentence, match, new)
        return None
    match = _pick(_NUMBER_WORD, sentence, rng)
    left = [w for w in _WORDS if not re.search(rf"\b{w}\b", text, re.I)]
    return _replaced(sentence, match, rng.choice(left)) if match and left else None


def other_date(sentence: str, text: str, rng: random.Random, names: list[str]) -> str | None:
    """Another month, day, weekday or year."""
    if match := _pick(_MONTH_DAY, sentence, rng):
        if rng.random() < 0.5:
            left = [m for m in _MONTHS if m[:3] not in text and m != "February"]
            return _replaced(sentence, match, rng.choice(left), 1)
        left = [str(n) for n in range(1, 29) if not re.search(rf"\b{n}\b", text)]
        return _replaced(sentence, match, rng.choice(left), 2)
    if match := _pick(_YEAR, sentence, rng):
        years = [str(int(match[0]) + step) for step in (-7, -3, -1, 1, 2)]
        left = [year for year in years if year not in text]
        return _replaced(sentence, match, rng.choice(left)) if left else None
    if match := _pick(_WEEKDAY, sentence, rng):
        return _replaced(sentence, match, rng.choice([d for d in _DAYS if d not in text]))
    return None


def other_name(sentence: str, text: str, rng: random.Random, names: list[str]) -> str | None:
    """A name of two or three words from another text in place of one."""
    match = _pick(NAME, sentence, rng)
    if not match:
        return None
    for _ in range(20):
        new = rng.choice(names)
        if not any(word in text for word in new.split()):
            return _replaced(sentence, match, new)
    return None


def negated(sentence: str, text: str, rng: random.Random, names: list[str]) -> str | None:
    """A "not" or "no" taken out where there is one, else one put in."""
    if match := _NO.search(sentence):
        return _replaced(sentence, match, "", 1).replace("  ", " ")
    if match := _NOT.search(sentence):
        return _replaced(sentence, match, match[1])
    if match := _pick(_AUX, sentence, rng):
        return _replaced(sentence, match, match[1] + " not")
    if match := _pick(_PAST, sentence, rng):
        verb = {"signed": "sign", "called": "call"}.get(match[1], re.sub(r"e?d$", "", match[1]))
        return _replaced(sentence, match, f"did not {verb}")
    return None


_REWORDINGS: tuple[tuple[str, str], ...] = (
    (r"\bmore than (?=\d)", "over "),
    (r"\babout (?=\d)", "around "),
    (r"\b(\d+(?:\.\d+)?)%", r"\1 percent"),
    (r"\b(\d+(?:\.\d+)?) percent\b", r"\1%"),
    (r"\bthree\b", "3"),
    (r"\bfour\b", "4"),
    (r"(?<![\w.,$£€])(\d),(\d{3})\b(?!,)", r"\1\2"),
    (r"\bSept\. ", "September "),
    (r"\bJanuary (?=\d)", "Jan. "),
    (r"\b(January|February|April|July|August|October|December) (\d{1,2})\b(?!,|\d)", r"\2 \1"),
    (r"n[’']t\b(?<!can[’']t)(?<!won[’']t)", " not"),
    (r"\bU\.S\.", "US"),
    (r"\bUS\b", "United States"),
    (r"[“”]", '"'),
    (r"’", "'"),
    (r"\b(?:President|Sen\.|Rep\.|Gov\.) (?=[A-Z][a-z]+ [A-Z])", ""),
    (r"\bsaid\b", "stated"),
    (r", [a-z][^,.]{10,60}, ", " "),
    (r"\s*\([^)]*\)", ""),
    (r"\balso |\brecently |\breportedly ", ""),
    (r"\bannounced\b", "made public"),
    (r"\bbut\b", "yet"),
)


def reworded(sentence: str, text: str, rng: random.Random, names: list[str]) -> str | None:
    """One to three changes of form that keep what is said, or the sentence with a lead."""
    new = sentence
    fitting = [(p, r) for p, r in _REWORDINGS if re.search(p, sentence)]
    for pattern, instead in rng.sample(fitting, min(len(fitting), rng.randint(1, 3))):
        new = re.sub(pattern, instead, new, count=1)
    if len(new) < 20:
        return None
    if new == sentence or rng.random() < 0.2:
        new = f"The articles say that {new[0].lower() if new[1:2].islower() else new[0]}{new[1:]}"
    return new
