"""What is wrong with the records: pure rules over a snapshot."""
