"""Which signatures over content are possible: where they stand, their time, and what they may name."""

from collections.abc import Iterable
from typing import Final

from domain.errors import Problem
from domain.signatures import content, grammar, listing_rules, lists, references, timestamps
from domain.signatures.decoding import Path
from domain.signatures.parts import Binding, ContentPart, Signature, Timestamp
from domain.signatures.problems import attempt, invalid, is_secret, place, secret_slots, template
from domain.signatures.references import Reference
from domain.signatures.schemes import Hash, Hmac, OverContent
from domain.signatures.slots import Slot

MAX_PARTS: Final = 50
MAX_RULES: Final = 20
MAX_SECONDS: Final = 604_800
INSIDE: Final = {
    "query": {"url", "path_query"},
    "form": {"body"},
    "json": {"body"},
    "part": {"body"},
    "item": {"body"},
}


def problems(scheme: OverContent, path: Path) -> Iterable[Problem]:
    """Everything that is wrong with what such methods share."""
    yield from _signature(scheme, (*path, "signature"))
    if scheme.timestamp:
        yield from _timestamp(scheme.timestamp, scheme, (*path, "timestamp"))
    if scheme.foreach:
        yield from foreach(scheme.foreach, (*path, "foreach"))
        if not _walks(scheme):
            yield invalid("'foreach' needs something of each item: item:…", (*path, "foreach"))
    yield from _content(scheme, (*path, "content"))
    for name in ("require", "bind"):
        rules: tuple[Binding, ...] = getattr(scheme, name)
        if len(rules) > MAX_RULES:
            yield invalid(f"at most {MAX_RULES} rules are allowed", (*path, name))
        for number, rule in enumerate(rules):
            yield from _rule(rule, scheme, (*path, name, str(number)), timed=name == "bind")


def foreach(text: str, path: Path) -> Iterable[Problem]:
    """The place of a list that is walked."""
    yield from place(text, ("json",), path)[1]


def _signature(scheme: OverContent, path: Path) -> Iterable[Problem]:
    rule = scheme.signature
    kinds = (*references.KINDS, "item") if scheme.foreach else references.KINDS
    found, problems = place(_sample(rule), kinds, (*path, "from"))
    yield from problems
    if found and rule.numbered and (found.kind != "header" or rule.source.count("{n}") != 1):
        yield invalid("'numbered' needs one {n} in the name of a header", (*path, "from"))
    if found and rule.repeated and found.kind not in {"header", "query", "form"}:
        yield invalid(f"{found.words} cannot be there more than once", (*path, "repeated"))
    if rule.numbered and rule.repeated:
        yield invalid("'numbered' and 'repeated' cannot stand together", path)
    if (rule.numbered or rule.repeated) and (rule.jws or rule.envelope):
        yield invalid("one envelope is needed: not 'numbered' or 'repeated'", path)
    yield from _grammar(rule, path)


def _sample(rule: Signature) -> str:
    return rule.source.replace("{n}", "1") if rule.numbered else rule.source


def _grammar(rule: Signature, path: Path) -> Iterable[Problem]:
    forms = [name for name in ("kv", "index", "envelope", "jws") if _is_set(rule, name)]
    if len(forms) > 1:
        yield invalid(f"{forms[0]!r} and {forms[1]!r} cannot stand together", path)
    if rule.kv and not (rule.split and rule.pick):
        yield invalid(
            "'kv' needs 'split' and 'pick': what separates items, and whose value to take", path
        )
    if rule.pick and not (rule.kv or rule.envelope):
        yield invalid("'pick' needs 'kv': what separates a key from its value", path)
    if rule.envelope and not rule.pick:
        yield invalid("'envelope' needs 'pick': which member is the signature", path)
    if rule.split and (rule.envelope or rule.jws):
        yield invalid("'split' does not belong to an envelope", (*path, "split"))
    if rule.kv and any(one and one in rule.pick for one in (rule.kv, rule.split)):
        yield invalid("'pick' cannot hold 'kv' or 'split'", (*path, "pick"))
    if rule.kv and rule.kv == rule.split:
        yield invalid("'kv' and 'split' cannot be the same", (*path, "kv"))
    yield from _index(rule, path)
    for name in ("strip", "split", "kv", "pick"):
        if not getattr(rule, name).isascii() or len(getattr(rule, name)) > 100:
            yield invalid(f"{name!r} must be short plain ASCII text", (*path, name))


def _is_set(rule: Signature, name: str) -> bool:
    return getattr(rule, name) not in {None, ""}


def _index(rule: Signature, path: Path) -> Iterable[Problem]:
    index = rule.index
    if index is None:
        return
    if not rule.split:
        yield invalid("'index' needs 'split': what separates items", (*path, "index"))
    yield from attempt(lambda: lists.span(index), (*path, "index"))[1]


def _timestamp(rule: Timestamp, scheme: OverContent, path: Path) -> Iterable[Problem]:
    found, problems = place(rule.source, timestamps.PLACES, (*path, "from"))
    yield from problems
    if found:
        yield from _available(found, scheme, (*path, "from"))
    for name in ("tolerance", "future"):
        value = getattr(rule, name)
        if isinstance(value, int) and not 0 <= value <= MAX_SECONDS:
            yield invalid(f'{name!r} is 0 to 604800 seconds (a week), or "any"', (*path, name))


