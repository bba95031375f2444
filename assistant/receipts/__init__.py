"""Answers and checks exported so that they can be checked again later."""
