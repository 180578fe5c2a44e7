"""Replays of many stored things: events and deliveries of a trigger, or runs that are over.

wanted     what is asked for, and how it is kept (rule)
starting   counting it, beginning, cancelling (deed)
selecting  the next of what is wanted (deed)
working    one after another, each step in the commit of what it replays (deed)
watching   how far it is (deed)
"""
