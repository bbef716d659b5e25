"""One module for each format of diagnostics."""
