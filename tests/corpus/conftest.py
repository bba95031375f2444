"""Hypothesis without a deadline: on a busy machine a single example may take long."""

from __future__ import annotations

from hypothesis import settings

from tests.corpus.serving import base, server

__all__ = ["base", "server"]

settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")
