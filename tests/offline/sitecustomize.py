"""Loaded by every Python process that a test starts: the same guard there."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

if "OFFLINE_GUARD_RECORD" in os.environ:
    _spec = importlib.util.spec_from_file_location(
        "factcheck_test_guard", Path(__file__).with_name("guard.py")
    )
    if _spec and _spec.loader:
        _guard = importlib.util.module_from_spec(_spec)
        _spec.loader.exec_module(_guard)
        _guard.install()
