"""One file for each kind of record."""
