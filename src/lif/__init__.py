"""The learning and improvement framework of a safeguarding children partnership, as checked records."""
