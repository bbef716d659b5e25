"""The line of sight from need to evidence of impact."""
