"""Inputs nobody thought of: for as long as they are given, and again from the seed that a failure prints."""
