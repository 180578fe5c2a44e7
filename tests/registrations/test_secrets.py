"""No token, secret or kept value in clear: not in the database, not in a log line, not in an answer of GraphQL."""

from pathlib import Path
from typing import Any

import pytest

from domain.simulator.webhook_api import Mishap
from tests.endtoend.process import started
from tests.registrations.gate import GatedApi
from tests.registrations.site import HELLO, LISTING, RENEWAL, TOKEN, site_of
from tests.registrations.test_reconciling import RECONCILE


@pytest.mark.slow
async def test_nothing_planted_is_found_after_a_whole_life(
    tmp_path: Path, api: tuple[GatedApi, str]
) -> None:
    provider, url = api
    secrets: list[str] = []

    async def shake(hook: Any) -> None:
        secrets.append(hook.secret)
        await site.shake_hands(hook)

    async with started(tmp_path) as process:
        site = site_of(process, provider, url)
        provider.meanwhile = shake
        request: dict[str, Any] = {
            "url": "/webhooks",
            "headers": [{"name": "X-App", "value": "{{secrets.APP}}"}],
            "query": [{"name": "token", "value": "{{credential.accessToken}}"}],
            "body": {"json": {"url": "{{settings.webhookURL}}", "app": "{{secrets.APP}}"}},
        }
        trigger_id = await site.trigger(
            request=request, listing=LISTING, renewal=RENEWAL, handshakes=[HELLO]
        )
        account_id, workflow_id = await site.account("ann"), await site.workflow(trigger_id)
        provider.mishaps += [Mishap.FAIL_AFTER]
        made = await site.enable(workflow_id, account_id)
        await site.eventually(made["id"], "ACTIVE")
        await site.editor.change(RECONCILE, triggerId=trigger_id, credentialId=account_id)
        provider.mishaps += [Mishap.FAIL]
        await site.disable(workflow_id, account_id)
        left = await site.eventually(made["id"], "ORPHANED")
        await process.stop()
        stored, said, answers = process.stored(), bytes(process.said), "\n".join(process.answers)

    assert "/webhooks/wh-" in left["reason"]
    assert len(secrets) >= 2
    for planted in (TOKEN, "planted-app-secret", *secrets):
        assert planted.encode() not in stored
        assert planted.encode() not in said
        assert planted not in answers
