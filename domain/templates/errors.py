"""What can be wrong with a template: its text, or what it meets when it is rendered.

HookwrightError
├── TemplateSyntaxError  the text cannot be read
└── TemplateError        the text is fine, this event or account has no such value
"""

from domain.errors import HookwrightError


class TemplateSyntaxError(HookwrightError):
    """The text is not a template or a path. position: characters before the fault, from 0."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


class TemplateError(HookwrightError):
    """There is no value to render. path: as written. sentence: why, for a person; never quotes a value."""

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(f"{path}: {sentence}")
        self.path = path
        self.sentence = sentence
