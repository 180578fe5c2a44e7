"""Custom code as GraphQL takes it."""

import strawberry
from strawberry import Maybe

from api.described import entry
from api.values import KeyValueInput, entered
from domain.wizard.description import CustomCode


@entry
class CustomCodeInput:
    """JavaScript: `function yourFunction(parameters, libraries, request) { … }`, or the body of such a function."""

    code: str = strawberry.field(description="The code, at most 64 KB.")
    parameters: list[KeyValueInput] = strawberry.field(
        description="What it reads as `parameters`; values are templates such as `{{secrets.NAME}}`."
    )
    digest_header: Maybe[str | None] = strawberry.field(
        description="Only for a verification: the header that a returned digest is compared with."
    )

    def stored(self) -> CustomCode:
        """Convert to the domain's form."""
        return CustomCode(
            code=self.code,
            parameters=entered(self.parameters),
            digest_header=self.digest_header.value if self.digest_header else None,
        )
