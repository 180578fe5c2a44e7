"""What kind of event a stored delivery says it is, by the template of a trigger. Pure."""

from typing import Final

from domain.request import Request
from domain.templates.errors import TemplateError
from domain.templates.scope import RequestScope
from domain.templates.template import Template

LONGEST: Final = 200


def event_type(template: str | None, request: Request) -> str | None:
    """The kind in one line of at most LONGEST characters; None when there is no template, or nothing to fill it."""
    if template is None:
        return None
    try:
        found = Template.parse(template).text({"event": RequestScope(request)})
    except TemplateError:
        return None
    return " ".join(found.split())[:LONGEST] or None
