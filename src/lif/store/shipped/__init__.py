"""Reads the data that ships with the program."""
