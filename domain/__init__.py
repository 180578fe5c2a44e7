"""What Hookwright knows: rules are pure, deeds touch the database, the network or a process.

Knows no HTTP status, no GraphQL and no web framework: those are the edges' (`api`, `receiver`).
"""
