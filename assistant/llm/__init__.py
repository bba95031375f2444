"""A language model words what is proven: prompt, tolerant parsing, checks, fallbacks."""
