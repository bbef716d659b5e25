"""Exit codes of the commands."""

CLEAN = 0
PROBLEMS = 1
"""Problems at or above `--fail-on`, a refused `set`, a stale or unformatted `--check`, no record found."""
