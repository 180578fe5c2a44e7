"""Values of a request that must equal something computed: what is required, what is bound.

Leaves out what follows when they do not (judging, jwt).
"""

from collections.abc import Callable, Sequence

from domain.request import Malformed
from domain.signatures import references, slots
from domain.signatures.comparison import same
from domain.signatures.parts import Binding
from domain.signatures.slots import Builder, Finder, Signed, Slot


def first_unequal(rules: Sequence[Binding], own: str = "") -> Callable[[Signed], str | None]:
    """Compile a check: the words of the first place that holds another value, None when all are equal.

    own: the name of the secret that `{secret}` reads. The check raises Malformed when a place is empty
    or a part of a template is missing. Compared in constant time.
    """
    compiled: list[tuple[str, Finder, Builder]] = []
    for rule in rules:
        place = references.parse(rule.value, references.LOCATED)
        compiled.append((place.words, slots.finder(Slot(place)), slots.template(rule.equals, own)))

    def check(signed: Signed) -> str | None:
        for words, find, build in compiled:
            sent = find(signed)
            if sent is None:
                raise Malformed(f"{words} is missing; it must equal something that was signed")
            if not same(build(signed), sent):
                return words
        return None

    return check
