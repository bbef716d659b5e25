"""Take in what people changed in a workbook: compare it, show it, and write it once."""
