"""Templates: text with `{{ expressions }}` in it.

Alone in its text an expression keeps its value's type; between other text it is written as text, numbers and true
and false as JSON, objects and lists as compact JSON, and null only with `default`. A literal `{{` is written
`{{ "{{" }}`. Parsed once, rendered often.
"""

from typing import Any, Final

from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.expression import MAX_TEXT, Expression, scan_expression
from domain.templates.path import Path
from domain.templates.scope import Scope
from domain.templates.values import as_text

MAX_TEMPLATE: Final = 64 * 1024
MAX_EXPRESSIONS: Final = 500


class Template:
    """source: the text it was read from. expressions, paths: in the order they stand there."""

    __slots__ = ("_constant", "_parts", "_single", "expressions", "paths", "source")

    def __init__(self, source: str, parts: tuple[str | Expression, ...]) -> None:
        self.source = source
        self.expressions = tuple(part for part in parts if isinstance(part, Expression))
        self.paths: tuple[Path, ...] = tuple(
            path for each in self.expressions for path in each.paths
        )
        self._parts = parts
        self._constant = None if self.expressions else "".join(map(str, parts))
        self._single = self.expressions[0] if len(parts) == 1 and self.expressions else None

    @classmethod
    def parse(cls, text: str) -> "Template":
        """Read a template. Raises TemplateSyntaxError."""
        if len(text) > MAX_TEMPLATE:
            raise TemplateSyntaxError(
                f"the text is longer than {MAX_TEMPLATE} characters", MAX_TEMPLATE
            )
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise TemplateSyntaxError("the text is not valid Unicode", error.start) from error
        return cls(text, _parts(text))

    @property
    def is_constant(self) -> bool:
        """Whether nothing is read from any scope."""
        return self._constant is not None

    @property
    def reveals_secret(self) -> bool:
        """Whether a secret comes out as it is, not under an HMAC or a hash."""
        return any(each.reveals_secret for each in self.expressions)

    def render(self, scope: Scope, *, from_stranger: bool = False) -> Any:
        """The value. It may be part of the scope: not to be changed. Raises TemplateError.

        from_stranger: see Expression.evaluate.
        """
        if self._single is None:
            return self.text(scope, from_stranger=from_stranger)
        return self._single.evaluate(scope, from_stranger=from_stranger)

    def text(self, scope: Scope, *, from_stranger: bool = False) -> str:
        """The value written as text, at most MAX_TEXT characters. Raises TemplateError."""
        if self._constant is not None:
            return self._constant
        written = [
            part if isinstance(part, str) else _written(part, scope, from_stranger=from_stranger)
            for part in self._parts
        ]
        if sum(map(len, written)) > MAX_TEXT:
            raise TemplateError("the text", f"it would be longer than {MAX_TEXT} characters")
        return "".join(written)


def _parts(text: str) -> tuple[str | Expression, ...]:
    parts: list[str | Expression] = []
    position = count = 0
    while (opening := text.find("{{", position)) >= 0:
        if opening > position:
            parts.append(text[position:opening])
        expression, end = scan_expression(text, opening + 2)
        if not text.startswith("}}", end):
            raise TemplateSyntaxError(
                'a filter ("|") or "}}" is expected here; write {{ "{{" }} for a literal {{', end
            )
        parts.append(expression)
        position = end + 2
        count += 1
        if count > MAX_EXPRESSIONS:
            raise TemplateSyntaxError(f"there are more than {MAX_EXPRESSIONS} expressions", opening)
    if position < len(text):
        parts.append(text[position:])
    return tuple(parts)


def _written(expression: Expression, scope: Scope, *, from_stranger: bool) -> str:
    value = expression.evaluate(scope, from_stranger=from_stranger)
    try:
        return as_text(value)
    except ValueError as error:
        raise TemplateError(expression.name, str(error)) from error
