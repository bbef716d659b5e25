"""Draw the charts of reports as SVG from plain values."""
