"""Waking each other: inside this process, by PostgreSQL's NOTIFY, or by NATS.

Topics are ids: of a trigger for its listeners, of a project to count them; and names of what runs in the background.
"""

from domain.bus.local import Bus, Carrier
from domain.bus.opening import carried
from domain.bus.presence import Presence
from domain.bus.topics import FOLLOW_UPS, PLANS

__all__ = ["FOLLOW_UPS", "PLANS", "Bus", "Carrier", "Presence", "carried"]
