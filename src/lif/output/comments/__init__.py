"""Changes for reviewers: a pull request comment, and JSON."""
