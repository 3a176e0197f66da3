"""Every button has a right and a handler; what nobody made, or made for somebody else, changes nothing."""

from __future__ import annotations

import os
import random
import sys
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, get_type_hints

import pytest
from sqlalchemy import select
from telegram import Update
from telegram.ext import CommandHandler

import handlers.routes
from bot import current_update
from bot.dispatching import Dispatch, build_dispatch
from handlers.codec import Button, pack, unpack
from handlers.routing import ButtonHandler
from mentoring.acts import Act
from mentoring.people import Language, Role
from mentoring.permissions import RIGHTS
from mentoring.refusals import Refusal
from mentoring.rules import Rules
from storage.inbox import Arrival
from storage.record import SqlRecord
from storage.schema import metadata

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection

    from handlers.desk import CommandT, UseCase

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ME = {"id": 1, "is_bot": True, "first_name": "e", "username": "e_bot", "can_join_groups": True}
FORGED = int(os.environ.get("EMENTOR_FORGED", "4000"))
STRANGER, OTHER_MENTEE, OTHER_MANAGER = 66, 67, 68
#: What commands ask for; a command without a right fails here.
COMMANDS = {
    "start": Act.START,
    "home": Act.OPEN_HOME,
    "menu": Act.OPEN_HOME,
    "cancel": Act.OPEN_HOME,
    "help": Act.OPEN_HELP,
    "language": Act.OPEN_SETTINGS,
    "settings": Act.OPEN_SETTINGS,
    "timezone": Act.OPEN_SETTINGS,
    "bind": Act.BIND_CHAT,
    "inbox": Act.OPEN_INBOX,
    "session": Act.HOLD_SESSION,
    "sessions": Act.OPEN_SESSIONS,
    "status": Act.READ_STATUS,
    "documents": Act.OPEN_MY_DOCUMENTS,
    "send": Act.READ_HOW_TO_SEND,
    "groups": Act.CREATE_GROUP,
}


class TestDesk:
    """Runs each use case on a real record, and lets refusals pass as answers."""

    __test__ = False

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def carry_out(self, use_case: UseCase[CommandT], command: CommandT) -> None:
        try:
            use_case(SqlRecord(self._connection, NOW, Rules()), command, NOW)
        except Refusal:
            return


def routes(connection: Connection) -> list[object]:
    return list(handlers.routes.every_route(TestDesk(connection), manager_key=b"key"))


@pytest.fixture
async def dispatch(connection: Connection) -> AsyncIterator[Dispatch]:
    built = build_dispatch(
        token="123456789:nobody",
        me=ME,
        handlers=handlers.routes.every_route(TestDesk(connection), manager_key=b"key"),
    )
    await built.initialize()
    yield built
    await built.shutdown()


def every_button() -> list[type[Button]]:
    """Without the first drafts that `slots=True` replaces."""
    kinds = (kind for kind in Button.__subclasses__() if kind.__module__.startswith("handlers."))
    return [kind for kind in kinds if getattr(sys.modules[kind.__module__], kind.__name__) is kind]


def examples(kind: type[Button], number: int) -> Button:
    hints = get_type_hints(kind)
    return kind(**{field.name: _example(hints[field.name], number) for field in fields(kind)})


def _example(of: object, number: int) -> object:
    of = getattr(of, "__supertype__", of)
    if of is bool:
        return True
    if of is int:
        return number
    if of is date:
        return NOW.date()
    if of is str:
        return "T04"
    assert isinstance(of, type)
    assert issubclass(of, StrEnum)
    return next(iter(of))


def test_every_button_has_a_right_and_exactly_one_handler(connection: Connection) -> None:
    handled = [route._kind for route in routes(connection) if isinstance(route, ButtonHandler)]

    assert sorted(kind.__name__ for kind in handled) == sorted(kind.__name__ for kind in every_button())
    assert [kind.__name__ for kind in every_button() if kind.act not in RIGHTS] == []


def test_no_two_buttons_begin_alike() -> None:
    prefixes = [kind.prefix for kind in every_button()]

    assert sorted(prefixes) == sorted(set(prefixes))


