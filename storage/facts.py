"""A notice's facts as JSON, beside the voice of whoever will read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from mentoring.notices import Address, Notice


def encoded(address: Address, notice: Notice, *, silent: bool = False) -> str:
    envelope: dict[str, object] = {"language": address.language, "zone": address.zone, "notice": notice}
    return msgspec.json.encode({**envelope, "silent": True} if silent else envelope).decode()
