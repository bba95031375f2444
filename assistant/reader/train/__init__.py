"""Training of the reader: `python -m assistant.reader.train`."""
