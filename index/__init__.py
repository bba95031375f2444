"""Articles to findable passages: catalogue, vectors, sync, retrieval."""
