"""What of an erased person stands elsewhere: in arrivals, open questions, cards, and what was to be told."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from sqlalchemy import String, and_, bindparam, case, cast, delete, func, literal, or_, select, update

from storage import cards
from storage.parcels import FORGOTTEN, ParcelStatus
from storage.tables.inbox import InboxStatus, inbox
from storage.tables.outbox import cards as cards_table
from storage.tables.outbox import outbox
from storage.tables.people import prompts, wrong_tries

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from mentoring.ids import PersonId

_CHAT = bindparam("chat", type_=outbox.c.chat_id.type)
_OF_THEM = or_(outbox.c.chat_id == _CHAT, outbox.c.person_id == bindparam("them"))
#: The rows stay for as long as any others: their numbers must not be given again while somebody counts on from them.
_BLANK: Mapping[str, object] = {
    "chat_id": 0,
    "thread_id": None,
    "person_id": None,
    "facts": FORGOTTEN,
    "card_key": None,
    "dedupe_key": None,
    "message_id": None,
    "reply_to_message_id": None,
    "sent_message_id": None,
    "status": case(
        (outbox.c.status == ParcelStatus.NEW, literal(ParcelStatus.SUPERSEDED, outbox.c.status.type)),
        else_=outbox.c.status,
    ),
    "settled_at": func.coalesce(outbox.c.settled_at, bindparam("now", type_=outbox.c.settled_at.type)),
}
_FORGET_TOLD = update(outbox).where(_OF_THEM, outbox.c.status != ParcelStatus.SENDING).values(_BLANK)
#: A manager's card about somebody at the door goes by the number of their account.
_OF_ACCOUNT = (literal("let_in:") + cast(_CHAT, String), literal("merge:") + cast(_CHAT, String))
_AT_THE_CHAT = literal("request:%:") + cast(_CHAT, String)
_FORGET_KEYS = (
    update(outbox)
    .where(or_(outbox.c.card_key.in_(_OF_ACCOUNT), outbox.c.card_key.like(_AT_THE_CHAT)))
    .values(card_key=None),
    delete(cards_table).where(or_(cards_table.c.card_key.in_(_OF_ACCOUNT), cards_table.c.card_key.like(_AT_THE_CHAT))),
)
_FORGET_PROMPT = delete(prompts).where(prompts.c.telegram_id == bindparam("chat"))
_FORGET_TRIES = delete(wrong_tries).where(wrong_tries.c.telegram_id == bindparam("chat"))
#: What they said in groups stands in the groups' lanes.
_FORGET_ARRIVED = (
    update(inbox)
    .where(
        inbox.c.status != InboxStatus.WAITING,
        inbox.c.raw != FORGOTTEN,
        or_(inbox.c.lane == bindparam("chat"), inbox.c.raw.contains(cast(_CHAT, String))),
    )
    .values(raw=FORGOTTEN, status=InboxStatus.DONE, finished_at=bindparam("now"))
)
_TOLD_LATER = select(outbox.c.id, outbox.c.facts).where(
    outbox.c.status == ParcelStatus.NEW, outbox.c.not_before > bindparam("now", type_=outbox.c.not_before.type)
)
_REWRITE_TOLD = update(outbox).where(outbox.c.id == bindparam("of_row")).values(facts=bindparam("rewritten"))
_DRAFTS = select(prompts.c.telegram_id.label("id"), prompts.c.draft.label("facts"))
_REWRITE_DRAFT = (
    update(prompts).where(prompts.c.telegram_id == bindparam("of_row")).values(draft=bindparam("rewritten"))
)
_FAREWELL = select(outbox.c.id, outbox.c.chat_id, outbox.c.settled_at).where(outbox.c.dedupe_key == bindparam("once"))
_FORGET_FAREWELL = update(outbox).where(outbox.c.id == bindparam("row_id")).values(_BLANK)
_FORGET_BEFORE = (
    update(outbox)
    .where(outbox.c.chat_id == _CHAT, outbox.c.id < bindparam("row_id"), outbox.c.settled_at.is_not(None))
    .values(_BLANK)
)
_FORGET_CARDS = delete(cards_table).where(
    and_(cards_table.c.chat_id == _CHAT, cards_table.c.sent_at <= bindparam("until", type_=cards_table.c.sent_at.type))
)


def remove(connection: Connection, person_id: PersonId, telegram_id: int | None, now: datetime) -> None:
    """What is under way to them is settled first, and goes with the last message."""
    values = {"them": person_id, "chat": telegram_id or 0, "now": now}
    connection.execute(_FORGET_TOLD, values)
    if telegram_id is None:
        return
    for statement in (_FORGET_PROMPT, _FORGET_TRIES, _FORGET_ARRIVED, *_FORGET_KEYS):
        connection.execute(statement, values)
    cards.forget_chat(connection, telegram_id)


def rename_elsewhere(connection: Connection, names: Collection[str], name: str, now: datetime) -> None:
    """In what others will be told later, and in what they are being asked."""
    if not names:
        return
    told = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in sorted(names, key=len, reverse=True)))
    for query, rewrite in ((_TOLD_LATER, _REWRITE_TOLD), (_DRAFTS, _REWRITE_DRAFT)):
        for row in connection.execute(query, {"now": now}).all():
            facts = json.loads(row.facts)
            rewritten = _renamed(facts, told, name)
            if rewritten != facts:
                text = json.dumps(rewritten, ensure_ascii=False)
                connection.execute(rewrite, {"of_row": row.id, "rewritten": text})


def _renamed(facts: object, told: re.Pattern[str], name: str) -> object:
    match facts:
        case str():
            return told.sub(name, facts)
        case list():
            return [_renamed(one, told, name) for one in facts]
        case dict():
            return {key: _renamed(value, told, name) for key, value in facts.items()}
        case _:
            return facts


def forget_farewell(connection: Connection, once: str, now: datetime, *, at_last: bool) -> bool:
    """Also what was under way to them when they were erased."""
    row = connection.execute(_FAREWELL, {"once": once}).one_or_none()
    if row is None:
        return True
    if row.settled_at is None and not at_last:
        return False
    connection.execute(_FORGET_BEFORE, {"chat": row.chat_id, "row_id": row.id, "now": now})
    if row.settled_at is not None:
        connection.execute(_FORGET_CARDS, {"chat": row.chat_id, "until": row.settled_at})
    connection.execute(_FORGET_FAREWELL, {"row_id": row.id, "now": now})
    return True
