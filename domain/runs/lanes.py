"""Lanes: one for each workflow's endpoint, so that a slow or dead one delays no other. Pure: the clock is an argument.

A lane begins with few runs at once, takes twice as many with each that is delivered, and half as many with each that
fails. After five failures in a row it is shut for a while, then probed by a single run; what is due stays due.
"""

import heapq
import itertools
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

TOLERATED: Final = 5
SHORTEST_SHUT: Final = timedelta(seconds=5)
LONGEST_SHUT: Final = timedelta(minutes=5)

_FIRST_ALLOWANCE: Final = 4
_NEVER: Final = 1 << 62
_NO_TICKET: Final = (0, 0)


@dataclass(slots=True)
class Lane:
    """due_ms: when its next run is due, as far as this process knows. ordered_ms: the same of those that go in order.

    allowance: how many may be in flight. failures: in a row. shut_ms: until when nothing is sent. ticket: its place in
    the row of lanes, and when its turn comes.
    """

    workflow_id: str
    due_ms: int = _NEVER
    ordered_ms: int = _NEVER
    in_flight: int = 0
    allowance: int = _FIRST_ALLOWANCE
    failures: int = 0
    shut_ms: int = 0
    ticket: tuple[int, int] = _NO_TICKET

    @property
    def is_idle(self) -> bool:
        """Whether nothing would be lost by forgetting it."""
        return (
            not self.in_flight and not self.failures and min(self.due_ms, self.ordered_ms) == _NEVER
        )

    def room(self, now_ms: int) -> int:
        """How many more runs it takes now. One that failed too often is probed by one at a time."""
        if self.shut_ms > now_ms:
            return 0
        most = 1 if self.failures >= TOLERATED else self.allowance
        return max(0, most - self.in_flight)

    def ready_ms(self) -> int:
        """When it may be asked for runs at the earliest, whatever its room."""
        return max(self.shut_ms, min(self.due_ms, self.ordered_ms))

    def delivered(self, most: int) -> None:
        """Take note of a success. most: that may ever be in flight."""
        self.failures = self.shut_ms = 0
        self.allowance = min(most, self.allowance * 2)

    def failed(self, now_ms: int, asked: timedelta | None) -> None:
        """Take note of a failure. asked: how long the endpoint wants to be left alone."""
        self.failures += 1
        self.allowance = max(1, self.allowance // 2)
        shut = asked or timedelta(0)
        if self.failures >= TOLERATED:
            ours = SHORTEST_SHUT * (1 << min(self.failures - TOLERATED, 10))
            shut = max(shut, min(ours, LONGEST_SHUT))
        self.shut_ms = max(
            self.shut_ms, now_ms + int(min(shut, LONGEST_SHUT) / timedelta(milliseconds=1))
        )


@dataclass(frozen=True, slots=True)
class Want:
    """A request for runs of a workflow. most: a power of two. is_ordered: those that go in order."""

    workflow_id: str
    most: int
    is_ordered: bool = False


class Lanes:
    """All lanes of a process, asked in turn. per_lane: runs of one endpoint in flight at most."""

    def __init__(self, per_lane: int) -> None:
        self._per_lane = per_lane
        self._lanes: dict[str, Lane] = {}
        self._row: list[tuple[int, int, str]] = []
        self._tickets = itertools.count(1)

    def __getitem__(self, workflow_id: str) -> Lane:
        lane = self._lanes.get(workflow_id)
        if lane is None:
            allowance = min(_FIRST_ALLOWANCE, self._per_lane)
            lane = self._lanes[workflow_id] = Lane(workflow_id, allowance=allowance)
        return lane

    def due(self, workflow_id: str, at_ms: int, now_ms: int, *, is_ordered: bool) -> None:
        """Say that a run of a workflow is due at a time."""
        lane = self[workflow_id]
        if is_ordered:
            lane.ordered_ms = min(lane.ordered_ms, at_ms)
        else:
            lane.due_ms = min(lane.due_ms, at_ms)
        self._stand(lane, now_ms)

    def wants(self, now_ms: int, free: int) -> list[Want]:
        """What to ask for now, at most `free` runs of at most as many lanes. Whoever is asked goes to the end."""
        ready: list[Lane] = []
        while self._row and self._row[0][0] <= now_ms and len(ready) < free:
            _, ticket, workflow_id = heapq.heappop(self._row)
            lane = self._lanes.get(workflow_id)
            if lane is None or lane.ticket[0] != ticket:
                continue
            lane.ticket = _NO_TICKET
            if lane.ready_ms() > now_ms:
                self._stand(lane, now_ms)
            elif lane.room(now_ms):  # else it stands again when one of its runs has ended
                ready.append(lane)
        return [self._want(lane, now_ms, free // len(ready)) for lane in ready]

    def taken(self, want: Want, count: int, now_ms: int) -> None:
        """Say how many runs a request brought. Fewer than wanted: no more are due, as far as this process knows."""
        lane = self[want.workflow_id]
        lane.in_flight += count
        if count < want.most:
            if want.is_ordered:
                lane.ordered_ms = _NEVER
            else:
                lane.due_ms = _NEVER
        self._stand(lane, now_ms)

    def delivered(self, workflow_id: str, now_ms: int) -> None:
        """Take note of the success of a run."""
        lane = self[workflow_id]
        lane.in_flight -= 1
        lane.delivered(self._per_lane)
        self._stand(lane, now_ms)

    def failed(self, workflow_id: str, now_ms: int, asked: timedelta | None) -> None:
        """Take note of the failure of a run. asked: how long the endpoint wants to be left alone."""
        lane = self[workflow_id]
        lane.in_flight -= 1
        lane.failed(now_ms, asked)
        self._stand(lane, now_ms)

    def next_ms(self) -> int:
        """When a lane may be asked next."""
        return self._row[0][0] if self._row else _NEVER

    def forget(self) -> None:
        """Let go of lanes that nothing is known of."""
        self._lanes = {name: lane for name, lane in self._lanes.items() if not lane.is_idle}

    def _want(self, lane: Lane, now_ms: int, share: int) -> Want:
        most = max(1, min(lane.room(now_ms), share))
        # in order first: they were made to wait already
        return Want(lane.workflow_id, 1 << (most.bit_length() - 1), lane.ordered_ms <= now_ms)

    def _stand(self, lane: Lane, now_ms: int) -> None:
        """Put a lane where its time comes, behind those whose time has come already."""
        at = max(lane.ready_ms(), now_ms)
        if at >= _NEVER or not lane.room(at) or (lane.ticket[0] and lane.ticket[1] <= at):
            return
        lane.ticket = (next(self._tickets), at)
        heapq.heappush(self._row, (at, lane.ticket[0], lane.workflow_id))
