"""Retention: how long what arrived is kept, and its deletion in small batches beside the traffic.

policy   what is kept, and which are too many (rule)
pruning  the one place that deletes (deed)
job      again and again, at a measured pace (deed)

Left alone: what proved a trigger, a workflow's test data, and whatever a run that is not over still needs.
"""
