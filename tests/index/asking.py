"""A process that keeps an index open and answers what it is asked on standard input.

A line is a query; the answer is a line of JSON: the version, and for each hit its path and text.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import index.opened
from index.settings import IndexSettings
from tests.index.fakes import HashingEmbedder


def main(folder: str, words: str, server: str = "") -> None:
    index.opened.load_embedder = HashingEmbedder  # type: ignore[assignment]
    settings = IndexSettings(passage_words=int(words), chroma=server or None)
    with index.opened.Index.open(Path(folder), settings) as opened:
        for line in sys.stdin:
            hits = opened.search(line.strip(), k=50)
            found = [(hit.article.path, hit.passage.text, hit.dense_rank) for hit in hits]
            print(json.dumps({"version": opened.version, "hits": found}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
