"""Readers: what a passage answers, and what it says of a claim."""
