"""Providers with an HMAC or a digest of their own, each by its own package."""

import json
from urllib.parse import parse_qsl

import httpx

from .judge import Given, Judge, sdk


def _stripe(given: Given) -> object:
    webhook = sdk("stripe").WebhookSignature
    return webhook.verify_header(given.body, given.signature, given.secret, 300)


def _github(given: Given) -> object:
    sansio = sdk("gidgethub.sansio")
    return sansio.validate_event(given.request.body, signature=given.signature, secret=given.secret)


def _slack(given: Given) -> object:
    verifier = sdk("slack_sdk.signature").SignatureVerifier(given.secret)
    return verifier.is_valid_request(given.body, given.named)


def _twilio(given: Given) -> object:
    validator = sdk("twilio.request_validator").RequestValidator(given.secret)
    fields = dict(parse_qsl(given.body, keep_blank_values=True))
    return validator.validate(given.request.url, fields, given.headers["x-twilio-signature"])


def _modern_treasury(given: Given) -> object:
    client = sdk("modern_treasury").ModernTreasury(api_key="key", organization_id="id")
    return client.webhooks.validate_signature(given.body, given.headers, key=given.secret)


def _orb(given: Given) -> object:
    client = sdk("orb").Orb(api_key="key")
    return client.webhooks.verify_signature(given.body, given.headers, secret=given.secret)


def _workos(given: Given) -> object:
    return sdk("workos.webhooks._verification").verify_header(
        event_body=given.request.body,
        event_signature=given.signature,
        secret=given.secret,
        tolerance=180,
    )


def _gr4vy(given: Given) -> object:
    verify = sdk("gr4vy.webhooks").verify_webhook
    return verify(given.body, given.secret, given.signature, given.timestamp, 300)


def _paddle(given: Given) -> object:
    notifications = sdk("paddle_billing.Notifications")
    secret = notifications.Secret(given.secret)
    request = httpx.Request(
        "POST", "https://x.example", headers=given.headers, content=given.request.body
    )
    return notifications.Verifier(5).verify(request, secret)


def _mercado_pago(given: Given) -> object:
    validator = sdk("mercadopago.webhook.validator").WebhookSignatureValidator
    return validator.validate(
        given.signature,
        given.headers.get("x-request-id"),
        dict(given.request.query).get("data.id"),
        given.secret,
    )


def _coinbase(given: Given) -> object:
    webhook = sdk("coinbase_commerce.webhook").WebhookSignature
    return webhook.verify_sig_header(given.body, given.signature, given.secret)


def _retell(given: Given) -> object:
    return sdk("retell.lib.webhook_auth").verify(given.body, given.secret, given.signature)


def _line(given: Given) -> object:
    validator = sdk("linebot.v3.webhook").SignatureValidator(given.secret)
    return validator.validate(given.body, given.signature)


def _box(given: Given) -> object:
    manager = sdk("box_sdk_gen.managers.webhooks").WebhooksManager
    names = sorted(given.material.secrets)
    return manager.validate_message(
        given.body,
        given.named,
        given.value(names[0]),
        secondary_key=given.value(names[-1]),
    )


def _square(given: Given) -> object:
    return sdk("square.utils.webhooks_helper").verify_signature(
        request_body=given.body,
        signature_header=given.signature,
        signature_key=given.secret,
        notification_url=given.request.url,
    )


def _elevenlabs(given: Given) -> object:
    client = sdk("elevenlabs.webhooks_custom").WebhooksClient
    return client.construct_event(None, given.body, given.signature, given.secret)


def _stream(given: Given) -> object:
    webhook = sdk("stream_chat.webhook")
    return webhook.verify_signature(given.request.body, given.signature, given.secret)


def _cloudinary(given: Given) -> object:
    package, utils = sdk("cloudinary"), sdk("cloudinary.utils")
    package.config(api_secret=given.secret)
    return utils.verify_notification_signature(given.body, given.timestamp, given.signature)


def _razorpay(given: Given) -> object:
    utility = sdk("razorpay").Client(auth=("id", "key")).utility
    return utility.verify_webhook_signature(given.body, given.signature, given.secret)


def _gocardless(given: Given) -> object:
    return sdk("gocardless_pro.webhooks").parse(given.body, given.secret, given.signature)


def _onfido(given: Given) -> object:
    verifier = sdk("onfido.webhook_event_verifier").WebhookEventVerifier(given.secret)
    return verifier.read_payload(given.body, given.signature)


def _easypost(given: Given) -> object:
    headers = {"X-Hmac-Signature": given.signature}
    return sdk("easypost.util").validate_webhook(given.request.body, headers, given.secret)


def _viber(given: Given) -> object:
    configuration = sdk("viberbot.api.bot_configuration").BotConfiguration(given.secret, "bot", "")
    api = sdk("viberbot").Api(configuration)
    return api.verify_signature(given.request.body, given.signature)


def _smartcar(given: Given) -> object:
    return sdk("smartcar").verify_payload(given.secret, given.signature, given.body)


def _meta(given: Given) -> object:
    utils = sdk("pywa.utils")
    return utils.webhook_updates_validator(given.secret, given.request.body, given.signature)


def _adyen(given: Given) -> object:
    items = json.loads(given.body)
    return sdk("Adyen.util").is_valid_hmac_notification(items, given.secret)


def _adyen_platform(given: Given) -> object:
    valid = sdk("Adyen.util").is_valid_hmac_payload
    return valid(given.signature, given.secret, given.request.body)


def _hubspot(given: Given) -> object:
    return sdk("hubspot.utils.signature").Signature.is_valid(
        signature=given.signature,
        client_secret=given.secret,
        request_body=given.body,
        http_uri=given.request.url,
        http_method=given.request.method,
        signature_version="v3",
        timestamp=given.timestamp,
    )


def _pusher(given: Given) -> object:
    return sdk("pusher.signature").verify(given.secret, given.body, given.signature)


JUDGES = (
    # some packages judge only what is too old
    Judge("stripe", _stripe, ("ahead of its time",)),
    Judge("github", _github),
    Judge("slack", _slack),
    Judge("twilio", _twilio),
    Judge("modern-treasury", _modern_treasury),
    Judge("orb", _orb),
    Judge("workos", _workos),
    Judge("gr4vy", _gr4vy, ("ahead of its time",)),
    Judge("paddle", _paddle),
    Judge("mercado-pago", _mercado_pago),
    Judge("coinbase-commerce", _coinbase),
    Judge("retell", _retell),
    Judge("line", _line),
    Judge("box", _box),
    Judge("square", _square),
    Judge("elevenlabs", _elevenlabs),
    Judge("stream", _stream),
    Judge("cloudinary", _cloudinary),
    Judge("razorpay", _razorpay),
    Judge("gocardless", _gocardless),
    Judge("onfido", _onfido),
    Judge("easypost", _easypost),
    Judge("viber", _viber),
    Judge("smartcar", _smartcar),
    Judge("meta", _meta),
    Judge("adyen", _adyen),
    Judge("adyen-platform", _adyen_platform),
    Judge("hubspot", _hubspot),
    # the package reads the time elsewhere, after this step
    Judge("pusher", _pusher, ("too old", "ahead of its time")),
)
