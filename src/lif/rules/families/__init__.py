"""One file for each family of rules."""
