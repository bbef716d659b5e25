"""Strict reading and careful writing of YAML."""
