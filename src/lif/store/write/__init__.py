"""Writing into a workspace."""
