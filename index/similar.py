"""Articles that carry the same text: found by MinHash, confirmed word by word, tied to one origin.

Each change costs what the changed articles cost: their bands are looked up in the catalogue, and
only the groups that they touch are named again.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from index.catalogue_write import CatalogueWriter
from index.origins import article_origin, source_name
from index.stored import unpack_text

Shingles = npt.NDArray[np.uint64]

_WORDS = 5
# 42 bands of 3: a pair that shares half of its shingles meets in one with 99.6 %, a pair that
# shares a fiftieth with 0.03 %.
_BANDS, _ROWS = 42, 3
_MOST_CANDIDATES = 50
# A pair is tied when this share of the shorter text stands in the longer, and neither is a small
# part of the other: a review that quotes two wires whole must not make them one.
SHARE = 0.7
_LEAST_RATIO = 0.3
_LEAST_SHINGLES = 20
_WORD = re.compile(r"\w+")


def tie(catalogue: CatalogueWriter, after: int) -> bool:
    """Find what the articles numbered above `after` share with others, and name the origins of
    every group that they, or articles removed meanwhile, belong to. Says whether any changed."""
    run = catalogue.connection.execute
    fresh = [row[0] for row in run("SELECT n FROM articles WHERE n > ? ORDER BY n", (after,))]
    for number in fresh:
        _compare(catalogue, number)
    left = [
        row[0] for row in run("SELECT n FROM articles WHERE n IN (SELECT n FROM temp.bereaved)")
    ]
    run("DELETE FROM temp.bereaved")
    changed = False
    done: set[int] = set()
    for number in (*fresh, *left):
        if number not in done:
            group = _group(catalogue, number)
            done |= group
            changed |= _name(catalogue, group)
    return changed


def _compare(catalogue: CatalogueWriter, number: int) -> None:
    run = catalogue.connection.execute
    shingles = _shingles(_text(catalogue, number))
    if not len(shingles):
        return
    bands = list(_bands(shingles))
    candidates = run(
        "SELECT article FROM bands WHERE band IN (SELECT value FROM json_each(?)) "
        "AND article != ? GROUP BY article ORDER BY count(*) DESC, article LIMIT ?",
        (json.dumps(bands), number, _MOST_CANDIDATES),
    ).fetchall()
    for (other,) in candidates:
        share = shared(shingles, _shingles(_text(catalogue, other)))
        if share >= SHARE:
            pair = sorted((number, other))
            run("INSERT OR REPLACE INTO near VALUES (?, ?, ?)", (*pair, share))
    catalogue.connection.executemany(
        "INSERT OR IGNORE INTO bands VALUES (?, ?)", ((band, number) for band in bands)
    )


def shared(one: Shingles, other: Shingles) -> float:
    """Which share of the shorter text stands in the longer; 0 where they cannot be compared."""
    small, large = sorted((len(one), len(other)))
    if small == 0 or small / large < _LEAST_RATIO:
        return 0.0
    common = len(np.intersect1d(one, other, assume_unique=True))
    if small < _LEAST_SHINGLES and common < large:
        return 0.0
    return common / small


def _shingles(text: str) -> Shingles:
    """The hashes of all runs of five words, each once; of a shorter text, of all its words."""
    words = [zlib.crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.casefold())]
    hashes = np.array(words, np.uint64)
    width = min(_WORDS, len(hashes))
    if width == 0:
        return hashes
    runs = np.lib.stride_tricks.sliding_window_view(hashes, width)
    mixed = np.zeros(len(runs), np.uint64)
    with np.errstate(over="ignore"):
        for column in runs.T:
            mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + column
            mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def _bands(shingles: Shingles) -> Iterator[int]:
    """MinHash signature, cut into bands: two texts that share one are worth comparing."""
    minhash = _empty().copy()
    minhash.update_batch((shingles & np.uint64(0xFFFFFFFF)).tolist())
    rows = minhash.hashvalues.reshape(_BANDS, _ROWS)
    for number, row in enumerate(rows):
        data = number.to_bytes(2, "big") + row.astype("<u8").tobytes()
        yield int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)


@cache
def _empty() -> Any:
    from datasketch import MinHash

    # The scheme is named because bands are stored: another default must not change them.
    return MinHash(num_perm=_BANDS * _ROWS, seed=1, hashfunc=int, scheme="affine32")


def _text(catalogue: CatalogueWriter, number: int) -> str:
    (packed,) = catalogue.connection.execute(
        "SELECT text FROM articles WHERE n = ?", (number,)
    ).fetchone()
    return unpack_text(packed)


def _group(catalogue: CatalogueWriter, number: int) -> set[int]:
    """Everything that is tied to an article, directly or through others, and itself."""
    found, waiting = {number}, [number]
    while waiting:
        at = waiting.pop()
        rows = catalogue.connection.execute(
            "SELECT other FROM near WHERE one = ?1 UNION SELECT one FROM near WHERE other = ?1",
            (at,),
        )
        fresh = {row[0] for row in rows} - found
        found |= fresh
        waiting.extend(fresh)
    return found


def _name(catalogue: CatalogueWriter, group: Iterable[int]) -> bool:
    """Give a group one origin: the source that most of it credits, else its earliest outlet."""
    members = catalogue.connection.execute(
        "SELECT n, outlet, carried_from, key, origin FROM articles "
        "WHERE n IN (SELECT value FROM json_each(?)) "
        "ORDER BY first_day IS NULL, first_day, outlet IS NULL, key",
        (json.dumps(sorted(group)),),
    ).fetchall()
    credited = Counter(source_name(credit) for _, _, credit, _, _ in members if credit)
    named = [member for member in members if member[1]] or members
    _, outlet, credit, key, _ = named[0]
    origin = credited.most_common(1)[0][0] if credited else article_origin(outlet, credit, key)
    changed = [(origin, member[0]) for member in members if member[4] != origin]
    catalogue.connection.executemany("UPDATE articles SET origin = ? WHERE n = ?", changed)
    return bool(changed)
