"""`hookwright demo`: the whole main path against the running code, with providers that we play ourselves.

Knows a story and tells it line by line; each line is printed after what it says was checked. Uses only the doors
that everyone has: GraphQL over HTTP, graphql-transport-ws, HTTP deliveries. Leaves out how anything is done.

    playing    the order of the acts, and the exit code
    stage      the server and a provider, on free ports, in a folder that is removed
    editor     the editor's client
    listening  a subscription over a real socket
    accounts   connecting them
    wizard     the trigger as it is, step by step
    scene      deliveries, and the verdicts that a listener is shown
    asana      an account's webhook, made by request, with a handshake to keep
    slack      an app's webhook, entered by hand, for every account
    telling    lines on a terminal, and expectations
"""

from api.demo.playing import play

__all__ = ["play"]
