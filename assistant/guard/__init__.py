"""The guard: nothing is stated that its quotes do not hold."""

from assistant.guard.check import GuardResult, check_statement

__all__ = ["GuardResult", "check_statement"]
