"""What every test stands on: no network, few threads, the shared test data where it is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.offline import guard

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# Before any library is imported: most read these once.
os.environ.update(
    HF_HUB_OFFLINE="1",
    GRADIO_ANALYTICS_ENABLED="False",
    ANONYMIZED_TELEMETRY="False",
    LANGSMITH_TRACING="false",
    TOKENIZERS_PARALLELISM="false",
    OMP_NUM_THREADS="1",
)
# A developer's own settings must not decide a test.
for _name in [name for name in os.environ if name.startswith("FACTCHECK_")]:
    del os.environ[_name]

_handle, _record = tempfile.mkstemp(prefix="factcheck-connections-")
os.close(_handle)
os.environ[guard.RECORD] = _record
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, [str(ROOT / "tests" / "offline"), os.environ.get("PYTHONPATH")])
)
guard.install()


def pytest_unconfigure() -> None:
    Path(_record).unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def connections() -> Iterator[Path]:
    """Fails the test that left this machine; one that does so on purpose empties this file."""
    record = Path(_record)
    record.write_text("")
    yield record
    if tried := record.read_text().split("\n")[:-1]:
        record.write_text("")
        pytest.fail(f"left this machine: {', '.join(dict.fromkeys(tried))}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test data that lies beside the repository; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared folder beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of the sample articles, built once; tests only read it."""
    from index.settings import IndexSettings
    from index.sync import sync

    folder = tmp_path_factory.mktemp("samples") / "index"
    sync(ROOT / "corpus" / "articles", folder, IndexSettings())
    return folder
