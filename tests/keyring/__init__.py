"""The key ring."""
