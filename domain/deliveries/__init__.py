"""The path of a delivery: plan, judge, journal, tail.

receiver ─ accept ─┬─ plans   which triggers listen at this address, compiled (deed, cached)
                   ├─ judge   handshake, verify, route, filter (pure)
                   └─ journal one durable commit for many, then the bus (deed)
listener ── tail ──── rows by cursor, woken by the bus (deed)
handshake ─ following  what it asks us to call, until it is answered (deed)
unrouted ── routing    what had no account, once one is there (deed)
stored ──── again      judged once more: replaying, previewing (pure)
"""
