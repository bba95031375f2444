"""Bytes to articles: readers by format, cleaning, dates, sentences."""
