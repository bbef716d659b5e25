"""Reads records and files from git."""