@pytest.mark.parametrize("kind", every_button(), ids=lambda kind: kind.__name__)
def test_every_button_fits_and_survives_with_the_largest_numbers(kind: type[Button]) -> None:
    button = examples(kind, -(2**52))

    assert unpack(kind, pack(button)) == button


def test_every_command_has_a_right(connection: Connection) -> None:
    commands = {
        command for route in routes(connection) if isinstance(route, CommandHandler) for command in route.commands
    }

    assert commands == set(COMMANDS)
    assert set(COMMANDS.values()) <= set(RIGHTS)


def forged(rng: random.Random) -> str:
    """Made up, cut, or a true one with other values."""
    true = pack(examples(rng.choice(every_button()), rng.choice([1, 2, 3, 36, 2**31, -(10**12)])))
    match rng.randrange(4):
        case 0:
            return true
        case 1:
            at = rng.randrange(len(true))
            return true[:at] + rng.choice("0123456789abcxyz:;-_ЯA\x00") + true[at + 1 :]
        case 2:
            return true[: rng.randrange(len(true) + 1)]
        case _:
            return "".join(rng.choices("abghjlst0123456789:-", k=rng.randrange(1, 64)))


def a_settled_world(connection: Connection) -> None:
    """Groups 1 and 2 of two programmes; of the second, somebody is a mentee and somebody the manager."""
    record = SqlRecord(connection, NOW, Rules())
    for number, name in enumerate(["Nova", "Start"]):
        programme = record.programmes.add(name=name, organisation=name, language=Language.EN, zone="UTC", now=NOW)
        group = record.groups.add(programme_id=programme.id, name=name, language=Language.EN, now=NOW)
        manager, mentee = (
            record.people.add(telegram_id=each, name=str(each), language=Language.EN, zone="UTC", now=NOW)
            for each in ((10, 11), (OTHER_MANAGER, OTHER_MENTEE))[number]
        )
        record.managers.add(manager.id, programme.id, NOW)
        seat = record.memberships.expect(group_id=group.id, role=Role.MENTEE, name="M", now=NOW)
        record.memberships.claim(seat.id, mentee.id)
        record.memberships.expect(group_id=group.id, role=Role.MENTOR, name="Expected", now=NOW)


def of_nova(connection: Connection) -> list[object]:
    """Everything of the first programme, as it stands."""
    keys = {
        "programmes": "id",
        "managers": "programme_id",
        "groups": "id",
        "memberships": "group_id",
        "invitations": "group_id",
        "submissions": "group_id",
    }
    tables = {name: metadata.tables[name] for name in keys}
    rows = [connection.execute(select(table).where(table.c[keys[name]] == 1)) for name, table in tables.items()]
    return [tuple(row) for result in rows for row in result]


def press(telegram_id: int, data: str, dispatch: Dispatch) -> Update:
    user = {"id": telegram_id, "is_bot": False, "first_name": "X"}
    chat = {"id": telegram_id, "type": "private", "first_name": "X"}
    message = {"message_id": 5, "date": 1, "chat": chat, "from": ME, "text": "card"}
    query = {"id": "1", "from": user, "chat_instance": "1", "message": message, "data": data}
    return Update.de_json({"update_id": 1, "callback_query": query}, dispatch.bot)


@pytest.mark.timeout(600)
async def test_forged_presses_move_nothing_of_a_group(connection: Connection, dispatch: Dispatch) -> None:
    rng = random.Random(2026)
    a_settled_world(connection)
    before = of_nova(connection)
    data = [forged(rng) for _ in range(FORGED)]
    current = current_update.begin(Arrival(update_id=1, lane=1, raw="", received_at=NOW))

    understood = {text for text in set(data) if any(unpack(kind, text) is not None for kind in every_button())}
    for text in sorted(understood):
        for telegram_id in (STRANGER, OTHER_MENTEE, OTHER_MANAGER):
            await dispatch.process_update(press(telegram_id, text, dispatch))
            assert current.error is None

    assert of_nova(connection) == before
    assert len(understood) > len(every_button())
