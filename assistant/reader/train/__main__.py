"""`python -m assistant.reader.train`: make the examples, train, and measure on unseen articles."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from assistant.reader.train.config import TrainConfig

# Freed buffers go back to the kernel by default and are zeroed again at each step, which made
# batches of varying shape three times slower. glibc reads these when a process starts.
_ALLOCATOR = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(8 << 30),
    "MALLOC_TOP_PAD_": str(256 << 20),
    "OMP_WAIT_POLICY": "passive",
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m assistant.reader.train", description=__doc__)
    parser.add_argument("--config", type=Path, help="TOML file (default: the package's train.toml)")
    parser.add_argument("--fresh", action="store_true", help="do not resume from a checkpoint")
    parser.add_argument(
        "--examples-only", action="store_true", help="make the examples, count them"
    )
    options = parser.parse_args()
    if any(os.environ.get(name) != value for name, value in _ALLOCATOR.items()):
        # Our own arguments, passed on to the same module.
        os.execve(sys.executable, [sys.executable, "-m", "assistant.reader.train", *sys.argv[1:]],
                  {**os.environ, **_ALLOCATOR})  # fmt: skip

    from assistant.reader.train.prepare import prepare
    from assistant.reader.train.working import work

    config = TrainConfig.load(options.config)
    config.work.mkdir(parents=True, exist_ok=True)
    prepare(config)
    if options.examples_only:
        return
    if options.fresh:
        (config.work / "checkpoint.pt").unlink(missing_ok=True)
    rendezvous = config.work / "rendezvous"
    rendezvous.unlink(missing_ok=True)
    if config.processes == 1:
        work(0, config, rendezvous)
        return
    from torch import multiprocessing

    multiprocessing.spawn(  # type: ignore[attr-defined, no-untyped-call]
        work, args=(config, rendezvous), nprocs=config.processes
    )


if __name__ == "__main__":
    main()
