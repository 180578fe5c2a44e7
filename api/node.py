"""Things with an id: the interface they share, and ids as they come from outside.

Leaves out which things there are (`graph`) and reading them (`loaders`).
"""

from typing import Any

import strawberry

from api.described import field, interface
from domain.errors import NotFound
from domain.identity import Kind, is_id


@interface
class Node:
    """Something with an id of its own, that can be asked for again by `node`."""

    row: strawberry.Private[Any]

    @field
    def id(self) -> strawberry.ID:
        """Its id: opaque, the same everywhere, for good."""
        return strawberry.ID(self.row.id)


def known(identifier: str, kind: Kind) -> str:
    """Take an id from outside. Raises NotFound for what cannot be one of this kind."""
    if not is_id(identifier, kind):
        raise NotFound(f"there is nothing with this id; one begins with {kind.value}_")
    return str(identifier)
