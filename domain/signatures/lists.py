"""Lists of signatures: `t=1,v1=ab,v1=cd` by keys, `1795435200,ab,cd` by position, `ab cd` by neither."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.signatures.envelopes import Cut
from domain.signatures.parts import Signature
from domain.signatures.slots import NOTHING
from domain.verdict import Refused, RejectionCause

MAX_ITEMS: Final = 20


def cutter(rule: Signature, words: str) -> Callable[[str], Cut]:
    """Compile cutting a list with `split`. It raises Refused when the list is too long or names no signature."""
    separator, arrange = rule.split, _arrangement(rule, words)

    def cut(text: str) -> Cut:
        items = text.split(separator, MAX_ITEMS)
        if len(items) > MAX_ITEMS:
            explanation = f"{words} lists more than {MAX_ITEMS} items"
            raise Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)
        return arrange(items)

    return cut


def span(index: int | str) -> tuple[int, bool]:
    """The first position and whether all after it are signatures too. Raises ValueError for a person."""
    text = str(index)
    number = text.removesuffix("+")
    is_short = number.isascii() and number.isdecimal() and len(number) <= len(str(MAX_ITEMS))
    if not is_short or int(number) >= MAX_ITEMS:
        raise ValueError(f'a position is 0 to {MAX_ITEMS - 1}, or such as "1+" with all after it')
    return int(number), text.endswith("+")


def arranged(index: int | str, signature: str, fields: Mapping[str, str]) -> list[str]:
    """The items of a list by position, with the signature at its own."""
    first, _ = span(index)
    last = max([first, *(int(name) for name in fields if name.isdecimal())])
    return [
        signature if number == first else fields.get(str(number), "") for number in range(last + 1)
    ]


def _arrangement(rule: Signature, words: str) -> Callable[[list[str]], Cut]:
    if rule.kv:
        return _pairs(rule, words)
    if rule.index is not None:
        return _positions(rule.index, words)
    return lambda items: ([item.strip() for item in items], NOTHING, "", NOTHING)


def _pairs(rule: Signature, words: str) -> Callable[[list[str]], Cut]:
    between, pick = rule.kv, rule.pick

    def pair(items: list[str]) -> Cut:
        signatures: list[str] = []
        fields: dict[str, str] = {}
        for item in items:
            key, _, value = item.strip().partition(between)
            if key == pick:
                signatures.append(value)
            else:
                # a repeated name that is read later, such as a second time, counts as empty
                fields[key] = "" if key in fields else value
        if not signatures:
            raise Refused(RejectionCause.SIGNATURE_MISSING, f"{words} names no {pick!r} signature")
        return signatures, fields, "", NOTHING

    return pair


def _positions(index: int | str, words: str) -> Callable[[list[str]], Cut]:
    first, is_open = span(index)

    def position(items: list[str]) -> Cut:
        texts = [item.strip() for item in items]
        signatures = texts[first:] if is_open else texts[first : first + 1]
        if not signatures:
            explanation = f"{words} has no item {first}, where the signature stands"
            raise Refused(RejectionCause.SIGNATURE_MISSING, explanation)
        others = texts[:first] if is_open else [*texts[:first], "", *texts[first + 1 :]]
        return signatures, {str(n): text for n, text in enumerate(others)}, "", NOTHING

    return position
