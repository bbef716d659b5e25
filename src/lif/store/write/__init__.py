"""Writes into a workspace."""
