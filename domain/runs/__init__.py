"""Workflows and the runs that events start. We own the start; the engine behind the endpoint owns the rest.

journal ── started ─┬─ dispatching  one turn after another: settle, claim, send (deed)
                    │    lanes      who is asked for runs when, and the circuit breaker (rule)
                    │    queue      claiming and settling, on SQLite and PostgreSQL (deed)
                    │    sending    one attempt: targets, output, signing, posting (deed)
                    │    outcomes   what an answer means for its run, retrying: when it is tried again (rule)
                    └─ pulling      an engine claims by lease and ends by fence (deed)
watcher ── watching ── every change by cursor (deed)

workflows  making, changing, ending them (deed); endpoints, secrets (rule)
output     what a workflow gets of an event, shapes: its JSON Schema (rule); samples (deed)
testing    Test Step (deed)
"""
