"""Given names that lif brings, so that a name is noticed that no word announces."""
