"""Accounts connected by OAuth: the flow, the token and its refresh, and everything that goes wrong with them."""
