"""What came back in a workbook: cells read as values, and compared with what was exported and what holds now."""
