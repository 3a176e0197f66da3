"""The door of a group's Telegram chat: what is answered to whoever asks to be let in, and what managers see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices import PLAIN, Address, Delivery
from mentoring.notices.groups import AnswerJoinRequest, ChatRequest, ChatRequestDecided

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.ports import Record


def answer(record: Record, group: Group, telegram_id: int, *, yes: bool) -> None:
    if group.chat_id is None:
        return
    address = Address(chat_id=group.chat_id, language=group.language, zone="UTC")
    decision = AnswerJoinRequest(chat_id=group.chat_id, telegram_id=telegram_id, let_in=yes)
    record.notices.tell(address, decision, Delivery())


def open_to(record: Record, group: Group, telegram_id: int) -> None:
    """For somebody about whom the managers were asked, and who has become a member meanwhile."""
    answer(record, group, telegram_id, yes=True)
    decided = ChatRequestDecided(group_id=group.id, group_name=group.name, telegram_id=telegram_id, let_in=True)
    for manager in record.managers.of_programme(group.programme_id):
        chat_id = manager.telegram_id or 0
        record.notices.take_back(chat_id, ChatRequest, card=decided.card())
        if record.notices.has_card(chat_id, decided.card()):
            notices.tell(record, manager, decided, PLAIN)
