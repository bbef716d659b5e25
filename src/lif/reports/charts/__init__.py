"""One module for each chart of a report: its data, its description in words and its table."""
