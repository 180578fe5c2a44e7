"""Writing one operation for every field of the schema: the shortest way to it from a root."""

from collections import deque
from typing import Final

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_union_type,
)

from domain.identity import Kind

ABSENT: Final = {kind: f"{kind.value}_01k0000000e008000000000000" for kind in Kind}


class Ids(dict[str, str]):
    """What to write for an argument or input field of a name, by the end of the name: `triggerId`."""

    def of(self, name: str) -> str:
        """The id for a name; one that nothing has when it is not known."""
        found = [value for end, value in self.items() if name.lower().endswith(end.lower())]
        return found[0] if found else ABSENT[Kind.TRIGGER]


def operations(schema: GraphQLSchema, ids: Ids) -> dict[str, str]:
    """By `Type.field`, an operation that asks for it and for as little else as can be."""
    written: dict[str, str] = {}
    for root in (schema.query_type, schema.mutation_type, schema.subscription_type):
        assert root is not None
        word = root.name.lower()
        waiting: deque[tuple[GraphQLObjectType, str, str]] = deque([(root, f"{word} {{ ", " }")])
        seen = {root.name}
        while waiting:
            kind, before, after = waiting.popleft()
            for name, field in kind.fields.items():
                call = name + _arguments(field, ids)
                inner = get_named_type(field.type)
                leaf = call if is_leaf_type(inner) else f"{call} {{ __typename }}"
                written.setdefault(f"{kind.name}.{name}", before + leaf + after)
                for below in _objects(schema, inner):
                    if below.name in seen:
                        continue
                    seen.add(below.name)
                    opening = f"{before}{call} {{ ... on {below.name} {{ "
                    waiting.append((below, opening, " } }" + after))
    return written


def _objects(schema: GraphQLSchema, kind: object) -> list[GraphQLObjectType]:
    if isinstance(kind, GraphQLObjectType):
        return [kind]
    if is_union_type(kind) or hasattr(kind, "interfaces"):
        return list(schema.get_possible_types(kind))  # type: ignore[arg-type]
    return []


def _arguments(field: GraphQLField, ids: Ids) -> str:
    given = [
        f"{name}: {_value(name, argument.type, ids)}"
        for name, argument in field.args.items()
        if isinstance(argument.type, GraphQLNonNull)
    ]
    return f"({', '.join(given)})" if given else ""


def _value(name: str, kind: GraphQLInputType, ids: Ids) -> str:
    while isinstance(kind, GraphQLNonNull):
        kind = kind.of_type
    if isinstance(kind, GraphQLList):
        return f"[{_value(name, kind.of_type, ids)}]"
    if isinstance(kind, GraphQLEnumType):
        return str(next(iter(kind.values)))
    if isinstance(kind, GraphQLInputObjectType):
        return _input(kind, ids)
    return {"Int": "1", "Boolean": "true", "ID": f'"{ids.of(name)}"'}.get(kind.name, '"SLACK"')


def _input(kind: GraphQLInputObjectType, ids: Ids) -> str:
    wanted = {
        name: field.type
        for name, field in kind.fields.items()
        if isinstance(field.type, GraphQLNonNull)
    }
    if kind.is_one_of:
        name, field = next(iter(kind.fields.items()))
        wanted = {name: GraphQLNonNull(field.type)}
    inside = ", ".join(f"{name}: {_value(name, each, ids)}" for name, each in wanted.items())
    return f"{{{inside}}}"
