"""What workbooks and tables hold: pure descriptions and values, which `output` writes and `store` reads back."""
