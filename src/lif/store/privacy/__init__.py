"""What could identify a child, a family or a worker: found in any text, masked wherever it would be shown."""
