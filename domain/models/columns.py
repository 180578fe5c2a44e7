"""The kinds of column every table shares."""

from typing import Any, Final

from tortoise import fields

ID_LENGTH: Final = 30


def primary_id() -> Any:
    """A typed id as the primary key."""
    return fields.CharField(max_length=ID_LENGTH, primary_key=True)


def an_id() -> Any:
    """A typed id of something in a table that is not bound by a foreign key."""
    return fields.CharField(max_length=ID_LENGTH)


def maybe_id() -> Any:
    """The same, or nothing."""
    return fields.CharField(max_length=ID_LENGTH, null=True)


def maybe_text() -> Any:
    """A text of any length, or nothing."""
    return fields.TextField(null=True)
