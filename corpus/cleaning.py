"""Takes out of a scraped text what is not the article: by repetition, shape and position.

It only removes, it never rewrites: every line that stays is a line of the input, maybe with
debris cut out of it. In the middle of an article it goes only by strong signs; before the title
and after the last sentence by weaker ones.
"""

from __future__ import annotations

from corpus.debris import without_debris
from corpus.furniture import (
    is_call,
    is_contact,
    is_credit,
    is_filing,
    is_label,
    is_notice,
    is_path,
    is_promotion,
    is_rights_notice,
)
from corpus.lines import ends_sentence, fold, is_list_item, is_prose
from corpus.normal import normalise
from corpus.outlets import known_outlet
from corpus.repetition import repeated
from corpus.stamps import HEAD, carried_from, is_stamp, names

_FRAGMENT_WORDS = 5
_LOOSE_FRAGMENTS = 2
_MENU = 10


def clean(text: str, *, title: str | None = None) -> str:
    """The article in `text`, normalised; "" when it holds none. Cleaning twice changes nothing.

    Lines that repeat `title` are taken out, since it is kept as metadata.
    """
    lines = normalise(text).split("\n")
    folded = fold(title or "")
    sound: set[str] = set()
    while (kept := _once(lines, folded, sound)) != lines:
        lines = kept
    return normalise("\n".join(lines))


def _once(lines: list[str], title: str, sound: set[str]) -> list[str]:
    """One round; `sound` remembers the lines that are not furniture by themselves."""
    lines = [line if line in sound else _part_of_article(line) for line in lines]
    sound.update(lines)
    for index in repeated(lines):
        lines[index] = ""
    _clear_menus(lines)
    _clear_head(lines, title)
    _clear_tail(lines)
    return lines


def _part_of_article(line: str) -> str:
    kept = without_debris(line)
    return "" if _is_furniture(kept) else kept


def _is_furniture(line: str) -> bool:
    """What is not the article wherever it stands."""
    if not line:
        return False
    return (
        is_label(line)
        or is_notice(line)
        or is_promotion(line)
        or is_rights_notice(line)
        or is_credit(line)
        or is_path(line)
        or is_filing(line)
    )


def _clear_menus(lines: list[str]) -> None:
    """Long runs of short lines in alphabetical order: the options of a form."""
    run: list[int] = []
    for index, line in [*enumerate(lines), (len(lines), ".")]:
        if not line:
            continue
        if _is_fragment(line) and (not run or fold(line) >= fold(lines[run[-1]])):
            run.append(index)
            continue
        if len(run) >= _MENU:
            for gone in run:
                lines[gone] = ""
        run = [index] if _is_fragment(line) else []


def _clear_head(lines: list[str], title: str) -> None:
    """The title, the fragments before it, and the stamps before the first sentences."""
    head = [index for index, line in enumerate(lines) if line][:HEAD]
    longest = 2 * len(title) + 20
    short = (index for index, line in enumerate(lines) if len(line) <= longest)
    same = {index for index in short if fold(lines[index]) == title}
    at = next((n for n, index in enumerate(head) if title and index in same), None)
    for index in same:
        lines[index] = ""
    for n, index in enumerate(head):
        line = lines[index]
        below = lines[head[n + 1]] if n + 1 < len(head) else ""
        signed = known_outlet(below) is not None and names(line) is not None
        if (at is not None and n < at and not is_prose(line)) or is_stamp(line) or signed:
            lines[index] = ""
        elif is_prose(line) and (at is None or n > at):
            return


def _clear_tail(lines: list[str]) -> None:
    """What follows the article's last sentence."""
    loose: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not line:
            continue
        if _is_tail(line):
            for gone in (index, *loose):
                lines[gone] = ""
            loose.clear()
        elif _is_fragment(line):
            loose.append(index)
            if len(loose) > _LOOSE_FRAGMENTS:
                return
        else:
            # A list that a colon announces belongs to the article.
            if not line.endswith(":"):
                for gone in loose:
                    lines[gone] = ""
            return


def _is_tail(line: str) -> bool:
    return is_call(line) or is_contact(line) or (is_stamp(line) and carried_from(line) is None)


def _is_fragment(line: str) -> bool:
    """A few words without a number, a colon, an end or a bullet."""
    return (
        len(line.split()) <= _FRAGMENT_WORDS
        and not ends_sentence(line)
        and ":" not in line
        and not is_list_item(line)
        and not any(character.isdigit() for character in line)
    )
