"""Providers that sign with a private key, or by a token, each by its own package."""

from .judge import Given, Judge, sdk


def _discord(given: Given) -> object:
    verify = sdk("discord_interactions").verify_key
    return verify(given.request.body, given.signature, given.timestamp, given.secret)


def _telnyx(given: Given) -> object:
    verify = sdk("telnyx.lib.webhook_verification").verify_webhook_signature
    return verify(given.request.body, given.headers, given.secret)


def _sendgrid(given: Given) -> object:
    webhook = sdk("sendgrid.helpers.eventwebhook").EventWebhook(given.secret)
    return webhook.verify_signature(given.body, given.signature, given.timestamp)


def _messagebird(given: Given) -> object:
    validator = sdk("messagebird.request_validator").RequestValidator(given.secret)
    return validator.validate_signature(given.signature, given.request.url, given.request.body)


def _qstash(given: Given) -> object:
    receiver = sdk("qstash").Receiver(given.secret, given.secret)
    return receiver.verify(signature=given.signature, body=given.body, url=given.request.url)


def _livekit(given: Given) -> object:
    api = sdk("livekit.api")
    verifier = api.TokenVerifier(given.value("api_key"), given.value("secret"))
    return api.WebhookReceiver(verifier).receive(given.body, given.signature)


def _vonage(given: Given) -> object:
    token = given.signature.removeprefix("Bearer ")
    return sdk("vonage_jwt.verify_jwt").verify_signature(token, given.secret)


JUDGES = (
    # discord's leaves the time, and vonage's the hash of the payload, to who calls it
    Judge("discord", _discord, ("too old", "ahead of its time")),
    Judge("telnyx", _telnyx),
    Judge("sendgrid", _sendgrid),
    Judge("messagebird", _messagebird),
    Judge("qstash", _qstash),
    Judge("livekit", _livekit),
    Judge("vonage", _vonage, ("a bit of the body", "the body written again")),
)
