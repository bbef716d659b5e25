"""Find and mask what could identify a person in a text: pure functions."""
