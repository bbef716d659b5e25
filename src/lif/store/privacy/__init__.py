"""Find what could identify a child, a family or a worker in a workspace, and mask it wherever it would be shown."""
