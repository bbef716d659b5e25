"""The changes between two snapshots and their consequences: pure functions over both."""
