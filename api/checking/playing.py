"""The whole wizard at a real server, for a provider that is played from its own file.

Knows only the doors that everyone has: GraphQL, a subscription, deliveries over HTTP.
"""

import asyncio
import re
import secrets
import shutil
import tempfile
from pathlib import Path
from typing import Any, Final

from api.demo import scene, wizard
from api.demo.editor import Editor
from api.demo.listening import listening
from api.demo.scene import Scene
from api.demo.stage import Stage, served
from api.demo.telling import Failed, Teller
from domain import catalog
from domain.catalog import Provider
from domain.signatures import NoSignature, covers
from domain.signatures.facts import public_leaves
from domain.simulator import Simulator, Unanswered, draft
from domain.simulator.calls import comes_later

_ACCOUNT: Final = "1206000"
"""The sandbox account's Provider ID: reads as a text and as a number."""

_ATTEMPTS: Final = 20
_PAUSE: Final = 0.1
_SENT: Final = """
    registration { state reason exchange { answer { status body } } }
    trigger { id }"""


async def play(teller: Teller, stage: Stage, provider: Provider, file: Path) -> None:
    """Play it, in a project of its own. Raises Failed, HookwrightError, httpx.HTTPError, OSError."""
    text = file.read_text(encoding="utf-8")  # noqa: ASYNC240  nothing else runs yet
    with tempfile.TemporaryDirectory(prefix="hookwright-check-") as folder:
        shutil.copy(file, folder)
        catalog.add(Path(folder))
        try:
            teller.act("At a real server, the provider played from its file")
            await _play(teller, await stage.elsewhere(provider.name), provider, text)
        finally:
            catalog.remove(Path(folder))


async def _play(teller: Teller, stage: Stage, provider: Provider, text: str) -> None:
    app = {name: secrets.token_hex(16) for name in _names("secrets", text)}
    credential = {name: secrets.token_hex(16) for name in _names("credential", text)}
    simulator = stage.simulator(provider.slug, credential=credential, app=app)
    _publish(provider, simulator, app)
    async with served(simulator) as base_url:
        editor = stage.editor
        integration_id = await _integration(editor, provider, base_url, app)
        await _connect(editor, integration_id, credential)
        slug = provider.slug
        trigger = await wizard.begin(teller, editor, integration_id, slug, provider.name)
        if any(leaf.fetch for leaf in public_leaves(provider.schemes[0].scheme)):
            teller.say("   Its keys are published at its own address, which is not asked here.")
            return
        async with listening(editor, trigger["id"]) as events:
            await _register(teller, stage, simulator, trigger)
            await _deliver(Scene(teller, editor, simulator, trigger, events))


def _names(root: str, text: str) -> list[str]:
    """The names below a root that the templates of a file read."""
    templates = " ".join(re.findall(r"\{\{.*?\}\}", text))
    return sorted(set(re.findall(rf"\b{root}\.(\w+)", templates)))


def _publish(provider: Provider, simulator: Simulator, app: dict[str, str]) -> None:
    """Give the project the provider's public keys as it gives them: as values that a person pastes."""
    public = simulator.public_keys()
    for field in provider.secrets:
        for name in _names("secrets", field.value) if field.name in public else ():
            app[name] = public[field.name]


async def _integration(
    editor: Editor, provider: Provider, base_url: str, app: dict[str, str]
) -> str:
    fields = "integration { id }"
    given = {"provider": provider.slug, "apiBaseUrl": base_url}
    made = await editor.do("createIntegration", fields, **given)
    for name, value in app.items():
        await editor.do("setSecret", "secret { name }", name=name, value=value)
    return str(made["integration"]["id"])


async def _connect(editor: Editor, integration_id: str, credential: dict[str, str]) -> None:
    entries = [{"name": name, "value": value} for name, value in credential.items()]
    await editor.do(
        "connectAccount",
        "credential { id }",
        integrationId=integration_id,
        userId="editor",
        providerId=_ACCOUNT,
        isSandbox=True,
        authorization={"headers": entries} if entries else {"none": True},
    )


async def _register(
    teller: Teller, stage: Stage, simulator: Simulator, trigger: dict[str, Any]
) -> None:
    if simulator.provider.setup is None:
        await _enter(simulator, trigger["targetUrl"])
        wizard.completed(teller, trigger, "WEBHOOK_SETUP", "target URL entered by hand")
        return
    sent = await stage.editor.do("sendSetupRequest", _SENT, triggerId=trigger["id"])
    registration = sent["registration"]
    if registration["state"] != "ACTIVE":
        answer = (registration["exchange"] or {}).get("answer")
        came = f"{registration['state']}: {registration['reason']}\n{answer}"
        raise Failed("The setup request is accepted", "ACTIVE", came)
    teller.done("Step 2, Webhook API Setup: setup request sent, everything kept")
    await simulator.try_out(trigger["targetUrl"])


async def _enter(simulator: Simulator, target: str) -> None:
    """Enter the address at the provider, and again until the listening, which some handshakes need, has begun."""
    for attempt in range(_ATTEMPTS):
        try:
            await simulator.check(target)
        except Unanswered as error:
            if attempt == _ATTEMPTS - 1:
                raise Failed("Its handshakes are answered", "what it wants", str(error)) from error
            await asyncio.sleep(_PAUSE)
        else:
            return


async def _handshakes(here: Scene) -> None:
    provider = here.simulator.provider
    for rule in sorted(provider.handshakes, key=lambda rule: comes_later(provider, rule)):
        delivery = await here.events.next()
        while delivery["cause"] == "HANDSHAKE_REFUSED":  # it came before the listening had begun
            delivery = await here.events.next()
        here.teller.expect(f"“{rule.name}” is a handshake", "HANDSHAKE", delivery["outcome"])
        here.teller.arrived(delivery, f"handshake “{rule.name}”")


async def _deliver(here: Scene) -> None:
    provider = here.simulator.provider
    await _handshakes(here)
    for example in provider.examples:
        request = draft(provider, here.target, example.name, _ACCOUNT)
        sent = await here.simulator.send(here.target, request=request)
        here.teller.expect("It is acknowledged", expected=True, came=sent.is_success)
        await scene.shown(here, f"genuine: {example.name}", "EVENT")
    scheme = provider.schemes[0].scheme
    if not isinstance(scheme, NoSignature):
        await here.simulator.forged(here.target)
        await scene.shown(here, "forged: signed by somebody else", "REJECTED")
    if covers(scheme).time:
        await here.simulator.stale(here.target)
        await scene.shown(here, "stale: signed three hours ago", "REJECTED")
    await scene.finish(here)
