"""Remembers what was shown last in each private chat, so that what somebody types can be taken for a press.

Only in memory: after a restart the doors of the home card are still known by name, and the rest by pressing.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.parcels import Parcel

_MOST_CHATS = 2_000
_CARDS_EACH = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """The facts of a notice, as the outbox had them."""

    kind: str
    facts: str
    card_key: str | None


class LastCards:
    def __init__(self) -> None:
        self._shown: OrderedDict[int, tuple[Shown, ...]] = OrderedDict()

    def note(self, parcel: Parcel) -> None:
        """Groups are left out: nobody's words there are taken for a press."""
        if parcel.chat_id <= 0:
            return
        new = Shown(kind=parcel.kind, facts=parcel.facts, card_key=parcel.card_key)
        before = self._shown.pop(parcel.chat_id, ())
        kept = [one for one in before if new.card_key is None or one.card_key != new.card_key]
        self._shown[parcel.chat_id] = (new, *kept)[:_CARDS_EACH]
        if len(self._shown) > _MOST_CHATS:
            self._shown.popitem(last=False)

    def of(self, chat_id: int) -> Sequence[Shown]:
        """The newest first."""
        return self._shown.get(chat_id, ())
