"""Documents: Markdown parsed to a tree, and written as Markdown, HTML, Word or PDF."""
