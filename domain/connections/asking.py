"""What a person asks of the provider about a connected account: a fresh token, or whose account it is."""

from domain.connections import freshness
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import CONNECTED, IN_USE, get_credential, granted
from domain.connections.freshness import Unusable
from domain.connections.looking_up import look_up
from domain.connections.oauth_app import OAuthGrant
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, ProblemCode
from domain.models import Credential, Integration
from domain.registrations import masking


async def refresh_account(context: Context, caller: Caller, credential_id: str) -> Credential:
    """Refresh an access token now. Raises Invalid (`credentialId`) when it cannot be; NotFound, Forbidden."""
    require_editor(caller)
    row = await get_credential(caller, credential_id)
    grant = granted(context.vault, row)
    if row.status != CONNECTED or row.sealed_grant is None:
        message = "only a connected account that has a token of OAuth can be refreshed"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "credentialId")
    if not grant.refresh_token and grant.kind is OAuthGrant.AUTHORIZATION_CODE:
        message = "the provider gave no refresh token: connect it again by startOAuth"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "credentialId")
    try:
        found = await freshness.refreshed(context, row.id, beyond=row.version)
    except Unusable as error:
        raise Invalid.one(ProblemCode.FAILED, str(error), "credentialId") from None
    if found.failures:
        raise Invalid.one(ProblemCode.FAILED, found.reason or "It failed.", "credentialId")
    return found


async def look_up_provider_id(context: Context, caller: Caller, credential_id: str) -> Credential:
    """Ask the provider whose account it is, and keep what it says. Raises Invalid (`credentialId`), NotFound, Forbidden."""
    require_editor(caller)
    row = await get_credential(caller, credential_id)
    if row.status not in IN_USE:
        message = "the account is disconnected"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "credentialId")
    integration = await Integration.get(id=row.integration_id)
    found = await look_up(context, integration, row)

    async def keep() -> Credential:
        now = await Credential.get_or_none(id=row.id)
        if now is None:
            raise NotFound("there is no such account")
        exchange = masking.encode(found.exchange) if found.exchange else now.exchange
        own: dict[str, str | None] = {"exchange": exchange}
        if found.provider_id:
            own |= {"provider_id": found.provider_id}
            own |= {"reason": None} if now.status == CONNECTED and not now.failures else {}
        await now.update_from_dict(own).save(update_fields=list(own))
        return now

    kept = await atomically(keep)
    context.drop_plans(row.integration_id)
    if found.problem:
        raise Invalid.one(ProblemCode.FAILED, found.problem, "credentialId")
    return kept
