"""Comparison of audits with their re-audits, agreement between agencies' grades, and the audit programme."""
