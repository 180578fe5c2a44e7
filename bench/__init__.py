"""Benches: each compares with something bare in the same run, on the same core; medians, never an assertion."""
