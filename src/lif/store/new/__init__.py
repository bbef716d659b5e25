"""New records and new workspaces."""
