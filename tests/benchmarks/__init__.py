"""Figures that anyone can run again: `make eval`, over the public sets beside the repository."""
