"""What words, verbs and clauses tell, read without a model."""
