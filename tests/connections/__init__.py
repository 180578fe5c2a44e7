"""Projects, secrets, integrations and accounts."""
