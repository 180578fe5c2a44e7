"""The GraphQL API through its door."""
