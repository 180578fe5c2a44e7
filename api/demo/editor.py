"""The editor's client: GraphQL over HTTP, as a browser would speak it."""

from typing import Any

import httpx

from api.demo.telling import Failed


class Editor:
    """An editor with a token. seen: everything the API answered, as text, in order.

    address: of the server, without a slash at the end.
    """

    def __init__(self, client: httpx.AsyncClient, address: str, token: str) -> None:
        self._client = client
        self.address = address
        self.token = token
        self.seen: list[str] = []

    async def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """Give the data of a query. Raises Failed when there are errors, httpx.HTTPError."""
        response = await self._client.post(
            f"{self.address}/graphql",
            json={"query": document, "variables": variables},
            headers={"Authorization": f"Bearer {self.token}"},
        )
        self.seen.append(response.text)
        is_answer = response.status_code == 200
        answer: dict[str, Any] = response.json() if is_answer else {"errors": response.text}
        if "errors" in answer:
            raise Failed("The API answers with data", "200 and no errors", response.text)
        data: dict[str, Any] = answer["data"]
        return data

    async def do(self, mutation: str, fields: str, **given: Any) -> dict[str, Any]:
        """Run one mutation with its input and give its payload. Raises Failed when it names errors."""
        kind = mutation[0].upper() + mutation[1:] + "Input!"
        document = f"""
            mutation ($input: {kind}) {{
              {mutation}(input: $input) {{ {fields} errors {{ code path message }} }}
            }}"""
        data = await self.ask(document, input=given)
        payload: dict[str, Any] = data[mutation]
        if payload["errors"]:
            raise Failed(f"The mutation {mutation} is accepted", "no errors", payload["errors"])
        return payload
