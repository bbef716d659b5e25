"""What a reader may see, and how what is withheld is worded: pure functions."""
