"""The front: parses options, calls, prints, exits."""
