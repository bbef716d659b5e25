"""What the evidence says: pure functions over a snapshot."""
