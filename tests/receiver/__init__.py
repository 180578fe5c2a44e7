"""The receiver through its door: real HTTP in, rows and replies out."""
