"""`python -m bench`: every bench, one after the other, each a table."""

import sys

from bench import coded, deliveries, dispatch, fanout, growth, ingest, live, pruning

if __name__ == "__main__":
    rounds = sys.argv[1:2]
    sys.argv[1:] = rounds
    deliveries.main()
    sys.argv[1:] = []
    live.main()
    coded.main()
    pruning.main()
    dispatch.main()
    ingest.main()
    fanout.main()
    growth.main()
