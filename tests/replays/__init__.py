"""Replaying many stored things."""
