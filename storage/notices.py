"""Notices into the outbox: the facts as JSON beside the voice of whoever will read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.snoozing import in_peace, is_snoozing
from storage import cards, chat_aliases, dispatch, facts, outbox, waves
from storage.dispatch import Due
from storage.outbox import ParcelDraft

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.notices import Address, Delivery, Notice
    from storage.outbox import Parcel


class SqlNotices:
    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._told: list[Due] = []
        self._told_many = False

    @property
    def told(self) -> Sequence[Due]:
        """All that this transaction added to the outbox; nothing where that is not known one by one."""
        return () if self._told_many else self._told

    def tell(self, address: Address, notice: Notice, delivery: Delivery) -> None:
        if address.snoozed_until is not None and is_snoozing(address.snoozed_until, self._now):
            delivery = in_peace(delivery, notice, address.snoozed_until)
        draft = _draft(address, notice, delivery)
        number = outbox.add(self._connection, draft, self._now, first=delivery.first)
        if number is not None:
            not_before = draft.not_before or self._now
            due = Due(id=number, chat_id=draft.chat_id, broadcast=draft.broadcast, not_before=not_before)
            self._told.append(due)

    def tell_many(self, told: Sequence[tuple[Address, Notice, Delivery]]) -> None:
        self._told_many = True
        waking = [one for one in told if not is_snoozing(one[0].snoozed_until, self._now)]
        waves.add(self._connection, waking, self._now)
        if len(waking) < len(told):
            for address, notice, delivery in told:
                if is_snoozing(address.snoozed_until, self._now):
                    self.tell(address, notice, delivery)

    def hold_until(self, chat_id: int, held: datetime, until: datetime) -> None:
        self._told_many = True
        outbox.hold_until(self._connection, chat_id, held, until)

    def release(self, chat_id: int, held: datetime) -> int:
        self._told_many = True
        return outbox.release(self._connection, chat_id, held, self._now)

    def wait_for(self, parcel: Parcel, until: datetime) -> None:
        """What could not be brought is brought when its reader is back."""
        outbox.add(self._connection, outbox.anew(parcel, until), self._now)

    def present_chat(self, chat_id: int) -> int:
        return chat_aliases.present_id(self._connection, chat_id)

    def has_card(self, chat_id: int, key: str) -> bool:
        return cards.card_of(self._connection, chat_id, key) is not None

    def message_of(self, chat_id: int, key: str) -> int | None:
        card = cards.card_of(self._connection, chat_id, key)
        return None if card is None else card.message_id

    def card_at(self, chat_id: int, message_id: int) -> str | None:
        card = cards.card_shown_by(self._connection, chat_id, message_id)
        return None if card is None else card.card_key

    def take_back(self, chat_id: int, kind: type[Notice], *, card: str | None = None) -> None:
        outbox.take_back(self._connection, chat_id, kind.__name__, self._now, card_key=card)

    def take_back_once(self, begins: str) -> Sequence[str]:
        return outbox.take_back_once(self._connection, begins, self._now)

    def follow_reader(self, old_chat_id: int, new_chat_id: int, *, but_for: Sequence[type[Notice]]) -> None:
        self._told_many = True
        kinds = [kind.__name__ for kind in but_for]
        outbox.follow_reader(self._connection, old_chat_id, new_chat_id, self._now, but_for=kinds)
        cards.forget_chat(self._connection, old_chat_id)

    def follow(self, old_chat_id: int, new_chat_id: int) -> None:
        dispatch.follow_chat(self._connection, old_chat_id, new_chat_id, self._now)


def _draft(address: Address, notice: Notice, delivery: Delivery) -> ParcelDraft:
    return ParcelDraft(
        chat_id=address.chat_id,
        thread_id=address.thread_id,
        person_id=address.person_id,
        kind=type(notice).__name__,
        facts=facts.encoded(address, notice, silent=delivery.silent),
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
