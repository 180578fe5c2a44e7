"""`python -m api`: the command line."""

import gc

# nothing that is imported is garbage, and looking for it is a third of the start; `run_loop` switches it on
gc.disable()

from api.command import main  # noqa: E402

main()
