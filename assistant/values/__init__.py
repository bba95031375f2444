"""Dates, numbers and names in text: found, brought to a normal form, compared."""
