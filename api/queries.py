"""What can be asked for: the roots from which everything else is reached.

Whatever is not the caller's own is not found, and looks like what does not exist.
"""

import asyncio
from collections.abc import Callable
from typing import Annotated, Any, Final, TypeVar

import strawberry

from api import handshakes, providers
from api.auth import Info, caller_of
from api.described import field, output
from api.graph import Credential, Delivery, Integration, Registration, Trigger
from api.handshakes import ReadyHandshake
from api.node import Node, known
from api.pages import After, Connection, First, asked, by_id, connection
from api.projects import Project
from api.providers import Provider
from api.replays import Replay
from api.starts import Run, States, Workflow, run_page
from api.users import ConnectedUser
from domain import models
from domain.connections.callers import CallerKind, require_editor
from domain.errors import Invalid, NotFound, ProblemCode
from domain.identity import Kind, kind_of

MOST_NODES: Final = 100

_UNSET: Final = strawberry.UNSET
_NODES: Final[dict[Kind, tuple[str, Callable[[Any], Node]]]] = {
    Kind.PROJECT: ("projects", lambda row: Project(row=row)),
    Kind.INTEGRATION: ("integrations", lambda row: Integration(row=row)),
    Kind.CREDENTIAL: ("credentials", lambda row: Credential(row=row)),
    Kind.TRIGGER: ("triggers", Trigger.of),
    Kind.REGISTRATION: ("registrations", lambda row: Registration(row=row)),
    Kind.DELIVERY: ("deliveries", lambda row: Delivery(row=row)),
    Kind.WORKFLOW: ("workflows", lambda row: Workflow(row=row)),
    Kind.RUN: ("runs", lambda row: Run(row=row)),
    Kind.REPLAY: ("replays", lambda row: Replay(row=row)),
}

N = TypeVar("N", bound=Node)

Id = Annotated[
    strawberry.ID, strawberry.argument(name="id", description="An id, as it was returned.")
]


@output
class Editor:
    """A caller with an editor token."""

    project: Project = strawberry.field(description="The project that the token belongs to.")


Viewer = Annotated[
    Editor | ConnectedUser,
    strawberry.union("Viewer", description="Who asks. More kinds of callers may come."),
]


