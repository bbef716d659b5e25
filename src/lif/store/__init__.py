"""The edge to the disk: finds, parses, builds, locates and writes records; the only ring that writes."""
