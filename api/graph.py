"""How things hang together: the fields that lead from one thing to another, and so to every other.

They stand in one module because they name each other; the fields that lead nowhere are in a module for
each noun. Leaves out who may ask: whatever is reached from a project's own is its own.
"""

from typing import TYPE_CHECKING, Annotated, Final, Self

import orjson
import strawberry

from api.auth import Info, domain_of
from api.credentials import CredentialFields
from api.custom_code import DeliveryConsoleLine
from api.deliveries import DeliveryFields, VerdictFields
from api.described import field, output
from api.followed import FollowUp, ShownValue
from api.integrations import IntegrationFields
from api.node import Node
from api.pages import After, Connection, First, asked, by_id, connection, number
from api.registrations import RegistrationFields
from api.triggers import TriggerFields
from api.workflows import TriggerOutput
from domain import models
from domain.deliveries import event_types, inbox, near_misses, shown
from domain.deliveries.near_misses import Miss
from domain.deliveries.stored import as_request
from domain.errors import NotFound
from domain.identity import Kind, is_id
from domain.registrations import impact
from domain.registrations.triggers import described
from domain.runs import samples
from domain.verdict import Outcome
from domain.wizard import progress
from domain.wizard.status import TriggerStatus

if TYPE_CHECKING:
    from api.starts import LeftOutWorkflow, Run, Workflow

_UNSET: Final = strawberry.UNSET


@output
class RemovalImpact:
    """What is removed at providers when something goes."""

    explanation: str = strawberry.field(description="The same in words for a person.")
    webhooks: list["Registration"] = strawberry.field(
        description="The registrations whose webhooks are removed, oldest first."
    )

    @classmethod
    def of(cls, found: impact.Impact) -> Self:
        """Show it."""
        webhooks = [Registration(row=row) for row in found.registrations]
        return cls(explanation=found.explanation, webhooks=webhooks)


@output
class Integration(IntegrationFields, Node):
    """A project's use of a provider, taken from the catalog or described by hand."""

    row: strawberry.Private[models.Integration]

    @field
    async def sandbox_credential(self, info: Info) -> "Credential | None":
        """The editor's own test account. Null until one is connected."""
        row = await info.context.loaders.sandboxes.load(self.row.id)
        return Credential(row=row) if row else None

    @field
    async def credentials(
        self, first: First = _UNSET, after: After = _UNSET
    ) -> "Connection[Credential]":
        """Its connected accounts, the disconnected ones too, oldest first."""
        wanted = asked(f"credentials:{self.row.id}", first, after)
        rows = await by_id(models.Credential.filter(integration_id=self.row.id), wanted)
        return connection(rows, wanted, lambda row: Credential(row=row))

    @field
    async def triggers(
        self,
        status: Annotated[
            TriggerStatus | None,
            strawberry.argument(description="Those of this status alone; all when absent."),
        ] = _UNSET,
        first: First = _UNSET,
        after: After = _UNSET,
    ) -> "Connection[Trigger]":
        """Its triggers, oldest first."""
        wanted = asked(f"triggers:{self.row.id}", first, after)
        query = models.Trigger.filter(integration_id=self.row.id, deleted_ms=None)
        if status:
            query = query.filter(status=status.value)
        return connection(await by_id(query, wanted), wanted, Trigger.of)

    @field
    async def unrouted(
        self, first: First = _UNSET, after: After = _UNSET
    ) -> "Connection[Delivery]":
        """Genuine deliveries whose Provider ID no connected account has, newest first."""
        wanted = asked(f"unrouted:{self.row.id}", first, after)
        query = models.Delivery.filter(integration_id=self.row.id, outcome=Outcome.UNROUTED.value)
        rows = await by_id(query, wanted, newest_first=True)
        return connection(rows, wanted, lambda row: Delivery(row=row))

    @field
    async def removal_impact(self) -> RemovalImpact:
        """What is removed at the provider when all of its triggers are deleted."""
        return RemovalImpact.of(await impact.of_integration(self.row.id))


@output
class Credential(CredentialFields, Node):
    """One connected account of a user at an integration."""

    row: strawberry.Private[models.Credential]

    @field
    async def integration(self, info: Info) -> Integration:
        """The integration it is an account of."""
        return await _integration(info, self.row.integration_id)

    @field
    async def registrations(
        self, first: First = _UNSET, after: After = _UNSET
    ) -> "Connection[Registration]":
        """The webhooks that exist at the provider for this account, newest first."""
        wanted = asked(f"registrations:{self.row.id}", first, after)
        query = models.Registration.filter(credential_id=self.row.id)
        rows = await by_id(query, wanted, newest_first=True)
        return connection(rows, wanted, lambda row: Registration(row=row))

    @field
    async def removal_impact(self) -> RemovalImpact:
        """What is removed at the provider when the account is disconnected."""
        return RemovalImpact.of(await impact.of_account(self.row.id))


