"""Text for the terminal: the answers of the reading commands."""
