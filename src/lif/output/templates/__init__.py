"""Templates of documents: where they are found, what they may contain, and their rendering in a child process."""
