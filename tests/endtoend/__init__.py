"""The main path end to end: real input of real providers, through the doors of a served process."""
