"""Workbooks and tables as bytes: xlsx, CSV, JSON, SQLite."""
