"""The contents of reports and briefings: pure builders over a snapshot, for each audience."""
