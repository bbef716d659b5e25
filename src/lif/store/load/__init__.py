"""Loads the files of a workspace into one snapshot."""
