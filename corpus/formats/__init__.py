"""One module for each format: an open file in, raw articles out."""
