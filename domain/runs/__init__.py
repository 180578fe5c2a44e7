"""Workflows and the runs that events start. We own the start; the engine behind the endpoint owns the rest.

workflows  making, changing, ending them (deed)
secrets    what their POSTs are signed with (rule)
output     what a workflow gets of an event (rule), shapes  its JSON Schema, inferred (rule)
"""
