"""The two faces: the browser page and the terminal."""
