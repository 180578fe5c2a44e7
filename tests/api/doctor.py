"""A trigger that verifies wrongly, deliveries that are refused for it, and the doctor that is asked."""

import json
from dataclasses import dataclass, field
from typing import Any, Final

import httpx

from tests.api.world import (
    CONNECT,
    CREATE_INTEGRATION,
    CREATE_TRIGGER,
    HANDLING,
    SET_SECRET,
    Editor,
)

WRONG: Final = {"hmac": {"header": "X-Acme-Signature", "secret": "{{secrets.SIGNING}}"}}
DIAGNOSE: Final = """
mutation ($input: DiagnoseSignatureInput!) {
  diagnoseSignature(input: $input) {
    diagnosis {
      explanation tried
      findings {
        explanation changes scheme isStale verification secretName
        covers { body url time } providers { slug }
      }
      hints { code message }
    }
    delivery { id outcome cause }
    errors { code message path }
  }
}"""
APPLY: Final = """
mutation ($input: ApplyDiagnosisInput!) {
  applyDiagnosis(input: $input) { trigger { id } errors { code message path } }
}"""


@dataclass(frozen=True, slots=True)
class Patient:
    """A user-level trigger. secrets: in clear, none of which may ever be told."""

    editor: Editor
    trigger_id: str
    url: str
    secrets: list[str] = field(default_factory=list)

    async def deliver(
        self, body: bytes, headers: dict[str, str], query: str = ""
    ) -> httpx.Response:
        """Send one delivery to the sandbox's address."""
        url = f"{self.url}?{query}" if query else self.url
        return await self.editor.http.post(url, content=body, headers=headers)

    async def hold(self, name: str, value: str) -> None:
        """Store a secret."""
        await self.editor.change(SET_SECRET, name=name, value=value)
        self.secrets.append(value)

    async def diagnosed(self, *, hidden: tuple[str, ...] = (), **given: Any) -> Any:
        """Ask the doctor. hidden: expected signatures, which may not be told either."""
        payload = await self.editor.change(DIAGNOSE, triggerId=self.trigger_id, **given)
        told = json.dumps(payload, ensure_ascii=False)
        assert not [one for one in (*self.secrets, *hidden) if one.strip() in told]
        return payload["diagnosis"]

    async def apply(self, finding: Any, **more: Any) -> None:
        """Take a finding."""
        verification = finding["verification"]
        await self.editor.change(
            APPLY, triggerId=self.trigger_id, verification=verification, **more
        )


async def patient(editor: Editor, verification: Any = None, **secrets: str) -> Patient:
    """Make the trigger, with its secrets and a verification: a wrong one when none is given."""
    made = await editor.change(CREATE_INTEGRATION, name="Acme")
    account = {"integrationId": made["integration"]["id"], "userId": "me", "isSandbox": True}
    await editor.change(CONNECT, **account, providerId="P1")
    created = await editor.change(
        CREATE_TRIGGER,
        integrationId=made["integration"]["id"],
        name="Item",
        creation="MANUAL",
        level="USER",
    )
    trigger = created["trigger"]
    one = Patient(editor, trigger["id"], trigger["targetUrl"])
    await one.hold("SIGNING", "planted-placeholder-of-signing")
    for name, value in secrets.items():
        await one.hold(name, value)
    await editor.change(HANDLING, triggerId=trigger["id"], verification=verification or WRONG)
    return one


def hints(diagnosis: Any) -> list[str]:
    """The codes of its hints."""
    return [hint["code"] for hint in diagnosis["hints"]]
