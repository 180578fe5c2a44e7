"""The ways in which a text may hold a signature: as it is, behind a prefix, in a list, under a key."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from domain.signatures import lists
from domain.signatures.parts import Signature
from domain.verdict import Refused

Reading = tuple[Mapping[str, Any], str, Mapping[str, str]]
"""The grammar, as keywords of Signature; the text that is left; the other fields of the list."""

MAX_TEXT: Final = 4_096
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,40}[=: ]\s?|v\d{1,2}[=:,.]")
_SOLE: Final = re.compile(r"(v\d{1,2})([,=])(\S+)")
_SPLITS: Final = (",", ";", " ", "&", "|", ":")
_BETWEEN: Final = ("=", ":", ",")


def readings(text: str) -> Iterator[Reading]:
    """Every reading, the plainest first. Total."""
    if len(text) > MAX_TEXT or not text.isascii():
        return
    yield {}, text, {}
    if sole := _SOLE.fullmatch(text):
        # one signature of a list that may have several: `v1,…` of Standard Webhooks
        split = " " if sole[2] == "," else ","
        yield {"split": split, "kv": sole[2], "pick": sole[1]}, sole[3], {}
    strips = ["", *_prefixes(text)]
    for strip in strips[1:]:
        yield {"strip": strip}, text[len(strip) :], {}
    for strip in strips:
        yield from _lists(strip, text[len(strip) :])


def _prefixes(text: str) -> Iterator[str]:
    found = _PREFIX.match(text)
    if found and found.end() < len(text):
        yield found[0]


def _lists(strip: str, text: str) -> Iterator[Reading]:
    for split in _SPLITS:
        items = text.split(split)
        if not 2 <= len(items) <= lists.MAX_ITEMS:
            continue
        for kv in _BETWEEN:
            if kv != split:
                yield from _keyed(strip, split, kv, text)
        for index in range(len(items)):
            yield from _cut({"strip": strip, "split": split, "index": index}, text)


def _keyed(strip: str, split: str, kv: str, text: str) -> Iterator[Reading]:
    items = [item.strip().partition(kv) for item in text.split(split)]
    if not all(key and between for key, between, _ in items):
        return
    for pick in dict.fromkeys(key for key, _, _ in items):
        if split not in pick:
            yield from _cut({"strip": strip, "split": split, "kv": kv, "pick": pick}, text)


def _cut(rule: Mapping[str, Any], text: str) -> Iterator[Reading]:
    try:
        found, fields, _, _ = lists.cutter(Signature("header:x", **rule), "it")(text)
    except (Refused, ValueError):
        return
    for each in found:
        yield {name: value for name, value in rule.items() if value != ""}, each, fields
