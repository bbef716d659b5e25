"""The columns of each working sheet, one module each."""
