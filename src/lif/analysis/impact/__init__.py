"""What shows that something changed."""
