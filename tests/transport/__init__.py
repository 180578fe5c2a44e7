"""The transport through its doors: a real server, real clients, and a small schema of its own."""
