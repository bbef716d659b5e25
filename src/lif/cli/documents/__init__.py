"""Write, check and rerun documents."""
