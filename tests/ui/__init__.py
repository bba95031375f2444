"""The two faces: command line and page."""
