"""The providers' own code judges ours: whatever we make of a delivery, it says the same.

`judge` says what a judge is, one module for each kind of proof lists them, the test holds them to the trials.
"""