@output
class Trigger(TriggerFields, Node):
    """What the wizard makes: a webhook described, proved, and then ready for every customer."""

    row: strawberry.Private[models.Trigger]

    @field
    async def integration(self, info: Info) -> Integration:
        """The integration it belongs to."""
        return await _integration(info, self.row.integration_id)

    @field
    async def user_target_url(
        self,
        info: Info,
        credential_id: Annotated[
            strawberry.ID, strawberry.argument(description="A connected account's id.")
        ],
    ) -> str | None:
        """The address of one account at user level.

        Null at app level, and for what is not an account of this integration.
        """
        if not is_id(credential_id, Kind.CREDENTIAL):
            return None
        account = await info.context.loaders.credentials.load(str(credential_id))
        if account is None or account.integration_id != self.row.integration_id:
            return None
        return progress.user_target_url(domain_of(info).settings, self.row, account.id)

    @field
    async def sample(self, info: Info) -> "Delivery | None":
        """The delivery that last proved how payloads are validated and routed. Null until one has."""
        if self.row.sample_delivery_id is None:
            return None
        row = await info.context.loaders.deliveries.load(self.row.sample_delivery_id)
        return Delivery(row=row) if row else None

    @field
    async def deliveries(
        self,
        info: Info,
        outcome: Annotated[
            list[Outcome] | None,
            strawberry.argument(
                description="Those that ended so for this trigger; all when absent."
            ),
        ] = _UNSET,
        first: First = _UNSET,
        after: After = _UNSET,
    ) -> "Connection[Delivery]":
        """What arrived for it, tests too, newest first."""
        wanted = asked(f"deliveries:{self.row.id}", first, after)
        query = models.Verdict.filter(trigger_id=self.row.id)
        if outcome:
            query = query.filter(outcome__in=[each.value for each in outcome])
        if (position := number(wanted.after)) is not None:
            query = query.filter(seq__lt=position)
        verdicts = await query.order_by("-seq").limit(wanted.first + 1)
        ids = [verdict.delivery_id for verdict in verdicts]
        rows = await info.context.loaders.deliveries.load_many(ids)
        found = [(one.seq, row) for one, row in zip(verdicts, rows, strict=True) if row]
        return connection(found, wanted, lambda one: Delivery(row=one[1]), lambda one: one[0])

    @field
    async def registrations(
        self, first: First = _UNSET, after: After = _UNSET
    ) -> "Connection[Registration]":
        """The webhooks that exist at the provider because of it, newest first."""
        wanted = asked(f"registrations:{self.row.id}", first, after)
        query = models.Registration.filter(trigger_id=self.row.id)
        rows = await by_id(query, wanted, newest_first=True)
        return connection(rows, wanted, lambda row: Registration(row=row))

    @field
    async def output(self) -> TriggerOutput | None:
        """What a workflow gets of its events: for the builder's menu. Null until an event proved it."""
        found = await samples.sample(self.row)
        return TriggerOutput.of(found) if found else None

    @field
    async def workflows(
        self, first: First = _UNSET, after: After = _UNSET
    ) -> Connection[Annotated["Workflow", strawberry.lazy("api.starts")]]:
        """What its events start, oldest first."""
        from api.starts import Workflow  # noqa: PLC0415  it names this module's types

        wanted = asked(f"workflows:{self.row.id}", first, after)
        query = models.Workflow.filter(trigger_id=self.row.id, deleted_ms=None)
        return connection(await by_id(query, wanted), wanted, lambda row: Workflow(row=row))

    @field
    async def removal_impact(self) -> RemovalImpact:
        """What is removed at the provider when the trigger is deleted; disabling it removes all but the wizard's own."""
        return RemovalImpact.of(await impact.of_trigger(self.row.id))


@output
class Registration(RegistrationFields, Node):
    """The webhook that exists at the provider, for a trigger and an account, or for a trigger alone."""

    row: strawberry.Private[models.Registration]

    @field
    async def trigger(self, info: Info) -> Trigger | None:
        """The trigger it is for. Null once that is deleted."""
        row = await info.context.loaders.triggers.load(self.row.trigger_id)
        return Trigger.of(row) if row else None

    @field
    async def credential(self, info: Info) -> Credential | None:
        """The account it is for. Null at app level."""
        return await _credential(info, self.row.credential_id)


@output
class Event:
    """A verified delivery, for one trigger and one account."""

    id: strawberry.ID = strawberry.field(description="The id of the event.")
    credential_id: strawberry.Private[str]

    @field
    async def credential(self, info: Info) -> Credential | None:
        """The account it is for. Null once its integration is deleted."""
        return await _credential(info, self.credential_id)

    @field
    async def runs(self, info: Info) -> list[Annotated["Run", strawberry.lazy("api.starts")]]:
        """The runs that it started."""
        from api.starts import Run  # noqa: PLC0415  it names this module's types

        return [Run(row=row) for row in await info.context.loaders.event_runs.load(str(self.id))]


