"""People who join in mid-life, join a second group, or read the privacy notice anew; what they send is not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.consents import NOTICE_VERSION, ConsentKind
from mentoring.sessions import Place, SessionKind
from simulator.attachments import pdf
from simulator.watching import until
from tests.e2e.door import BOTH, EN, MENTEES, comes_in, to_the_names
from tests.e2e.setting_up import Links, a_group, a_manager, payload_on

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.consents import Consent
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House
    from tests.e2e.door import Words

languages = pytest.mark.parametrize("words", BOTH, ids=["en", "bg"])
PDF = pdf("essay")
CHANGED = {"en": "has changed. Please read it", "bg": "са променени. Прочетете ги"}
ARRIVED = {"en": "S-1001 has arrived", "bg": "S-1001 пристигна"}


async def two_sessions_held_and_one_ahead(house: House) -> None:
    def plan(record: SqlRecord, now: datetime) -> None:
        programme = record.programmes.first()
        assert programme is not None
        [group] = record.groups.of_programme(programme.id)
        record.groups.save(replace(group, created_at=now - timedelta(days=60)))
        planner = record.managers.of_programme(programme.id)[0].id
        for days in (-28, -14, 7):
            begins = now + timedelta(days=days)
            record.sessions.add(
                group_id=group.id,
                kind=SessionKind.EMPLOYABILITY,
                starts_at=begins,
                ends_at=begins + timedelta(hours=1),
                wall_time=begins.replace(tzinfo=None).isoformat(),
                zone="Europe/Sofia",
                place=Place.CHAT,
                address="",
                planned_by=planner,
                now=now,
            )

    await house.bot.changes.make(plan)


@languages
async def test_a_new_mentee_who_joins_late_hears_what_was_and_gets_days_of_their_own(
    house: House, words: Words
) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    await two_sessions_held_and_one_ahead(house)
    vera = house.person("Vera", speaks=words.speaks)

    await comes_in(vera, links.mentees, words)

    card = await vera.sees("What has happened in Nova so far" if words is EN else "Какво стана досега в Nova")
    for told in _CAUGHT_UP[words.speaks]:
        assert told in card.text
    await vera.presses("My sessions" if words is EN else "Моите срещи", on=card)
    await vera.sees("What has happened in Nova so far" if words is EN else "Какво стана досега в Nova")


_CAUGHT_UP = {
    "en": (
        "2 sessions so far: Mon 26 Oct; Mon 9 Nov.",
        "The next one: Mon 30 Nov",
        "Mon 7 Dec",
        "The rules:",
    ),
    "bg": ("Досега: 2 срещи", "Следващата: ", "до ", "Правилата:"),
}


@languages
async def test_whoever_is_there_from_the_start_has_nothing_to_catch_up(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)

    await comes_in(vera, links.mentees, words)

    await vera.sees("Three things" if words is EN else "Три важни")
    await vera.sees_no("so far" if words is EN else "досега")


async def a_second_group(maria: Person, *, mentor: str, mentees: list[str]) -> Links:
    said = await maria.says("/home")
    await maria.presses("Groups", on=await maria.sees("Hello", after=said))
    await maria.presses("New group")
    await maria.sees("What is the new group called")
    await maria.says("Start")
    await maria.sees("Who is the mentor of Start")
    await maria.says(mentor)
    await maria.sees("Who are the mentees of Start")
    await maria.says("\n".join(mentees))
    await maria.presses("Links and posters", on=await maria.sees("👥 Start"))
    posters = [await maria.sees(f"Start: for the {whom}") for whom in ("mentor", "mentees")]
    return Links(mentor=payload_on(posters[0]), mentees=payload_on(posters[1]))


@languages
async def test_for_a_second_group_nothing_is_asked_twice(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)
    await comes_in(vera, links.mentees, words)
    second = await a_second_group(maria, mentor="Boyana Ivanova", mentees=["V. Dimova", "Oleg Danev"])

    said = await vera.starts(second.mentees)
    question = await vera.sees(words.which, after=said)
    await vera.presses("V. Dimova", on=question)

    await vera.sees("Start", after=said)
    await vera.sees_no(words.privacy)
    assert not any("Language" in seen.text for seen in vera.messages())


@languages
async def test_a_mentor_of_a_second_group_goes_straight_to_the_names_too(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    anton = house.person("Anton", speaks=words.speaks)
    await to_the_names(anton, links.mentor, words)
    await anton.presses("Anton Ivanov")
    await anton.presses(words.agree)
    await anton.sees("Nova")
    second = await a_second_group(maria, mentor="A. Ivanov", mentees=["Oleg Danev", "Yana Kirova"])

    said = await anton.starts(second.mentor)
    await anton.presses("A. Ivanov", on=await anton.sees(words.which, after=said))

    await anton.sees("You are mentor of Start" if words is EN else "Вие сте ментор на Start")


async def agreed_to_an_older_notice(house: House, person: Person) -> None:
    """As if the notice had changed since."""

    def older(record: SqlRecord, now: datetime) -> None:
        known = record.people.by_telegram_id(person.id)
        assert known is not None
        record.people.save(replace(known, consent_version=0))
        record.consents.give(known.id, ConsentKind.TAKE_PART, version=0, now=now)

    await house.bot.changes.make(older)


async def consents_of(house: House, person: Person) -> list[Consent]:
    def look(record: SqlRecord, _: object) -> list[Consent]:
        known = record.people.by_telegram_id(person.id)
        return [] if known is None else list(record.consents.of_person(known.id))

    return await house.bot.changes.make(look)


async def vera_in_nova(house: House, words: Words) -> tuple[Person, Person]:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)
    await comes_in(vera, links.mentees, words)
    await agreed_to_an_older_notice(house, vera)
    return maria, vera


def ticked(person: Person) -> bool:
    return any("☑" in label for seen in person.messages() for row in seen.buttons for label in row)


@languages
async def test_when_the_notice_changes_everybody_is_asked_again_and_loses_nothing(house: House, words: Words) -> None:
    _, vera = await vera_in_nova(house, words)

    await vera.sends_document("essay.pdf", PDF)
    await vera.sees(CHANGED[words.speaks])
    await vera.sees_no(ARRIVED[words.speaks])
    await vera.presses("☐")
    assert await until(house.sim.world, lambda: ticked(vera))
    card = await vera.sees(CHANGED[words.speaks])
    await vera.presses(words.agree, on=card)

    await vera.sees(ARRIVED[words.speaks])
    kept = {(one.kind, one.version) for one in await consents_of(house, vera)}
    assert kept == {
        (ConsentKind.TAKE_PART, 0),
        (ConsentKind.TAKE_PART, NOTICE_VERSION),
        (ConsentKind.QUOTES, NOTICE_VERSION),
    }
    toast = await vera.presses_raw(card, "na:1")
    assert toast.text == ("This is done already." if words is EN else "Това вече е направено.")


@languages
async def test_yes_can_be_typed_to_the_changed_notice_and_buttons_say_why_they_wait(house: House, words: Words) -> None:
    _, vera = await vera_in_nova(house, words)
    toast = await vera.presses("📎", on=await vera.sees(words.welcome))
    assert toast.text is not None
    assert ("One question first" if words is EN else "Първо един въпрос") in toast.text
    await vera.sees(CHANGED[words.speaks])

    said = await vera.says("да")

    await vera.sees("Hello, Vera" if words is EN else "Здравейте, Vera", after=said)
    assert [one.version for one in await consents_of(house, vera)] == [0, NOTICE_VERSION]


@languages
async def test_whoever_does_not_agree_anew_keeps_what_was_and_can_think_again(house: House, words: Words) -> None:
    maria, vera = await vera_in_nova(house, words)
    await vera.sends_document("essay.pdf", PDF)
    await vera.presses(words.decline, on=await vera.sees(CHANGED[words.speaks]))

    await vera.sees("I keep nothing new" if words is EN else "Не пазя нищо ново")
    await maria.sees("Vera Dimova does not agree to the changed privacy notice")
    await vera.presses("◀")
    await vera.presses(words.agree, on=await vera.sees(CHANGED[words.speaks]))
    await vera.sees("Hello, Vera" if words is EN else "Здравейте, Vera")
    await vera.sees_no(ARRIVED[words.speaks])


@languages
async def test_a_link_opened_while_the_notice_waits_goes_on_after_the_answer(house: House, words: Words) -> None:
    maria, vera = await vera_in_nova(house, words)
    second = await a_second_group(maria, mentor="Boyana Ivanova", mentees=["V. Dimova", "Yana Kirova"])

    await vera.starts(second.mentees)
    await vera.presses(words.agree, on=await vera.sees(CHANGED[words.speaks]))

    await vera.presses("V. Dimova")
    await vera.sees("You are in the group Start" if words is EN else "Вие сте в група Start")
