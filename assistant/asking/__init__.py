"""From a question to findings, statements and an answer, or an abstention."""
