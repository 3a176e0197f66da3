"""The short number on every paper that the bot hands out, by which the paper is known again when it comes back."""

from __future__ import annotations

import re
import secrets
from typing import NewType

#: Seven characters, in capitals and without the dash with which people see them.
RecordId = NewType("RecordId", str)

#: Crockford's base 32: no I, L, O or U, which are read for 1, 1, 0 and V.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: Also Cyrillic letters that look the same, because people copy what they see.
_READ_AS = str.maketrans("ILOUАВЕКМНОРСТХ", "110VABEKMH0PCTX")
_BODY = 6
_SCHEME = "EMENTOR"
_QR = re.compile(rf"{_SCHEME}:([TX]\d\d):([0-9A-Z]{{{_BODY + 1}}})")
_IN_TEXT = re.compile(r"(?<![^\W_])([^\W_]{3})[-‐‑–]([^\W_]{4})(?![^\W_])")


def new_record_id() -> RecordId:
    """One of a thousand million; it may be taken."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_BODY))
    return RecordId(body + _check(body))


def parse(text: str) -> RecordId | None:
    """As typed or read from paper. None where a character is wrong, or two have changed places."""
    plain = re.sub(r"[\s\-‐‑–]", "", text).upper().translate(_READ_AS)
    if len(plain) != _BODY + 1 or not set(plain) <= set(_ALPHABET) or _check(plain[:_BODY]) != plain[_BODY]:
        return None
    return RecordId(plain)


def found_in(text: str) -> frozenset[RecordId]:
    """Each that stands in running text in the form in which we print it."""
    read = (parse(match[0]) for match in _IN_TEXT.finditer(text))
    return frozenset(one for one in read if one is not None)


def shown(record_id: RecordId) -> str:
    return f"{record_id[:3]}-{record_id[3:]}"


def qr_text(code: str, record_id: RecordId) -> str:
    """In letters that a QR code packs tightly. `code` is the document's, like T04."""
    return f"{_SCHEME}:{code}:{record_id}"


def parse_qr(text: str) -> tuple[str, RecordId] | None:
    """The document's code and the record id; None for any other QR code, and for one that was misread."""
    match = _QR.fullmatch(text.strip())
    record_id = parse(match[2]) if match is not None else None
    return (match[1], record_id) if match is not None and record_id is not None and record_id == match[2] else None


def _check(body: str) -> str:
    """A checksum in GF(32): it finds every wrong character and every two neighbours that changed places."""
    value = 0
    for char in body:
        value = _double(value ^ _ALPHABET.index(char))
    return _ALPHABET[value]


def _double(value: int) -> int:
    """By x modulo x⁵ + x² + 1."""
    return (value << 1 ^ 0b100101) if value & 0b10000 else value << 1
