"""What is due, by when, from whom."""
