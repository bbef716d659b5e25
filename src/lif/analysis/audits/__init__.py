"""Audits compared with the audits before them, and the audit programme."""
