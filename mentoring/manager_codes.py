"""Codes that make a manager: signed with what only the operator and the bot hold, so that nothing has to be stored
until somebody opens one, and a second process need not write beside the running bot."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from datetime import UTC, datetime

from mentoring.invitations import MANAGER_VALID

_NONCE_BYTES = 16
_EXPIRY_BYTES = 5
_SIGNATURE_BYTES = 16


def signing_key(bot_token: str) -> bytes:
    """Whoever holds the bot's token is the operator already."""
    return hashlib.sha256(b"ementor manager code\0" + bot_token.encode()).digest()


def new_code(key: bytes, now: datetime) -> str:
    """128 random bits and until when they count, signed with 128 more; 50 letters that a start payload may carry."""
    until = int((now + MANAGER_VALID).timestamp()).to_bytes(_EXPIRY_BYTES)
    body = until + secrets.token_bytes(_NONCE_BYTES)
    return base64.urlsafe_b64encode(body + _signature(key, body)).rstrip(b"=").decode()


def valid_until(key: bytes, code: str) -> datetime | None:
    """None for a code that was not made with this key."""
    try:
        whole = base64.b64decode(code.encode() + b"=" * (-len(code) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    body, signature = whole[:-_SIGNATURE_BYTES], whole[-_SIGNATURE_BYTES:]
    if len(body) != _EXPIRY_BYTES + _NONCE_BYTES or not hmac.compare_digest(signature, _signature(key, body)):
        return None
    return datetime.fromtimestamp(int.from_bytes(body[:_EXPIRY_BYTES]), UTC)


def _signature(key: bytes, body: bytes) -> bytes:
    return hmac.digest(key, body, "sha256")[:_SIGNATURE_BYTES]
