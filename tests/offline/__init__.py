"""Keeps the tests, and the programs that they start, off the network."""
