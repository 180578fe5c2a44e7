"""Whether triggers are heard of, and their events look as they did."""
