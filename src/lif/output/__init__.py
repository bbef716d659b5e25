"""The edge to people: terminal, documents, templates. Returns text and bytes; prints and writes nothing."""
