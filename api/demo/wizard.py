"""The wizard as the editor sees it: the trigger, and whether a step is complete."""

import re
from typing import Any, Final

from api.demo.editor import Editor
from api.demo.telling import Teller

TRIGGER: Final = """
    id name status creation level targetUrl
    wizard { stepsRemaining canFinish steps { step isComplete missing { message } } }
    setup { request { url method body { json } } }
    persistedValues { name }
"""
_ID: Final = re.compile(r"\b([a-z]{3}_)\w{10,}(\w{4})\b")
_CREATIONS: Final = {"API_REQUEST": "API request", "MANUAL": "manual"}
_TITLES: Final = {
    "BASIC_INFO": "Step 1, Basic Trigger Info",
    "WEBHOOK_SETUP": "Step 2, Webhook API Setup",
    "EVENT_HANDLING": "Step 3, Event Handling",
}


async def look(editor: Editor, trigger_id: str) -> dict[str, Any]:
    """Give the trigger as it is now."""
    document = f"query ($id: ID!) {{ trigger(id: $id) {{ {TRIGGER} }} }}"
    trigger: dict[str, Any] = (await editor.ask(document, id=trigger_id))["trigger"]
    return trigger


async def begin(
    teller: Teller, editor: Editor, integration_id: str, template: str, name: str
) -> dict[str, Any]:
    """Create the trigger from a provider's template: step 1. Gives it as it is then."""
    made = await editor.do(
        "createTrigger",
        f"trigger {{ {TRIGGER} }}",
        integrationId=integration_id,
        name=name,
        template=template,
    )
    trigger: dict[str, Any] = made["trigger"]
    teller.expect("The trigger has its name", name, trigger["name"])
    way = f"{_CREATIONS[trigger['creation']]}, {trigger['level'].lower()} level"
    completed(teller, trigger, "BASIC_INFO", f"{name!r}, {way}")
    return trigger


def completed(teller: Teller, trigger: dict[str, Any], step: str, what: str) -> None:
    """Tell that a step is complete, after looking. Raises Failed with what is missing."""
    (state,) = (each for each in trigger["wizard"]["steps"] if each["step"] == step)
    missing = [each["message"] for each in state["missing"]]
    teller.expect(f"{_TITLES[step]} misses nothing", [], missing)
    teller.expect(f"{_TITLES[step]} is complete", expected=True, came=state["isComplete"])
    teller.done(f"{_TITLES[step]}: {what}")


def short(url: str) -> str:
    """The path of one of our addresses, the middle of every id left out."""
    return _ID.sub(r"\1…\2", "/" + url.split("/", 3)[3])
