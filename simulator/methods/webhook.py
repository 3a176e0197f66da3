"""Switching between polling and a webhook."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from simulator.errors import bad_request
from simulator.keyboards import Strict
from simulator.methods.table import Call, answers
from simulator.webhooks import Webhook
from simulator.wire import Wire, present

PORTS = frozenset({443, 80, 88, 8443})
_SECRET = re.compile(r"[A-Za-z0-9_\-]*")


class SetWebhook(Strict):
    url: str
    certificate: str | None = None
    ip_address: str | None = None
    max_connections: int = 40
    allowed_updates: list[str] | None = None
    drop_pending_updates: bool = False
    secret_token: str = ""


@answers(SetWebhook)
def set_webhook(call: Call, ask: SetWebhook) -> bool:
    world = call.world
    if ask.url:
        _check(ask)
    world.updates.allow(ask.allowed_updates)
    if ask.drop_pending_updates:
        world.updates.drop_all()
    world.updates.interrupt("Conflict: terminated by setWebhook request")
    connections = min(max(ask.max_connections, 1), 100)
    world.set_webhook(Webhook(url=ask.url, secret=ask.secret_token, max_connections=connections))
    return True


def _check(ask: SetWebhook) -> None:
    address = urlsplit(ask.url)
    is_local = address.hostname in {"127.0.0.1", "localhost", "::1"}  # a simulator has no certificate to offer
    if address.scheme != "https" and not is_local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not is_local and (address.port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(ask.secret_token) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(ask.secret_token):
        raise bad_request("secret token contains unallowed characters")


class DeleteWebhook(Strict):
    drop_pending_updates: bool = False


@answers(DeleteWebhook)
def delete_webhook(call: Call, ask: DeleteWebhook) -> bool:
    if ask.drop_pending_updates:
        call.world.updates.drop_all()
    call.world.set_webhook(Webhook())
    return True


class GetWebhookInfo(Strict):
    pass


@answers(GetWebhookInfo)
def get_webhook_info(call: Call, ask: GetWebhookInfo) -> Wire:  # noqa: ARG001
    world = call.world
    webhook = world.webhook
    told: Wire = {"url": webhook.url, "has_custom_certificate": False, "pending_update_count": len(world.updates)}
    if webhook.url:
        told |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    told |= present({"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error_message})
    return told | {"allowed_updates": sorted(world.updates.allowed)}
