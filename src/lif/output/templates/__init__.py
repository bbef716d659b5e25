"""Templates of documents: where they are, which of their words are allowed, and how they are rendered, apart."""
