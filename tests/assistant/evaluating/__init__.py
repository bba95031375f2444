"""Tests of measuring answers."""
