"""Retention: how long what arrived is kept, and its deletion in small batches beside the traffic.

policy   what is kept, and which are too many (rule)
days     deliveries of a day, on PostgreSQL apart from others (rule)
daily    makes days ahead, and drops them (deed)
pruning  the one place that deletes (deed)
job      again and again, at a measured pace (deed)

Left alone: what proved a trigger, a workflow's test data, and whatever a run that is not over still needs.
"""
