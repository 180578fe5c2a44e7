"""A trigger being proven: the provider delivers, the listener is shown it, and each verdict is checked."""

from dataclasses import dataclass
from typing import Any

from api.demo import wizard
from api.demo.editor import Editor
from api.demo.listening import Listening
from api.demo.telling import Teller
from domain.request import Request
from domain.simulator import Simulator


@dataclass(frozen=True, slots=True)
class Scene:
    """trigger: as it was when it got its address. events: its open listening."""

    teller: Teller
    editor: Editor
    simulator: Simulator
    trigger: dict[str, Any]
    events: Listening

    @property
    def target(self) -> str:
        """The sandbox's address."""
        return str(self.trigger["targetUrl"])


async def handshake(scene: Scene, what: str) -> dict[str, Any]:
    """The handshake that came before the listening. Gives it as it was shown."""
    scene.teller.done("Listening over graphql-transport-ws, looking back a few minutes")
    return await _shown(scene, what, "HANDSHAKE")


def address(scene: Scene) -> None:
    """Tell where the sandbox's events arrive."""
    scene.teller.done("The sandbox's events arrive at")
    scene.teller.detail(wizard.short(scene.target))


async def genuine(
    scene: Scene, what: str, outcome: str = "EVENT", request: Request | None = None
) -> None:
    """The provider delivers. Raises Failed unless it is answered 200 and shown with this outcome."""
    sent = await scene.simulator.send(scene.target, request=request)
    scene.teller.expect("The provider is answered 200", 200, sent.status_code)
    await _shown(scene, what, outcome)


async def forged(scene: Scene) -> None:
    """Somebody else delivers. Raises Failed unless they learn nothing and the listener learns why."""
    sent = await scene.simulator.forged(scene.target)
    scene.teller.expect("A forger is told nothing", (401, b""), (sent.status_code, sent.content))
    await _shown(scene, "forged: signed by somebody else", "REJECTED", "SIGNATURE_MISMATCH")


async def stale(scene: Scene) -> None:
    """A genuine event is replayed hours later. Raises Failed as `forged` does."""
    sent = await scene.simulator.stale(scene.target)
    scene.teller.expect("A replay is told nothing", (401, b""), (sent.status_code, sent.content))
    what = "stale: signed three hours ago"
    await _shown(scene, what, "REJECTED", "TIMESTAMP_OUTSIDE_TOLERANCE")


async def unproven(scene: Scene) -> None:
    """Check that nothing that has arrived so far lets the trigger be finished."""
    trigger = await wizard.look(scene.editor, scene.trigger["id"])
    scene.teller.expect(
        "It cannot be finished yet", expected=False, came=trigger["wizard"]["canFinish"]
    )
    scene.teller.done("A forged event proves nothing: it cannot be finished yet")


async def finish(scene: Scene) -> None:
    """Step 3 is proven; press Finish. Raises Failed unless the trigger is live afterwards."""
    trigger = await wizard.look(scene.editor, scene.trigger["id"])
    what = "proven by the genuine event"
    wizard.completed(scene.teller, trigger, "EVENT_HANDLING", what)
    remaining = trigger["wizard"]["stepsRemaining"]
    scene.teller.expect("No step remains", expected=0, came=remaining)
    payload = await scene.editor.do(
        "finishTrigger", "trigger { status }", triggerId=scene.trigger["id"]
    )
    scene.teller.expect("The trigger is live", "ACTIVE", payload["trigger"]["status"])
    scene.teller.done("Finish: the trigger is ACTIVE")


async def live(
    scene: Scene, url: str, what: str, owner: dict[str, str], request: Request | None = None
) -> None:
    """The provider delivers to the live address. Raises Failed unless it is the owner's event, and no test.

    owner: id and userId of the account whose event it must be.
    """
    sent = await scene.simulator.send(url, request=request, signed_for=scene.target)
    scene.teller.expect("The live address answers 200", 200, sent.status_code)
    scene.teller.done("The live address answers, and the same listener is shown it")
    scene.teller.detail(wizard.short(url))
    delivery = await _shown(scene, what, "EVENT")
    scene.teller.expect("It is no test", expected=False, came=delivery["isTest"])
    whose = [event["credential"] for each in delivery["verdicts"] for event in each["events"]]
    scene.teller.expect("It is an event of one account", [owner], whose)
    scene.teller.done(f"It became one event, of an account of {owner['userId']!r}")


async def shown(scene: Scene, what: str, outcome: str) -> dict[str, Any]:
    """Check the next delivery that the listener is shown. Raises Failed unless it has this outcome."""
    delivery = await scene.events.next()
    came = f"{delivery['outcome']}: {delivery['cause'] or ''} {delivery['explanation']}"
    step = f"It arrives with its verdict: {what}"
    scene.teller.expect(step, outcome, outcome if delivery["outcome"] == outcome else came)
    scene.teller.arrived(delivery, what)
    return delivery


async def _shown(scene: Scene, what: str, outcome: str, cause: str | None = None) -> dict[str, Any]:
    delivery = await scene.events.next()
    came = (delivery["outcome"], delivery["cause"], delivery["reply"]["status"])
    wanted = (outcome, cause, 401 if outcome == "REJECTED" else 200)
    scene.teller.expect(f"It arrives with its verdict: {what}", wanted, came)
    scene.teller.arrived(delivery, what)
    return delivery
