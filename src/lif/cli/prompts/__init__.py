"""Questions on the terminal, and the drafts of records made from the answers."""
