"""Providers that sign as Standard Webhooks do, each by its own package."""

from .judge import STANDARD, STANDARD_OTHER, Given, Judge, sdk


def _standard(given: Given) -> object:
    return sdk("standardwebhooks").Webhook(given.secret).verify(given.body, given.named)


def _svix(given: Given) -> object:
    return sdk("svix.webhooks").Webhook(given.secret).verify(given.body, given.named)


def _resend(given: Given) -> object:
    names = ("id", "timestamp", "signature")
    headers = {name: given.headers[f"svix-{name}"] for name in names}
    options = {"payload": given.body, "headers": headers, "webhook_secret": given.secret}
    return sdk("resend").Webhooks.verify(options)


def _openai(given: Given) -> object:
    client = sdk("openai").OpenAI(api_key="key")
    return client.webhooks.verify_signature(given.body, given.headers, secret=given.secret)


def _anthropic(given: Given) -> object:
    client = sdk("anthropic").Anthropic(api_key="key")
    return client.beta.webhooks.unwrap(given.body, headers=given.named, key=given.secret)


def _increase(given: Given) -> object:
    client = sdk("increase").Increase(api_key="key")
    return client.events.unwrap(given.body, headers=given.named, key=given.secret.encode())


def _imagekit(given: Given) -> object:
    client = sdk("imagekitio").ImageKit(private_key="key")
    return client.webhooks.unwrap(given.body, headers=given.named, key=given.secret)


def _dodo(given: Given) -> object:
    client = sdk("dodopayments").DodoPayments(bearer_token="key")
    return client.webhooks.unwrap(given.body, headers=given.named, key=given.secret)


def _finch(given: Given) -> object:
    client = sdk("finch").Finch(client_id="id", client_secret="key")
    return client.webhooks.verify_signature(given.body, given.headers, secret=given.secret)


def _lithic(given: Given) -> object:
    client = sdk("lithic").Lithic(api_key="key")
    return client.webhooks.verify_signature(given.body, given.headers, secret=given.secret)


def _replicate(given: Given) -> object:
    webhook = sdk("replicate.webhook")
    secret = webhook.WebhookSigningSecret(key=given.secret)
    return webhook.Webhooks.validate(
        headers=given.named, body=given.body, secret=secret, tolerance=300
    )


def _polar(given: Given) -> object:
    kinds = frozenset({given.request.json["type"]})
    return sdk("polar.webhooks").validate_event(
        given.body, given.named, given.secret, kinds, lambda event: event
    )


def _one(slug: str, ask: object, *lenient: str) -> Judge:
    return Judge(slug, ask, lenient, STANDARD, STANDARD_OTHER)  # type: ignore[arg-type]


JUDGES = (
    _one("standard-webhooks", _standard),
    _one("clerk", _svix),
    _one("resend", _resend),
    _one("openai", _openai),
    _one("anthropic", _anthropic),
    _one("increase", _increase),
    _one("imagekit", _imagekit),
    _one("dodo-payments", _dodo),
    Judge(
        "finch", _finch, (), STANDARD.removeprefix("whsec_"), STANDARD_OTHER.removeprefix("whsec_")
    ),
    _one("lithic", _lithic),
    _one("replicate", _replicate),
    _one("polar", _polar),
)
