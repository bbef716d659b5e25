"""Which version this is: the only place that says it; packaging reads it here."""

VERSION = "0.1.0"
