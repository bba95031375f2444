"""Who says what a sentence reports."""
