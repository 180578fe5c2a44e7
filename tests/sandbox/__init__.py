"""Custom code: the wall around it, what it may say, and what gets nobody through."""
