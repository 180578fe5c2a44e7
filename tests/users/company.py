"""A company with a key of its own, and its customers, each with a user token that the company signs."""

import time
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from joserfc import jwk, jwt

from domain import clock
from domain.identity import Kind, new_id
from domain.models import Workflow
from tests.api.world import CONNECT, CREATE_INTEGRATION, CREATE_TRIGGER, HANDLING, Editor, World

CREATE_KEY = """
mutation ($input: CreateUserTokenKeyInput!) {
  createUserTokenKey(input: $input) { userTokenKey { id algorithm } errors { code message path } }
}"""
REVOKE_KEY = """
mutation ($input: RevokeUserTokenKeyInput!) {
  revokeUserTokenKey(input: $input) { userTokenKey { revokedAt } errors { code message path } }
}"""
FINISH = """
mutation ($input: FinishTriggerInput!) {
  finishTrigger(input: $input) { trigger { id } errors { code message path } }
}"""

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(number: int = 0, bits: int = 2048) -> rsa.RSAPrivateKey:
    """A key pair; the same for the same arguments, since making one takes long."""
    _ = number
    return rsa.generate_private_key(65537, bits)


@cache
def ec_key(number: int = 0) -> ec.EllipticCurvePrivateKey:
    """A key pair of P-256."""
    _ = number
    return ec.generate_private_key(ec.SECP256R1())


def public_pem(key: PrivateKey) -> str:
    """The half that is registered."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


def private_pem(key: PrivateKey) -> str:
    """The half that stays with the company."""
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, form, plain).decode()


def signed(key: PrivateKey, claims: dict[str, Any], **header: Any) -> str:
    """A token of any claims, made as a company would."""
    kind = jwk.RSAKey if isinstance(key, rsa.RSAPrivateKey) else jwk.ECKey
    algorithm = "RS256" if isinstance(key, rsa.RSAPrivateKey) else "ES256"
    imported = kind.import_key(private_pem(key))
    return jwt.encode({"alg": algorithm, **header}, claims, imported, algorithms=[algorithm])


def claims(user_id: str = "ada", **changes: Any) -> dict[str, Any]:
    """Claims of ten minutes; a change of None leaves one out."""
    now = int(time.time())
    every = {"sub": user_id, "iat": now, "exp": now + 600, **changes}
    return {name: value for name, value in every.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Company:
    """editor: of its project. key_id: of its registered key."""

    editor: Editor
    key: PrivateKey
    key_id: str

    def bearing(self, token: str) -> Editor:
        """Whoever bears this token."""
        return replace(self.editor, token=token)

    def user(self, user_id: str = "ada", **changes: Any) -> Editor:
        """A customer with a token."""
        return self.bearing(signed(self.key, claims(user_id, **changes), kid=self.key_id))

    async def integration(self, name: str = "Tracker") -> str:
        """An integration's id."""
        made = await self.editor.change(CREATE_INTEGRATION, name=name)
        return str(made["integration"]["id"])

    async def account(self, integration_id: str, user_id: str = "ada", **more: Any) -> str:
        """A connected account's id."""
        given = {"integrationId": integration_id, "userId": user_id, **more}
        return str((await self.editor.change(CONNECT, **given))["credential"]["id"])

    async def trigger(self, integration_id: str, level: str = "USER", name: str = "Item") -> str:
        """The id of a finished manual trigger that accepts all payloads."""
        await self.account(integration_id, "sandbox", isSandbox=True, providerId="T0")
        made = await self.editor.change(
            CREATE_TRIGGER, integrationId=integration_id, name=name, creation="MANUAL", level=level
        )
        trigger = made["trigger"]
        await self.editor.change(
            HANDLING,
            triggerId=trigger["id"],
            verification={"none": True},
            **({"routing": ["event.body.team"]} if level == "APP" else {}),
        )
        sent = await self.editor.http.post(trigger["targetUrl"], json={"team": "T0"})
        assert sent.status_code == 200
        await self.editor.change(FINISH, triggerId=trigger["id"])
        return str(trigger["id"])

    async def workflow(self, trigger_id: str, name: str = "Sync items") -> str:
        """The id of a workflow of a trigger, written as a row: making one is tested elsewhere."""
        row = await Workflow.create(
            id=new_id(Kind.WORKFLOW),
            trigger_id=trigger_id,
            project_id=self.editor.project.id,
            name=name,
            sealed=b"",
            is_ordered=False,
            stopped_reason="",
            created_ms=clock.now_ms(),
            updated_ms=clock.now_ms(),
        )
        return row.id


async def company(hookwright: World, key: PrivateKey | None = None) -> Company:
    """Make a project with a registered key."""
    editor, own = await hookwright.editor(), key or ec_key()
    made = await editor.change(CREATE_KEY, name="Front end", publicKey=public_pem(own))
    return Company(editor, own, made["userTokenKey"]["id"])
