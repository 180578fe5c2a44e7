"""`python -m api`: the command line."""

from api.command import main

main()
