"""One file for each picture of a report: what it shows, and what it says."""
