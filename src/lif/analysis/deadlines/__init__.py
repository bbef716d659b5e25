"""Deadlines: what is due, by when and from whom."""