@output
class Query:
    """What can be asked for."""

    @field
    async def node(self, info: Info, identifier: Id) -> Node | None:
        """Find anything by its id. Null when there is no such thing, or it is not yours."""
        caller_of(info)
        return await _node(info, identifier)

    @field
    async def nodes(
        self,
        info: Info,
        ids: Annotated[
            list[strawberry.ID], strawberry.argument(description="At most 100 ids, of any kinds.")
        ],
    ) -> list[Node | None]:
        """Find several things by id, in the order of the ids, null for what is not found."""
        caller_of(info)
        if len(ids) > MOST_NODES:
            message = f"{len(ids)} ids were given; at most {MOST_NODES} are accepted"
            raise Invalid.one(ProblemCode.TOO_LONG, message, "ids")
        return await asyncio.gather(*(_node(info, each) for each in ids))

    @field
    async def viewer(self, info: Info) -> Viewer:
        """Who asks."""
        if caller_of(info).kind is not CallerKind.EDITOR:
            return ConnectedUser()
        row = await info.context.loaders.projects.load(caller_of(info).project_id)
        if row is None:
            raise NotFound("the project was deleted")
        return Editor(project=Project(row=row))

    @field
    def providers(
        self,
        info: Info,
        search: Annotated[
            str | None,
            strawberry.argument(
                description="Words that must all be found; everything when absent."
            ),
        ] = _UNSET,
        first: First = _UNSET,
        after: After = _UNSET,
    ) -> Connection[Provider]:
        """The catalog of providers, by name; those whose name has the words come first."""
        caller_of(info)
        return providers.page(search or "", first, after)

    @field
    def provider(
        self,
        info: Info,
        slug: Annotated[str, strawberry.argument(description="The provider's stable name.")],
    ) -> Provider | None:
        """One provider of the catalog. Null when it is not in it."""
        caller_of(info)
        return providers.find(slug)

    @field
    def ready_handshakes(self, info: Info) -> list[ReadyHandshake]:
        """Handshake rules to start from, for the kinds that providers use."""
        caller_of(info)
        return handshakes.library()

    @field
    async def integrations(
        self, info: Info, first: First = _UNSET, after: After = _UNSET
    ) -> Connection[Integration]:
        """The project's integrations, oldest first."""
        wanted = asked("integrations", first, after)
        query = models.Integration.filter(project_id=caller_of(info).project_id)
        rows = await by_id(query, wanted)
        return connection(rows, wanted, lambda row: Integration(row=row))

    @field
    async def integration(self, info: Info, identifier: Id) -> Integration | None:
        """One integration. Null when there is no such thing, or it is not yours."""
        return await _one(info, identifier, Integration)

    @field
    async def trigger(self, info: Info, identifier: Id) -> Trigger | None:
        """One trigger. Null when there is no such thing, it was deleted, or it is not yours."""
        return await _one(info, identifier, Trigger)

    @field
    async def delivery(self, info: Info, identifier: Id) -> Delivery | None:
        """One delivery. Null when there is no such thing, or it is not yours."""
        return await _one(info, identifier, Delivery)

    @field
    async def workflows(
        self, info: Info, first: First = _UNSET, after: After = _UNSET
    ) -> Connection[Workflow]:
        """The project's workflows, oldest first."""
        wanted = asked("workflows", first, after)
        project_id = require_editor(caller_of(info))
        query = models.Workflow.filter(project_id=project_id, deleted_ms=None)
        return connection(await by_id(query, wanted), wanted, lambda row: Workflow(row=row))

    @field
    async def workflow(self, info: Info, identifier: Id) -> Workflow | None:
        """One workflow. Null when there is no such thing, it was deleted, or it is not yours."""
        return await _one(info, identifier, Workflow)

    @field
    async def runs(
        self,
        info: Info,
        state: States = _UNSET,
        workflow_id: Annotated[
            strawberry.ID | None,
            strawberry.argument(description="Those of this workflow; of all when absent."),
        ] = _UNSET,
        first: First = _UNSET,
        after: After = _UNSET,
    ) -> Connection[Run]:
        """The project's runs, newest first."""
        query = models.Run.filter(project_id=require_editor(caller_of(info)))
        if workflow_id:
            query = query.filter(workflow_id=known(workflow_id, Kind.WORKFLOW))
        return await run_page(query, "runs", state, first, after)

    @field
    async def replays(
        self, info: Info, first: First = _UNSET, after: After = _UNSET
    ) -> Connection[Replay]:
        """The project's replays of many things, newest first."""
        wanted = asked("replays", first, after)
        query = models.Replay.filter(project_id=require_editor(caller_of(info)))
        rows = await by_id(query, wanted, newest_first=True)
        return connection(rows, wanted, lambda row: Replay(row=row))

    @field
    async def run(self, info: Info, identifier: Id) -> Run | None:
        """One run. Null when there is no such thing, or it is not yours."""
        return await _one(info, identifier, Run)


async def _node(info: Info, identifier: str) -> Node | None:
    kind = kind_of(identifier)
    if kind is None or kind not in _NODES or not _is_open(info, kind):
        return None
    loader, make = _NODES[kind]
    row = await getattr(info.context.loaders, loader).load(str(identifier))
    return None if row is None else make(row)


def _is_open(info: Info, kind: Kind) -> bool:
    """Whether things of a kind can be the caller's own: a connected user has accounts and webhooks, and nothing else."""
    own = {Kind.CREDENTIAL, Kind.REGISTRATION}
    return caller_of(info).kind is CallerKind.EDITOR or kind in own


async def _one(info: Info, identifier: str, kind: type[N]) -> N | None:
    caller_of(info)
    found = await _node(info, identifier)
    return found if isinstance(found, kind) else None
