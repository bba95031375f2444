"""Answers, checks and articles as HTML; everything that comes from an article is escaped."""
