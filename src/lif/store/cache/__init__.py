"""What was read and found before is kept beside git, so that what has not changed is not read and judged again."""
