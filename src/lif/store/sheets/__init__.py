"""Read workbooks and tables that people send: their size, their cells, and what in them could identify a person."""
