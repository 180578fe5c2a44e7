"""The pages of docs/ say what the code does: their examples run, their tables are complete, their links lead somewhere."""
