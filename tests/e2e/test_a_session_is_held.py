"""A session in the group's chat, from its start to who was there, with five people who make mistakes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from docx import Document

from mentoring.ids import PersonId, SessionId
from mentoring.people import Language
from mentoring.sessions import Place, SessionKind
from mentoring.use_cases import session_cards
from simulator.persons import Person
from tests.e2e.a_group import Nova, a_nova, all_is_handled, joins_the_group

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.views import View
    from storage.record import SqlRecord
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    """What people read and press, in one language."""

    speaks: Language
    begin: str
    has_begun: str
    kept: str
    here: str
    noted: str
    not_open: str
    task_of_vera: str
    attendance: str
    end: str
    over: str
    who_was_there: str
    so_it_was: str
    three_of_five: str
    minutes: str
    look: str
    title: str
    tasks: str
    missed: str


WORDS = (
    Words(
        speaks=Language.EN,
        begin="Begin the session",
        has_begun="The session of Nova has begun",
        kept="is kept for the minutes",
        here="I'm here",
        noted="Thank you, it is noted.",
        not_open="This isn't open to you. Nothing was changed.",
        task_of_vera="📌 Vera: I send my CV",
        attendance="Here (3 of 5)",
        end="End the session",
        over="From now on nothing that is written here is kept.",
        who_was_there="Who was at session 1 of Nova?",
        so_it_was="So it was",
        three_of_five="3 of 5 were there.",
        minutes="Minutes",
        look="Look at it in Word",
        title="Session record",
        tasks="My tasks",
        missed="You were missed at the session of Nova",
    ),
    Words(
        speaks=Language.BG,
        begin="Начало на срещата",
        has_begun="Срещата на Nova започна",
        kept="се пази за протокола",
        here="Тук съм",
        noted="Благодаря, отбелязано е.",
        not_open="Нямате достъп до това. Нищо не е променено.",
        task_of_vera="📌 Vera: I send my CV",
        attendance="Тук са (3 от 5)",
        end="Край на срещата",
        over="Отсега нататък написаното тук не се пази.",
        who_was_there="Кой беше на среща 1 на Nova?",
        so_it_was="Така беше",
        three_of_five="Присъстваха 3 от 5.",
        minutes="Протокол",
        look="Преглед в Word",
        title="Протокол от срещата",
        tasks="Моите задачи",
        missed="Липсвахте ни на срещата на Nova",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Five:
    nova: Nova
    dora: Person
    emil: Person


async def five(house: House, speaks: Language) -> Five:
    """A session in their chat begins in half an hour."""
    nova = await a_nova(house, speaks=speaks)
    dora, emil = [await joins_the_group(house, nova, name, speaks=speaks) for name in ("Dora", "Emil")]
    await house.bot.changes.make(lambda record, now: planned(record, nova.chat.id, now))
    await all_is_handled(house)
    return Five(nova=nova, dora=dora, emil=emil)


def planned(record: SqlRecord, chat_id: int, now: datetime) -> None:
    group = record.groups.by_chat(chat_id)
    assert group is not None
    begins = now + timedelta(minutes=30)
    session = record.sessions.add(
        group_id=group.id,
        kind=SessionKind.EMPLOYABILITY,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="UTC",
        place=Place.CHAT,
        address="",
        planned_by=PersonId(1),
        now=now,
    )
    session_cards.set_clock(record, session_cards.gathering(record, session), now)


def kept(record: SqlRecord) -> list[tuple[str, str]]:
    lines = record.chat_records.of_session(SessionId(1))
    return [(one.name, one.text) for one in lines]


@pytest.mark.parametrize("words", WORDS, ids=[one.speaks for one in WORDS])
async def test_five_people_meet_in_their_chat(house: House, words: Words) -> None:
    group = await five(house, words.speaks)
    nova, chat = group.nova, group.nova.chat
    await nova.vera.says("What shall we talk about?", in_=chat)
    await house.passes(minutes=30)

    await nova.anton.presses(words.begin)
    post = await nova.vera.sees(words.has_begun, in_=chat)
    assert words.kept in post.text
    house.sim.clock.advance(timedelta(seconds=5))

    # Vera is there, Dora comes by pressing twice; Ilya would like to end it, which is not his to do.
    assert (await nova.vera.presses(words.here, in_=chat)).text == words.noted
    assert (await group.dora.presses(words.here, in_=chat)).text == words.noted
    assert (await group.dora.presses(words.here, in_=chat)).text == words.noted
    await nova.anton.sees(words.attendance, in_=chat)
    assert (await nova.ilya.presses(words.end, in_=chat)).text == words.not_open
    said = await nova.vera.says("I send my CV", in_=chat)
    await nova.anton.says("+", in_=chat, reply_to=said)
    await nova.vera.sees(words.task_of_vera, in_=chat)
    mistyped = await group.dora.says("Helo", in_=chat)
    await group.dora.edits(mistyped, "Hello")
    await all_is_handled(house)

    await nova.anton.presses(words.end, in_=chat)
    over = await nova.vera.sees(words.over, in_=chat)
    await nova.vera.says("Did you see his shoes?", in_=chat)
    await nova.anton.sees(words.who_was_there)
    await all_is_handled(house)
    assert await house.bot.changes.make(lambda record, _: kept(record)) == [("Vera", "I send my CV"), ("Dora", "Hello")]

    await nova.anton.presses(words.so_it_was)
    await nova.anton.sees(words.three_of_five)
    await group.emil.sees(words.missed)
    assert "Emil" not in over.text
    await all_is_handled(house)

    await nova.anton.presses(words.minutes)
    await nova.anton.presses(words.look)
    sheet = await nova.anton.sees(words.title)
    written = words_on(sheet)
    assert [one for one in ("I send my CV", "Hello", "Emil") if one not in written] == []
    assert "shoes" not in written

    await nova.vera.says("/sessions")
    await nova.vera.presses(words.tasks)
    await nova.vera.presses("I send my CV")
    await nova.vera.sees("☑ I send my CV")


def words_on(sheet: View) -> str:
    """Also what stands in content controls."""
    assert sheet.file is not None
    assert sheet.file.content is not None
    return "\n".join(Document(io.BytesIO(sheet.file.content)).element.body.itertext())
