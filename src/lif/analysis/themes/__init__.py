"""Triangulation: what all kinds of evidence say together about a theme."""
