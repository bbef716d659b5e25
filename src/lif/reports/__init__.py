"""What a document says, and for whom: pure builders over a snapshot."""
