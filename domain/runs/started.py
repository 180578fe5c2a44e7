"""Telling that there are runs: the topics of the bus, and the short way from the journal to the dispatch of its process."""

import asyncio
from collections.abc import Iterable
from typing import Final

from domain.deliveries.record import NewRun

TOPIC: Final = "runs"
"""For whoever dispatches: some run may be due that was not before."""


def watchers(project_id: str) -> str:
    """The topic for whoever watches a project's runs."""
    return f"runs:{project_id}"


class Started:
    """Which workflows just got runs. woken: set when there are some. is_attended: somebody here takes them."""

    def __init__(self) -> None:
        self.is_attended = False
        self.woken = asyncio.Event()
        self._found: set[tuple[str, bool]] = set()

    def add(self, project_id: str, runs: Iterable[NewRun]) -> set[str]:
        """Say that these are on disk. What comes back is to be woken."""
        if not self.is_attended:
            return {TOPIC, watchers(project_id)}
        self._found.update((run.workflow_id, run.is_ordered) for run in runs)
        self.woken.set()
        return {watchers(project_id)}

    def take(self) -> set[tuple[str, bool]]:
        """The workflows since the last time, each with whether its runs go in order."""
        self.woken.clear()
        found, self._found = self._found, set()
        return found
