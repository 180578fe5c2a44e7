"""What a user token opens: the fields below, and nothing else of the schema.

Judged on the document before anything runs, so that a field that is new is closed until it is named here. The deeds
of the domain ask again who calls; this wall keeps the shape of the project from users, they keep the rows.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
)
from strawberry.extensions import SchemaExtension

from api.auth import Identity
from api.transport.context import Context
from domain.connections.callers import CallerKind

OPEN: Final[Mapping[str, frozenset[str]]] = {
    "Query": frozenset({"node", "nodes", "viewer"}),
    "Mutation": frozenset(
        {
            "connectAccount",
            "disconnectAccount",
            "startOAuth",
            "enableWorkflow",
            "disableWorkflow",
            "retryRegistration",
        }
    ),
    "ConnectedUser": frozenset({"userId", "credentials", "workflows"}),
    "Node": frozenset({"id"}),
    "Credential": frozenset(
        {
            "id",
            "credentialId",
            "integration",
            "userId",
            "providerId",
            "isSandbox",
            "status",
            "createdAt",
        }
    ),
    "CredentialConnection": frozenset({"edges", "pageInfo"}),
    "CredentialEdge": frozenset({"node", "cursor"}),
    "PageInfo": frozenset({"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"}),
    "Integration": frozenset({"id", "name", "slug", "accountParameters"}),
    "UserWorkflow": frozenset({"id", "name", "integration", "enabledFor", "userTargetUrl"}),
    "UserWorkflowConnection": frozenset({"edges", "pageInfo"}),
    "UserWorkflowEdge": frozenset({"node", "cursor"}),
    "StartOAuthPayload": frozenset({"authorizationUrl", "errors"}),
    "ConnectAccountPayload": frozenset({"credential", "errors"}),
    "DisconnectAccountPayload": frozenset({"credential", "errors"}),
    "EnableWorkflowPayload": frozenset({"registration", "errors"}),
    "DisableWorkflowPayload": frozenset({"registration", "errors"}),
    "RetryRegistrationPayload": frozenset({"registration", "errors"}),
    "Registration": frozenset(
        {
            "id",
            "state",
            "isWanted",
            "credential",
            "attempts",
            "nextAttemptAt",
            "createdAt",
            "updatedAt",
        }
    ),
    "UserError": frozenset({"code", "message", "path"}),
}
"""By type, the fields that a connected user may ask for."""

_NEVER: Final = "Editor"
"""What no user ever gets: a fragment on it says nothing about what is asked for."""
_MOST: Final = 10


class UserWall(SchemaExtension):
    """Refuses an operation of a connected user that names a field which is not open, before it runs."""

    def on_validate(self) -> Iterator[None]:
        """Judge the document, unless it is refused already."""
        context = self.execution_context
        document = context.graphql_document
        if document is not None and not context.pre_execution_errors and self._is_user():
            inner: GraphQLSchema = context.schema._schema  # noqa: SLF001
            if found := list(dict.fromkeys(closed_fields(document, inner)))[:_MOST]:
                context.pre_execution_errors = [_refusal(name) for name in found]
        yield

    def _is_user(self) -> bool:
        context = self.execution_context.context
        identity = context.identity if isinstance(context, Context) else None
        caller = identity.caller if isinstance(identity, Identity) else None
        return caller is not None and caller.kind is not CallerKind.EDITOR


def closed_fields(document: DocumentNode, schema: GraphQLSchema) -> Iterator[str]:
    """Every field of a document's operations that is not open, as `Type.field`; what does not exist is left out."""
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    waiting: list[tuple[SelectionSetNode, str]] = [
        (each.selection_set, root.name)
        for each in document.definitions
        if isinstance(each, OperationDefinitionNode)
        and (root := schema.get_root_type(each.operation))
    ]
    while waiting:
        selections, parent = waiting.pop()
        for node in selections.selections if parent != _NEVER else ():
            match node:
                case FieldNode():
                    kind = _kind(schema, parent, node.name.value)
                    if kind and node.name.value not in OPEN.get(parent, ()):
                        yield f"{parent}.{node.name.value}"
                    elif kind and node.selection_set:
                        waiting.append((node.selection_set, kind))
                case InlineFragmentNode():
                    on = node.type_condition.name.value if node.type_condition else parent
                    waiting.append((node.selection_set, on))
                case FragmentSpreadNode() if fragment := fragments.pop(node.name.value, None):
                    waiting.append((fragment.selection_set, fragment.type_condition.name.value))


def _kind(schema: GraphQLSchema, parent: str, name: str) -> str | None:
    """The named type of a field; None for introspection, and for what does not exist."""
    fields = getattr(schema.get_type(parent), "fields", {})
    return get_named_type(fields[name].type).name if name in fields else None


def _refusal(name: str) -> GraphQLError:
    return GraphQLError(f"{name} needs an editor token.", extensions={"code": "FORBIDDEN"})