@output
class TriggerVerdict(VerdictFields):
    """What one trigger made of a delivery."""

    row: strawberry.Private[models.Verdict]

    @field
    async def trigger(self, info: Info) -> Trigger | None:
        """The trigger. Null once it is deleted."""
        row = await info.context.loaders.triggers.load(self.row.trigger_id)
        return Trigger.of(row) if row else None

    @field
    async def event_type(self, info: Info) -> str | None:
        """What kind of event the delivery says it is, by the trigger's `eventType`. Null when it says nothing."""
        loaders = info.context.loaders
        trigger = await loaders.triggers.load(self.row.trigger_id)
        delivery = await loaders.deliveries.load(self.row.delivery_id)
        if trigger is None or delivery is None:
            return None
        request = as_request(domain_of(info).settings, delivery)
        return event_types.event_type(described(trigger).handling.event_type, request)

    @field
    def events(self) -> list[Event]:
        """The events it became, one for each account. A duplicate has none: its original has."""
        return [
            Event(id=strawberry.ID(event_id), credential_id=credential_id)
            for event_id, credential_id in orjson.loads(self.row.events)
        ]

    @field
    async def left_out(
        self, info: Info
    ) -> list[Annotated["LeftOutWorkflow", strawberry.lazy("api.starts")]]:
        """The workflows that are enabled for its accounts and do not want this event, by their own filters."""
        from api.starts import LeftOutWorkflow  # noqa: PLC0415  it names this module's types

        return await LeftOutWorkflow.all(info, self.row.left_out)


@output
class Delivery(DeliveryFields, Node):
    """One HTTP request that arrived at one of our addresses, exactly as it arrived."""

    row: strawberry.Private[models.Delivery]

    @field
    async def verdicts(self, info: Info) -> list[TriggerVerdict]:
        """What each trigger that listens at the address made of it, in the order they were asked."""
        rows = await info.context.loaders.verdicts.load(self.row.id)
        return [TriggerVerdict(row=row) for row in rows]

    @field
    async def duplicate_of(self, info: Info) -> "Delivery | None":
        """The delivery that it repeats, for all of its accounts or for some. Null for what came for the first time."""
        if self.row.duplicate_of is None:
            return None
        row = await info.context.loaders.deliveries.load(self.row.duplicate_of)
        return Delivery(row=row) if row else None

    @field
    async def replay_of(self, info: Info) -> "Delivery | None":
        """The delivery whose bytes were judged again as this one. Null for what a provider sent."""
        if self.row.replay_of is None:
            return None
        row = await info.context.loaders.deliveries.load(self.row.replay_of)
        return Delivery(row=row) if row else None

    @field
    def is_replay(self) -> bool:
        """Whether it is a replay, also where its original is not kept any more. Its reply was sent to nobody."""
        return self.row.replay_of is not None

    @field
    async def near_misses(self, info: Info) -> list["NearMiss"]:
        """Accounts that it may be meant for, at most ten, the nearest first. Empty unless it is unrouted."""
        found = await inbox.accounts_nearby(domain_of(info), self.row)
        return [NearMiss.of(each) for each in found]

    @field
    def console(self) -> list[DeliveryConsoleLine]:
        """What custom code wrote while it handled this delivery, at most 64 KB."""
        return DeliveryConsoleLine.all(self.row.console)

    @field
    async def follow_up(self, info: Info) -> FollowUp | None:
        """The request of ours that it asked for, as a handshake. Null when it asked for none."""
        row = await info.context.loaders.follow_ups.load(self.row.id)
        return FollowUp(row=row) if row else None

    @field
    async def shown_values(self, info: Info) -> list[ShownValue]:
        """Values that it brought, as a handshake, for a person to see; those that are still the newest."""
        rows = await info.context.loaders.shown.load(self.row.id)
        vault = domain_of(info).vault
        return [ShownValue.of(shown.opened(vault, row)) for row in rows]


@output
class NearMiss:
    """An account that an unrouted delivery may be meant for, and why it is not taken for it."""

    kind: Miss = strawberry.field(description="What stands between them.")
    message: str = strawberry.field(description="The same, for a person.")
    path: str = strawberry.field(description="Where in the event the id stands.")
    credential_id: strawberry.Private[str]

    @classmethod
    def of(cls, miss: near_misses.NearMiss) -> "NearMiss":
        """Show one."""
        return cls(
            kind=miss.miss, message=miss.message, path=miss.path, credential_id=miss.credential_id
        )

    @field
    async def credential(self, info: Info) -> Credential | None:
        """The account. Null once its integration is deleted."""
        return await _credential(info, self.credential_id)


async def _integration(info: Info, identifier: str) -> Integration:
    row = await info.context.loaders.integrations.load(identifier)
    if row is None:  # deleted while the operation ran
        raise NotFound("the integration was deleted")
    return Integration(row=row)


async def _credential(info: Info, identifier: str | None) -> Credential | None:
    row = await info.context.loaders.credentials.load(identifier) if identifier else None
    return Credential(row=row) if row else None
