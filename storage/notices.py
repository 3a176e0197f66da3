"""Notices into the outbox: the facts as JSON beside the voice of whoever will read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from storage import cards, dispatch, outbox
from storage.outbox import ParcelDraft

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.notices import Address, Delivery, Notice


class SqlNotices:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def tell(self, address: Address, notice: Notice, delivery: Delivery) -> None:
        outbox.add(self._connection, _draft(address, notice, delivery), self._now, first=delivery.first)

    def tell_many(self, told: Sequence[tuple[Address, Notice, Delivery]]) -> None:
        outbox.add_plain(self._connection, [_draft(*one) for one in told], self._now)

    def card_at(self, chat_id: int, message_id: int) -> str | None:
        card = cards.card_shown_by(self._connection, chat_id, message_id)
        return None if card is None else card.card_key

    def take_back(self, chat_id: int, kind: type[Notice]) -> None:
        outbox.take_back(self._connection, chat_id, kind.__name__, self._now)

    def follow(self, old_chat_id: int, new_chat_id: int) -> None:
        dispatch.follow_chat(self._connection, old_chat_id, new_chat_id, self._now)


def _draft(address: Address, notice: Notice, delivery: Delivery) -> ParcelDraft:
    facts = {"language": address.language, "zone": address.zone, "notice": notice}
    return ParcelDraft(
        chat_id=address.chat_id,
        thread_id=address.thread_id,
        person_id=address.person_id,
        kind=type(notice).__name__,
        facts=msgspec.json.encode(facts).decode(),
        must_arrive=notice.must_arrive,
        broadcast=notice.broadcast,
        card_key=notice.card(),
        placement=delivery.placement,
        message_id=delivery.message_id,
        reply_to_message_id=delivery.reply_to,
        dedupe_key=delivery.once,
        not_before=delivery.not_before,
        expires_at=delivery.expires_at,
    )
