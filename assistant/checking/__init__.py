"""Claims checked against the articles: evidence, stances, verdicts."""
