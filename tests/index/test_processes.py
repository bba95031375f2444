"""One writer and readers in real processes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from index.settings import IndexSettings
from index.sync import sync
from tests.conftest import ROOT
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder
from tests.index.processes import Asker

WRITER = """
import sys
from pathlib import Path
from corpus.errors import FactcheckError
from index.settings import IndexSettings
from index.sync import sync
from tests.index.fakes import HashingEmbedder
def wait(progress):
    if progress.step == "reading" and progress.done == 0:
        print("writing", flush=True)
        sys.stdin.readline()
try:
    report = sync(Path(sys.argv[1]), Path(sys.argv[2]), IndexSettings(passage_words=30),
                  progress=wait, load=HashingEmbedder)
    print(len(report.added), flush=True)
except FactcheckError as error:
    print(error, flush=True)
    sys.exit(error.exit_status)
"""


def writer(corpus: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(corpus), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def test_the_second_of_two_writers_stops_at_once_and_says_who_writes(
    corpus: Path, folder: Path
) -> None:
    first = writer(corpus, folder)
    assert first.stdout is not None
    assert first.stdout.readline() == "writing\n"
    second = writer(corpus, folder)
    said, _ = second.communicate("\n")
    assert second.returncode == 4
    assert f"process {first.pid} " in said
    said, _ = first.communicate("\n")
    assert (first.returncode, said) == (0, "3\n")


def test_a_reader_follows_ten_syncs_without_a_restart(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    with Asker(folder, settings.passage_words) as asker:
        assert {hit[0] for hit in asker.ask("harbour tunnel")["hits"]} >= {"harbour.txt"}
        for number in range(10):
            write(corpus, {f"n{number}.txt": f"Notice {number}\n\nLighthouse keeper{number} left."})
            if number:
                (corpus / f"n{number - 1}.txt").unlink()
            report = sync(corpus, folder, settings, load=HashingEmbedder)
            answer = asker.ask(f"lighthouse keeper{number} keeper{number - 1}")
            assert answer["version"] == report.version
            notices = [hit for hit in answer["hits"] if hit[0].startswith("n")]
            assert {path for path, _, _ in notices} - {"north/ferry.md"} == {f"n{number}.txt"}
            # Found by its vector as well: the reader's Chroma is as new as its catalogue.
            assert any(rank for path, _, rank in notices if path == f"n{number}.txt")


def test_no_search_ever_mixes_two_versions(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    """Every sync changes every article; a reader asks all the time."""

    def edition(number: int) -> None:
        write(
            corpus,
            {
                f"e{at}.txt": f"Page {at}\n\nThis is edition number {number}. It has a page {at}."
                for at in range(6)
            },
        )

    for path in corpus.rglob("*.*"):
        path.unlink()
    edition(0)
    sync(corpus, folder, settings, load=HashingEmbedder)
    seen = set()
    loop = (
        "import sys, json\n"
        "from tests.index.processes import Asker\n"
        "from pathlib import Path\n"
        f"asker = Asker(Path({str(folder)!r}), {settings.passage_words})\n"
        "import select\n"
        "while not select.select([sys.stdin], [], [], 0)[0]:\n"
        "    print(json.dumps(asker.ask('edition number page')), flush=True)\n"
        "asker.process.communicate()\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", loop],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert reader.stdout is not None
    lines = [reader.stdout.readline()]
    for number in range(1, 8):
        edition(number)
        sync(corpus, folder, settings, load=HashingEmbedder)
        while f"edition number {number}." not in lines[-1]:
            lines.append(reader.stdout.readline())
    assert reader.stdin is not None
    reader.stdin.write("stop\n")
    reader.stdin.flush()
    lines += reader.stdout.readlines()
    reader.communicate()
    for line in lines:
        editions = set(re.findall(r"edition number (\d+)", line))
        assert len(editions) == 1, line
        assert line.count("edition number") == 6, line
        seen |= editions
    assert len(seen) == 8
