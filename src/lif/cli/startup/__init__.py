"""What runs before any command: help, completion, lazy loading."""
