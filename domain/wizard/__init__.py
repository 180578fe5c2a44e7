"""Three steps and Finish: what a trigger's description is, what is missing from it, how it goes live.

Rules: `description` the values · `names` what templates may read where · `checks` what is wrong with a
description · `forms` and `verification` friendly forms of a signature scheme · `steps` which step is complete.
Deeds: `drafts` reading and saving a draft · `creating`, `updates` the steps · `prefill` from the catalog ·
`progress` the wizard of a trigger, its menu and addresses · `finishing` going live, and what that costs ·
`lifecycle` disable, enable, delete.

Leaves out sending requests (registrations) and judging deliveries.
"""
