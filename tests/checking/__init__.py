"""Provider files, checked from the command line."""
