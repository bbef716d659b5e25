"""The edge to the disk: finds, reads, builds, places and writes records; the only ring that writes."""
