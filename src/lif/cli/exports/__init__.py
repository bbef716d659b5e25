"""What `export` does besides the command itself: find the records, and decide where a file may stand."""