def _content(scheme: OverContent, path: Path) -> Iterable[Problem]:
    if not scheme.content:
        yield invalid("content is empty: every payload would have the same signature", path)
        return
    parts = content.parts(scheme)
    if len(parts) > MAX_PARTS:
        yield invalid(f"at most {MAX_PARTS} parts are allowed", path)
    slots: list[Slot] = []
    before = 0
    for number, part in enumerate(parts):
        where = path if isinstance(scheme.content, str) else (*path, str(number))
        found, problems = _part(part, where)
        before += len(problems)
        yield from problems
        slots += found
    if before:
        return
    yield from _slots(slots, scheme, path)
    yield from _apart(slots, scheme, path)
    if isinstance(scheme, Hash) and not any(is_secret(slot) for slot in slots):
        yield invalid("a hash without {secret} in its content can be made by anyone", path)
    elif all(is_secret(slot) for slot in slots) and not _lists(scheme):
        yield invalid("content names nothing of the request: it would fit every payload", path)


def _part(part: str | ContentPart, path: Path) -> tuple[list[Slot], list[Problem]]:
    if isinstance(part, str):
        return template(part, path)
    problems = list(listing_rules.problems(part, path))
    return ([] if problems else list(content.part_slots(part))), problems


def _lists(scheme: OverContent) -> list[ContentPart]:
    return [part for part in content.parts(scheme) if isinstance(part, ContentPart)]


def _apart(slots: list[Slot], scheme: OverContent, path: Path) -> Iterable[Problem]:
    found, problems = attempt(lambda: grammar.place_of(scheme.signature), path)
    if problems or found is None:
        return
    named = {_same_case(slot.what) for slot in slots}
    inside = _same_case(found) in named or bool(named & INSIDE.get(found.kind, set()))
    for part in _lists(scheme):
        inside |= part.params == found.kind and found.name not in part.exclude
        inside |= _same_case(found) in {Reference("header", name.lower()) for name in part.names}
    if inside:
        yield invalid(f"{found.words} is inside what it signs", path)


def _same_case(what: str | Reference) -> str | Reference:
    is_header = isinstance(what, Reference) and what.kind == "header"
    return Reference("header", what.name.lower()) if is_header else what  # type: ignore[union-attr]


def _slots(found: Iterable[Slot], scheme: OverContent, path: Path) -> Iterable[Problem]:
    slots = list(found)
    yield from secret_slots(slots, path, own=isinstance(scheme, Hmac | Hash))
    for slot in slots:
        if slot.what == "timestamp" and scheme.timestamp is None:
            yield invalid(
                "{timestamp} is signed, but 'timestamp' does not say where it stands", path
            )
        if isinstance(slot.what, Reference):
            yield from _available(slot.what, scheme, path)


def _rule(rule: Binding, scheme: OverContent, path: Path, *, timed: bool) -> Iterable[Problem]:
    kinds = (*references.KINDS, *("item", "sig", "jws"))
    found, problems = place(rule.value, kinds, (*path, "value"))
    yield from problems
    if found:
        yield from _available(found, scheme, (*path, "value"))
    slots, problems = template(rule.equals, (*path, "equals"))
    yield from problems
    yield from _slots(slots, scheme, (*path, "equals"))
    if not timed and any(slot.what == "timestamp" for slot in slots):
        yield invalid("{timestamp} is read later than this is judged", (*path, "equals"))


def _available(found: Reference, scheme: OverContent, path: Path) -> Iterable[Problem]:
    rule = scheme.signature
    match found.kind:
        case "item" if not scheme.foreach:
            yield invalid(f"'item:{found.name}' needs 'foreach': which list is walked", path)
        case "jws" if not rule.jws:
            yield invalid(f"'jws:{found.name}' needs a signature with 'jws'", path)
        case "claim":
            yield invalid(f"'claim:{found.name}' belongs to the method 'jwt'", path)
        case "sig":
            yield from _field(found, rule, path)


def _field(found: Reference, rule: Signature, path: Path) -> Iterable[Problem]:
    index = rule.index
    if not (rule.kv or rule.envelope or index is not None):
        message = f"'sig:{found.name}' needs a signature of keys and values: set 'split' and 'kv'"
        yield invalid(message, path)
    elif rule.numbered or rule.repeated:
        yield invalid(f"'sig:{found.name}' is not one value: there are several signatures", path)
    elif found.name == rule.pick and rule.pick:
        yield invalid(f"'sig:{found.name}' is the signature itself", path)
    elif index is not None and not attempt(lambda: lists.span(index), path)[1]:
        first, is_open = lists.span(index)
        number = int(found.name) if found.name.isascii() and found.name.isdecimal() else -1
        if number == first or number < 0 or (is_open and number > first):
            yield invalid(f"'sig:{found.name}' is not the position of another item", path)


def _walks(scheme: OverContent) -> bool:
    texts = [scheme.signature.source, *(rule.value for rule in (*scheme.bind, *scheme.require))]
    if scheme.timestamp:
        texts.append(scheme.timestamp.source)
    if any(text.startswith("item:") for text in texts):
        return True
    found, _ = attempt(lambda: list(content.slots_of(scheme)), ())
    kinds = [slot.what.kind for slot in found or () if isinstance(slot.what, Reference)]
    return found is None or "item" in kinds
