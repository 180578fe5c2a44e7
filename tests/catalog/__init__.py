"""What the catalog promises for every provider in it."""
