"""What in a text could identify a person: pure functions."""
