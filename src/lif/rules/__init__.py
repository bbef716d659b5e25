"""The rules that find what is wrong with the records: pure functions of a snapshot."""
