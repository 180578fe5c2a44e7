"""Tests of `domain.handshakes`."""
