"""One file for each way of writing diagnostics."""
