"""What each audience may see, and how withheld content is worded: pure functions."""
