"""Questions and claims to proven answers and verdicts."""
