"""Creates new records and new workspaces."""
