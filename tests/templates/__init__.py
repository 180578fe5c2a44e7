"""Tests of `domain.templates`."""
