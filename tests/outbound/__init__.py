"""The door to the internet."""
