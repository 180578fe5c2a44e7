"""Trees: JSON values whose strings are templates. Compiled once, rendered often; the keys of objects are literal."""

from typing import Any, Final, TypeAlias

from domain.templates.errors import TemplateSyntaxError
from domain.templates.scope import Scope
from domain.templates.template import Template

MAX_DEPTH: Final = 32
MAX_NODES: Final = 5_000

Node: TypeAlias = "Template | dict[str, Node] | list[Node] | int | float | None"


class Tree:
    """templates: all of them, in order."""

    __slots__ = ("_root", "templates")

    def __init__(self, root: Node, templates: tuple[Template, ...]) -> None:
        self._root = root
        self.templates = templates

    @property
    def reveals_secret(self) -> bool:
        """Whether a secret comes out as it is, not under an HMAC or a hash."""
        return any(template.reveals_secret for template in self.templates)

    def render(self, scope: Scope, *, from_stranger: bool = False) -> Any:
        """The JSON value. Parts of it may be parts of the scope: not to be changed. Raises TemplateError."""
        return _render(self._root, scope, from_stranger=from_stranger)


def compile_tree(value: Any) -> Tree:
    """Read every string of a JSON value as a template. Raises TemplateSyntaxError for the first fault."""
    templates: list[Template] = []
    size = [0]
    return Tree(_compile(value, templates, size, 0), tuple(templates))


def render_tree(tree: Tree, scope: Scope) -> Any:
    """Render a compiled tree: the JSON value. Raises TemplateError."""
    return tree.render(scope)


def _compile(value: Any, templates: list[Template], size: list[int], depth: int) -> Node:
    size[0] += 1
    if depth > MAX_DEPTH or size[0] > MAX_NODES:
        raise TemplateSyntaxError(
            f"it is deeper than {MAX_DEPTH} levels or has more than {MAX_NODES} values"
        )
    if isinstance(value, str):
        template = Template.parse(value)
        templates.append(template)
        return template
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TemplateSyntaxError("the keys of an object are texts")
        return {key: _compile(each, templates, size, depth + 1) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_compile(each, templates, size, depth + 1) for each in value]
    if value is None or isinstance(value, int | float):
        return value
    raise TemplateSyntaxError(f"{type(value).__name__} is not a JSON value; write it as a text")


def _render(node: Node, scope: Scope, *, from_stranger: bool) -> Any:
    if isinstance(node, Template):
        return node.render(scope, from_stranger=from_stranger)
    if isinstance(node, dict):
        return {
            key: _render(each, scope, from_stranger=from_stranger) for key, each in node.items()
        }
    if isinstance(node, list):
        return [_render(each, scope, from_stranger=from_stranger) for each in node]
    return node
