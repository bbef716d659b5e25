"""The line of sight from need to impact."""
