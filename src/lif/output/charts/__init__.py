"""One file for each picture of a report: its geometry, from plain values to SVG."""
