"""Setup and teardown requests, recognised by the catalog's sketch of them. Pure.

A word in CAPITALS in a sketch's URL stands for anything, and so does a value that only the provider knows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from domain.registrations.requests import BodyKind, RequestTemplate
from domain.request import Malformed, Request
from domain.simulator import trees
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template

_ADDRESS: Final = "settings.webhookURL"
_PIECES: Final = re.compile(r"(\{\{.*?\}\}|\b[A-Z][A-Z0-9_]+\b)")
_ANYTHING: Final = r"[^/]+"


@dataclass(frozen=True, slots=True)
class Sketch:
    """template: the catalog's. base_path: of the provider's API, without a slash at the end.

    names: what is known of its templates' names, such as the account's values.
    """

    template: RequestTemplate
    base_path: str
    names: Scope

    def fits(self, request: Request) -> bool:
        """Whether method and path are those of the sketch."""
        is_method = request.method == self.template.method.upper()
        return is_method and self._path().fullmatch(request.path) is not None

    def address(self, request: Request) -> str | None:
        """The address to deliver to, from the place where the sketch has it; None when none is there."""
        try:
            found = list(self._addresses(request))
        except Malformed:
            return None
        return next((text for text in found if _is_address(text)), None)

    def reads(self, root: str) -> bool:
        """Whether a value of this root, such as `persisted`, stands in the URL or the JSON body."""
        texts = [self.template.url, *(text for _, text in _leaves(self.template.body.json))]
        return any(path.root == root for text in texts for path in Template.parse(text).paths)

    def _addresses(self, request: Request) -> Iterator[Any]:
        body = self.template.body
        if body.kind is BodyKind.JSON:
            places = [steps for steps, text in _leaves(body.json) if _ADDRESS in text]
            yield from (trees.get(request.json, steps) for steps in places)
        names = {entry.name for entry in body.form if _ADDRESS in entry.value}
        if body.kind is BodyKind.FORM:
            yield from (value for name, value in request.form if name in names)
        names = {entry.name for entry in self.template.query if _ADDRESS in entry.value}
        yield from (value for name, value in request.query if name in names)

    def _path(self) -> re.Pattern[str]:
        url = self.template.url
        is_whole = url.startswith(("https://", "http://"))
        path = urlsplit(url).path if is_whole else f"{self.base_path}/{url.lstrip('/')}"
        return re.compile("".join(map(self._piece, _PIECES.split(path))))

    def _piece(self, text: str) -> str:
        if not _PIECES.fullmatch(text):
            return re.escape(text)
        if not text.startswith("{{"):
            return _ANYTHING
        try:
            return re.escape(Template.parse(text).text(self.names))
        except TemplateError:
            return _ANYTHING


def _leaves(value: Any, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str]]:
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, (*steps, name))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _leaves(each, (*steps, index))


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("https://", "http://"))
