"""The demo, and the provider that it plays with."""
