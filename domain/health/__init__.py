"""Health: whether a finished trigger is still heard of, and whether its events still look like its sample.

silence  how long is too long (rule)
drift    fields of the sample that newer events lack, or have of another type (rule)
looking  what the newest rows tell, kept for each trigger (deed)
job      again and again (deed)

Nothing is counted when a delivery arrives: everything is read from rows afterwards.
"""
