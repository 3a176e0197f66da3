"""Any button with any numbers, pressed by anybody in any chat, and all of it undone again.

Whoever may, may: the walk's other acts say what comes of it. Here only rows count that are none of theirs.
"""

from __future__ import annotations

import asyncio
from dataclasses import fields
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, get_type_hints

from telegram import Bot, Update

import handlers.routes
from bot.dispatching import build_dispatch
from handlers.routing import ButtonHandler
from mentoring.refusals import Refusal
from tests.stateful import checks, meeting_model, owners, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from handlers.codec import Button
    from handlers.desk import CommandT, UseCase
    from tests.stateful.world import Doing, World

_CODES = (*(f"T{number:02}" for number in range(15)), "X01", "Z00", "?")
BOT = {"id": 1, "is_bot": True, "first_name": "e", "username": "e_bot"}


class Pad:
    """Keeps what a handler hands over, instead of doing it."""

    def __init__(self) -> None:
        self.doing: Doing | None = None

    async def carry_out(self, use_case: UseCase[CommandT], command: CommandT) -> None:
        self.doing = lambda record, now: use_case(record, command, now)


def press(world: World) -> None:
    account, chat = world.somebody(), _chat(world)
    world.model.meetings = meeting_model.learn(world.connection)
    button = _example(world, world.chance.choice(_buttons()))
    doing = _handed_over(button, _update(account, chat or account))
    if doing is None:
        return
    world.counts["steps"] += 1
    world.counts["forged"] += 1
    world.trail.append(f"{world.now:%d.%m. %H:%M} {account} forges {button} in {chat or 'private'}")
    for complaint in _done_and_undone(world, account, doing):
        world.expect(False, complaint)


def _done_and_undone(world: World, account: int, doing: Doing) -> list[str]:
    attempt = world.connection.begin_nested()
    changes = world.changes()
    try:
        doing(world.record, world.now)
    except Refusal as refusal:
        world.trail[-1] += f" – refused: {refusal.why.value}"
        world.counts["forged refused"] += 1
        found = [] if world.changes() == changes else ["was refused and left something behind"]
        attempt.rollback()
        return found
    after = owners.snapshot(world.connection)
    attempt.rollback()
    differing = owners.differing(owners.snapshot(world.connection), after)
    by = owners.Presser(world=world, account=account)
    strange = [f"{table} {row} is none of theirs" for table, row in differing if not by.may_change(table, row)]
    return strange or ([] if differing else _told_wrongly(world, doing))


def _told_wrongly(world: World, doing: Doing) -> list[str]:
    """Done once more; where something has changed, the model does not know yet who may read what."""
    attempt = world.connection.begin_nested()
    doing(world.record, world.now)
    found = list(checks.told_wrongly(world.connection, world.model, world.told_until))
    attempt.rollback()
    return found


def _chat(world: World) -> int | None:
    bound = [one.chat for one in world.model.groups.values() if one.chat is not None]
    return world.chance.choice(bound) if bound and world.chance.random() < 0.2 else None


@cache
def _buttons() -> tuple[type[Button], ...]:
    return tuple(sorted(_handlers(), key=lambda kind: kind.prefix))


_PAD = Pad()


@cache
def _handlers() -> Mapping[type[Button], ButtonHandler]:
    routes = handlers.routes.every_route(_PAD, manager_key=b"key")
    return {route._kind: route for route in routes if isinstance(route, ButtonHandler)}


def _handed_over(button: Button, update: Update) -> Doing | None:
    """Handlers wait for nothing but the desk."""
    _PAD.doing = None
    running = _handlers()[type(button)]._press(update, button)
    try:
        running.send(None)
    except StopIteration:
        return _PAD.doing
    raise AssertionError(f"{button} waits for something")


@cache
def _bot() -> Bot:
    """Knows who it is, and refuses to speak."""
    dispatch = build_dispatch(token="123456789:nobody", me=BOT, handlers=())
    asyncio.run(dispatch.initialize())
    bot: Bot = dispatch.bot
    return bot


def _update(account: int, chat: int) -> Update:
    user = {"id": account, "is_bot": False, "first_name": "X"}
    where = {"id": chat, "type": "private" if chat > 0 else "supergroup", "first_name": "X"}
    message = {"message_id": 7, "date": 1, "chat": where, "from": BOT, "text": "card"}
    query = {"id": "1", "from": user, "chat_instance": "1", "message": message, "data": ""}
    return Update.de_json({"update_id": 1, "callback_query": query}, _bot())


def _example(world: World, kind: type[Button]) -> Button:
    hints = get_type_hints(kind)
    return kind(**{field.name: _value(world, field.name, hints[field.name]) for field in fields(kind)})


def _value(world: World, name: str, of: object) -> object:
    of = getattr(of, "__supertype__", of)
    if of is bool:
        return world.chance.random() < 0.7
    if of is int:
        return _number(world, name)
    if of is date:
        return world.now.date() + timedelta(days=world.chance.randint(0, 9))
    if of is str:
        return world.chance.choice(_CODES)
    assert isinstance(of, type)
    assert issubclass(of, StrEnum)
    return world.chance.choice([*of])


def _number(world: World, name: str) -> int:
    """Mostly of something that there is."""
    model = world.model
    known: dict[str, Callable[[], list[int]]] = {
        "group_id": lambda: [*model.groups],
        "into_id": lambda: [*model.groups],
        "membership_id": lambda: [*model.places],
        "submission_id": lambda: [*model.papers],
        "draft_id": lambda: [*model.papers],
        "of": lambda: [*model.papers],
        "person_id": lambda: [*model.accounts.values()],
        "about_id": lambda: [*model.accounts.values()],
        "deputy_id": lambda: [*model.accounts.values()],
        "telegram_id": lambda: [*world.at_the_door(), *model.accounts],
        "concern_id": lambda: [*model.concerns],
        "question_id": lambda: [*model.questions],
        "session_id": lambda: [*model.sessions],
        "absence_id": lambda: [*model.away],
        "programme_id": lambda: [*model.programmes()],
        "slot_id": lambda: [*rows.slots_of(world.connection)],
        "upload_id": lambda: [*rows.uploads_of(world.connection)],
        "filing_id": lambda: rows.filings_of(world.connection),
        "line_id": lambda: [*model.meetings.lines],
        "interview_id": lambda: [*model.meetings.talks],
        "task_id": lambda: [*model.meetings.tasks],
        "reading_id": lambda: [*model.meetings.plans],
        "poll_id": lambda: [*model.meetings.polls],
    }
    some = known[name]() if name in known else []
    return world.chance.choice(some) if some else world.chance.randint(1, 4)
