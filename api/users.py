"""What a connected user sees: their own accounts, and the workflows that can be enabled for them.

Leaves out which fields of shared types a user may ask for (`wall`), and enabling.
"""

from typing import Annotated, Final

import strawberry

from api.auth import Info, caller_of, domain_of
from api.described import field, output
from api.graph import Credential, Integration
from api.pages import After, Connection, First, asked, by_id, connection
from domain import addresses, models
from domain.addresses import Target
from domain.connections.credentials import IN_USE, own_accounts
from domain.identity import Kind, is_id
from domain.wizard.description import Creation, Level, decode
from domain.wizard.status import TriggerStatus

_UNSET: Final = strawberry.UNSET


@output
class UserWorkflow:
    """A workflow of the company, as a connected user sees it."""

    row: strawberry.Private[models.Workflow]

    @field
    def id(self) -> strawberry.ID:
        """The workflow's id: give it to `enableWorkflow`."""
        return strawberry.ID(self.row.id)

    @field
    def name(self) -> str:
        """What it is called."""
        return self.row.name

    @field
    def integration(self) -> Integration:
        """The integration whose accounts it can be enabled for."""
        return Integration(row=self.row.trigger.integration)

    @field
    async def enabled_for(self, info: Info) -> list[Credential]:
        """Those of the user's accounts that it is enabled for, oldest first."""
        query = models.WorkflowAccount.filter(workflow_id=self.row.id)
        own = models.Credential.filter(
            id__in=await query.values_list("credential_id", flat=True),
            **own_accounts(caller_of(info)),
        )
        return [Credential(row=row) for row in await own.order_by("id")]

    @field
    async def user_target_url(
        self,
        info: Info,
        credential_id: Annotated[
            strawberry.ID, strawberry.argument(description="The id of one of the user's accounts.")
        ],
    ) -> str | None:
        """The address that the user pastes into the provider's settings, for one account.

        Null where no address has to be pasted, and for what is not a connected account of the user here.
        """
        trigger = self.row.trigger
        if not is_id(credential_id, Kind.CREDENTIAL) or not _is_pasted(trigger):
            return None
        account = await info.context.loaders.credentials.load(str(credential_id))
        if account is None or account.integration_id != trigger.integration_id:
            return None
        if account.status not in IN_USE:
            return None
        target = Target(trigger.project_id, trigger.integration_id, trigger.id)
        return addresses.user_target_url(domain_of(info).settings, target, account.id)


@output
class ConnectedUser:
    """A caller with a user token: a customer of the company, by the token's `sub`."""

    @field
    def user_id(self, info: Info) -> str:
        """The user's id, as the company names them."""
        return caller_of(info).user_id or ""

    @field
    async def credentials(
        self, info: Info, first: First = _UNSET, after: After = _UNSET
    ) -> Connection[Credential]:
        """The user's accounts, the disconnected ones too, oldest first."""
        wanted = asked("own-credentials", first, after)
        rows = await by_id(models.Credential.filter(**own_accounts(caller_of(info))), wanted)
        return connection(rows, wanted, lambda row: Credential(row=row))

    @field
    async def workflows(
        self, info: Info, first: First = _UNSET, after: After = _UNSET
    ) -> Connection[UserWorkflow]:
        """The workflows that can be enabled for the user's accounts, oldest first."""
        wanted = asked("own-workflows", first, after)
        query = models.Workflow.filter(
            project_id=caller_of(info).project_id,
            deleted_ms=None,
            trigger__status=TriggerStatus.ACTIVE.value,
            trigger__deleted_ms=None,
        ).select_related("trigger__integration")
        rows = await by_id(query, wanted)
        return connection(rows, wanted, lambda row: UserWorkflow(row=row))


def _is_pasted(trigger: models.Trigger) -> bool:
    """Whether every user enters an address of their own at the provider."""
    if trigger.live is None:
        return False
    basic = decode(trigger.live).basic
    return basic.creation is Creation.MANUAL and basic.level is Level.USER
