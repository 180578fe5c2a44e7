"""A provider of our own, played from catalog data: its API over ASGI, its handshakes, its deliveries.

Knows how to be any provider of the catalog: the setup request is recognised by the catalog's sketch, the
handshake is made of the rule that answers it, a delivery is signed by the scheme that verifies it. Leaves out
being served: that is the caller's, and whatever stands in the catalog is not repeated here.

    provider    the simulator: the webhooks that were made there, what it answers, what it sends
    calls       a call to its API: what is asked, or why it is refused
    sketches    setup and teardown requests, recognised
    sending     signed and sent
    challenges  a handshake, made of its rule, and whether it was answered
    examples    a delivery, made of the catalog's example
    trees       values put into JSON
    asgi        one HTTP exchange, in and out
    oauth_server  an OAuth 2.0 provider
"""

from domain.simulator.challenges import Unanswered
from domain.simulator.examples import draft
from domain.simulator.provider import Simulator, Webhook

__all__ = ["Simulator", "Unanswered", "Webhook", "draft"]
