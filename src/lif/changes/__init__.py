"""What changed between two snapshots, and what that means: pure functions over both."""
