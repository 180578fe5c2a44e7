"""By what a webhook is named at the provider: the address that removes it, and whether that is known without its answer. Pure."""

import msgspec

from domain.models import Registration, Trigger
from domain.registrations import masking
from domain.registrations.errands import Errand
from domain.registrations.rendering import render_request
from domain.registrations.requests import RequestTemplate, Setup
from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.path import Path
from domain.templates.template import Template
from domain.wizard.description import decode


def provider_url(errand: Errand) -> str | None:
    """What removes the webhook at the provider, as method and address, secrets masked; None without such a request.

    The ids that stand in the address are shown, for a person needs them; kept values that verify are not.
    """
    if errand.setup.teardown is None:
        return None
    try:
        request = render_request(errand.setup.teardown, errand.sender)
    except (TemplateError, TemplateSyntaxError):
        return None
    shown = _ids(errand.setup.teardown.url) - _verifying(errand.trigger)
    persisted = errand.sender.names["persisted"]
    revealed = {persisted[name] for name in shown if name in persisted}
    mask = masking.Mask(each for each in errand.sender.hidden() if each not in revealed)
    return f"{request.method} {mask.text(request.url)}"


def names_itself(teardown: RequestTemplate, setup: Setup) -> bool:
    """Whether the teardown request reads nothing that only the setup's answer gives."""
    body = teardown.body
    pairs = (*teardown.headers, *teardown.query, *body.form)
    texts = [teardown.url, body.raw, msgspec.json.encode(body.json).decode()]
    texts += [pair.value for pair in pairs]
    answered = {entry.name for entry in setup.keep}
    return not answered & set().union(*map(_ids, texts))


def may_be_cleared(row: Registration) -> bool:
    """Whether we can find out, without a person, if a lost answer had made a webhook."""
    if row.setup is None:
        return False
    setup = msgspec.json.decode(row.setup, type=Setup)
    if setup.teardown is None:
        return False
    is_named = row.sealed is not None and row.provider_url is not None
    return is_named or setup.listing is not None or names_itself(setup.teardown, setup)


def _ids(text: str) -> set[str]:
    return {str(path.segments[0]) for path in _paths(text) if path.root == "persisted"}


def _verifying(trigger: Trigger) -> set[str]:
    stored = trigger.live or trigger.draft
    verification = decode(stored).handling.verification if stored else None
    return (
        set().union(*(_ids(entry.value) for entry in verification.secrets))
        if verification
        else set()
    )


def _paths(text: str) -> tuple[Path, ...]:
    try:
        return Template.parse(text).paths
    except TemplateSyntaxError:
        return ()
