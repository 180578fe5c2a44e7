"""What can be changed, a noun at a time: each mutation translates, calls one deed, and shows what came of it."""
