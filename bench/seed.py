"""A project with one finished app-level trigger, and a delivery that it takes."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Final

from domain import addresses, clock
from domain.connections import connecting, integrations, secrets
from domain.connections.callers import Caller, CallerKind
from domain.context import Context
from domain.database import atomically
from domain.identity import Kind, new_id
from domain.models import Trigger
from domain.registrations.requests import KeyValue
from domain.wizard.description import (
    Basic,
    Creation,
    CustomCode,
    Description,
    Handling,
    Level,
    SecretTemplate,
    Verification,
    encode,
)

SECRET: Final = "a secret that only the bench and the server know"
TEAM: Final = "T0BENCH"
BUILT_IN: Final = Verification(
    form="hmac",
    scheme={
        "method": "hmac",
        "signature": {"from": "header:x-hub-signature-256", "strip": "sha256="},
    },
    secrets=(SecretTemplate("secret", "{{secrets.BENCH}}"),),
)
CODED: Final = Verification(
    form="code",
    scheme=None,
    code=CustomCode(
        """const crypto = require('crypto');
function yourFunction(parameters, libraries, request) {
  const mine = 'sha256=' + crypto.createHmac('sha256', parameters.secret).update(request.rawBody).digest('hex');
  return crypto.timingSafeEqual(Buffer.from(mine), Buffer.from(request.headers['x-hub-signature-256']));
}""",
        (KeyValue("secret", "{{secrets.BENCH}}"),),
    ),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One genuine delivery of 2 KB, signed as GitHub signs."""

    path: str
    body: bytes

    @property
    def signature(self) -> str:
        """The value of X-Hub-Signature-256."""
        return "sha256=" + hmac.new(SECRET.encode(), self.body, hashlib.sha256).hexdigest()


def body(number: int = 0) -> bytes:
    """2 KB of JSON like a provider's: some nesting, some text, the account's id."""
    commits = [
        {"id": f"{index:040x}", "message": "Fix the thing that was wrong " * 3, "added": ["a.py"]}
        for index in range(8)
    ]
    value = {
        "team_id": TEAM,
        "type": "push",
        "number": number,
        "repository": {"id": 1296269, "full_name": "octocat/hello-world", "private": False},
        "commits": commits,
        "pad": "",
    }
    value["pad"] = "x" * max(0, 2048 - len(json.dumps(value)))
    return json.dumps(value).encode()


async def seed(
    context: Context, project_id: str, *, is_coded: bool = False
) -> tuple[Trigger, Sample]:
    """Make the trigger, finished, and its connected account. is_coded: custom code verifies, not the built-in HMAC."""
    caller = Caller(project_id, CallerKind.EDITOR)
    await secrets.set_secret(context, caller, "BENCH", SECRET)
    changes = integrations.IntegrationChanges(name="Bench", api_base_url="https://api.example.com")
    integration = await integrations.create_integration(context, caller, changes=changes)
    account = connecting.Account(user_id="user-1", provider_id=TEAM)
    await connecting.connect_account(context, caller, integration.id, account)
    description = Description(
        basic=Basic(name="Pushed", creation=Creation.MANUAL, level=Level.APP),
        handling=Handling(
            routing=("event.body.team_id",),
            verification=CODED if is_coded else BUILT_IN,
        ),
    )
    trigger = Trigger(
        id=new_id(Kind.TRIGGER),
        integration_id=integration.id,
        project_id=project_id,
        status="ACTIVE",
        live=encode(description),
        live_version=1,
        created_ms=clock.now_ms(),
        updated_ms=clock.now_ms(),
    )
    await atomically(trigger.save)
    path = addresses.path_of(addresses.Target(project_id, integration.id))
    return trigger, Sample(path, body())
