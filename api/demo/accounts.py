"""Connecting accounts, as the editor does."""

from typing import Any

from api.demo.editor import Editor


async def connect(editor: Editor, integration_id: str, token: str, **more: Any) -> dict[str, str]:
    """Connect an account with its access token. more: the other fields of the input. Gives its id and userId."""
    connected = await editor.do(
        "connectAccount",
        "credential { id userId }",
        integrationId=integration_id,
        authorization={"bearer": {"token": token}},
        **more,
    )
    account: dict[str, str] = connected["credential"]
    return account
