"""Families of rules, one module each."""
