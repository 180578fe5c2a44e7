"""The life of a registration: made, kept alive, removed, and never forgotten."""
