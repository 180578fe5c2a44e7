"""A GraphQL request, whatever carried it.

Knows its four parts; leaves out where they were read, and what they ask for.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """What a client asks for, well-formed; the document may still be nonsense."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None
    extensions: dict[str, Any] | None = None
