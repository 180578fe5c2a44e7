"""The database, ids, the vault and the configuration."""
