"""Statistics, each with its published source."""
