"""Answers of the reading commands as text."""
