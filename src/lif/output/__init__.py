"""Output as text and bytes: terminal, diagnostics, documents, charts, templates. Prints and writes nothing itself."""
