"""Diagnostics: what is wrong with a record, where, and what to do about it."""
