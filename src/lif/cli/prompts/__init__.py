"""Questions asked on the terminal, and what becomes of the answers."""
