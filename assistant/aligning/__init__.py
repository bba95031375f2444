"""A claim laid beside a sentence: what each part of it finds there."""
