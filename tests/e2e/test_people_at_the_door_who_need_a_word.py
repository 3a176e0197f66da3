"""Not everybody simply comes in: namesakes, minors, people who say no, people who were here before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.people import MembershipState
from mentoring.places import Deed
from mentoring.use_cases import places
from tests.e2e.door import (
    BOTH,
    EN,
    MENTEES,
    a_chat,
    comes_in,
    link_of,
    minors_need_a_guardian,
    to_the_names,
    to_the_notice,
)
from tests.e2e.setting_up import a_group, a_manager, happened

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House
    from tests.e2e.door import Words

languages = pytest.mark.parametrize("words", BOTH, ids=["en", "bg"])


async def types_a_name(person: Person, link: str, words: Words, name: str) -> None:
    await to_the_names(person, link, words)
    await person.presses(words.not_listed)
    await person.sees(words.own_name)
    await person.says(name)
    await person.sees(words.waiting)


async def names_in_nova(house: House) -> dict[str, MembershipState]:
    def names(record: SqlRecord, _: object) -> dict[str, MembershipState]:
        programme = record.programmes.first()
        assert programme is not None
        [group] = record.groups.of_programme(programme.id)
        return {one.name: one.state for one in record.memberships.of_group(group.id)}

    return await house.bot.changes.make(names)


@languages
async def test_of_two_people_with_the_same_name_the_manager_picks_and_sees_who_is_who(
    house: House, words: Words
) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    first, second = (house.person(name, speaks=words.speaks) for name in ("Vera", "Vera D"))
    await comes_in(first, links.mentees, words)

    await types_a_name(second, links.mentees, words, "Вера Димова")
    question = await maria.sees("Вера Димова (…")

    assert f"There is a Вера Димова (…{str(first.id)[-4:]}) in the group already." in question.text
    assert f"…{str(second.id)[-4:]}" in question.text
    await maria.presses("Petya Hristova", on=question)
    await second.presses(words.agree, on=await second.sees(words.privacy))
    assert "Petya Hristova" in (await second.sees(words.welcome)).text
    toast = await maria.presses_raw(question, f"jl:{second.id}:1")
    assert toast.text == "This is done already."


@languages
async def test_two_who_press_the_same_name_are_told_apart_by_who_agreed_first(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    first, second = (house.person(name, speaks=words.speaks) for name in ("Vera", "Vera D"))
    await to_the_notice(first, links.mentees, words)
    await to_the_notice(second, links.mentees, words)

    await first.presses(words.agree)
    await first.sees(words.welcome)
    await second.presses(words.agree)

    await second.sees("Somebody else has taken this name" if words is EN else "Друг човек току-що избра това име")
    await second.presses(words.not_listed)
    await second.says("Vera Dimova")
    await maria.sees("There is a Vera Dimova (…")
    await maria.presses("Let in as new")
    await second.sees(words.welcome)


@languages
async def test_a_mentee_under_18_names_a_guardian_and_the_manager_hears_of_it(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    await minors_need_a_guardian(house)
    vera = house.person("Vera", speaks=words.speaks)
    await to_the_names(vera, links.mentees, words)
    await vera.presses("Vera Dimova")

    said = await vera.says("17")
    await vera.sees("your parent or guardian signs too" if words is EN else "подписва и Ваш родител", after=said)
    said = await vera.says("👍")
    await vera.sees("your parent or guardian signs too" if words is EN else "подписва и Ваш родител", after=said)
    await vera.says("Елена Димова")
    notice = await vera.sees(words.privacy)
    assert ("Елена Димова signs for you too" if words is EN else "За Вас подписва и Елена Димова") in notice.text
    await vera.presses(words.agree)
    await vera.sees(words.welcome)

    told = await maria.sees("is under 18. Parent or guardian: Елена Димова.")
    assert "Please have the guardian sign too." in told.text


@languages
async def test_somebody_of_age_presses_once_and_goes_on(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    await minors_need_a_guardian(house)
    vera = house.person("Vera", speaks=words.speaks)
    await to_the_names(vera, links.mentees, words)
    await vera.presses("Vera Dimova")
    card = await vera.sees("Are you 18 or older?" if words is EN else "навършени 18 години")

    await vera.presses("18", on=card)
    await vera.presses(words.agree)

    await vera.sees(words.welcome)
    toast = await vera.presses_raw(card, "jg:0")
    assert toast.text is not None


@languages
async def test_whoever_denies_consent_leaves_nothing_and_can_come_back_by_the_same_link(
    house: House, words: Words
) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Вера Канарска", speaks=words.speaks)
    await to_the_notice(vera, links.mentees, words)

    await vera.says("no" if words is EN else "не")

    await vera.sees("I keep nothing about you" if words is EN else "Не пазя нищо за Вас")
    told = await maria.sees("did not agree to the privacy notice")
    assert "Vera" not in told.text
    await house.passes(hours=1)
    known = await house.bot.changes.make(
        lambda record, now: (record.people.by_telegram_id(vera.id), record.prompts.of(vera.id, now))
    )
    assert known == (None, None)
    await comes_in(vera, links.mentees, words)


@languages
async def test_whoever_declines_can_let_the_manager_know_and_think_again(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera, petya = (house.person(name, speaks=words.speaks) for name in ("Vera", "Petya"))
    await to_the_notice(vera, links.mentees, words)
    await vera.presses(words.decline)
    await vera.presses("Tell the manager" if words is EN else "Кажи на ръководителя")
    await vera.sees("I have told the manager" if words is EN else "Казах на ръководителя")
    told = await maria.sees("Vera Dimova did not agree")
    assert len([seen for seen in maria.messages() if "did not agree" in seen.text]) == 1
    assert "wants you to know" in told.text

    await to_the_notice(petya, links.mentees, words, name="Petya Hristova")
    await petya.presses(words.decline)
    await petya.presses("Read it again" if words is EN else "Още веднъж")
    await petya.presses(words.agree)
    await petya.sees(words.welcome)


@languages
async def test_quotes_and_photos_are_a_consent_of_their_own(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)
    await to_the_notice(vera, links.mentees, words)

    await vera.presses("☐")
    await vera.sees(words.privacy)
    await vera.presses("☑")
    await vera.presses("☐")
    await vera.presses(words.agree, on=await vera.sees(words.privacy))
    await vera.sees(words.welcome)

    def kinds(record: SqlRecord, _: object) -> list[str]:
        person = record.people.by_telegram_id(vera.id)
        return [one.kind.value for one in record.consents.of_person(person.id)] if person else []

    assert await house.bot.changes.make(kinds) == ["quotes", "take_part"]


async def takes_out(house: House, person: Person, deed: Deed) -> None:
    def gone(record: SqlRecord, now: datetime) -> None:
        known = record.people.by_telegram_id(person.id)
        assert known is not None
        [membership] = record.memberships.of_person(known.id)
        places.change(record, membership, places.Change(deed=deed, by=None), now)

    await house.bot.changes.make(gone)


@languages
@pytest.mark.parametrize("deed", [Deed.REMOVE, Deed.LEAVE])
async def test_whoever_left_or_was_removed_comes_back_by_a_live_link_only_by_the_managers_word(
    house: House, words: Words, deed: Deed
) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    vera = house.person("Vera", speaks=words.speaks)
    await comes_in(vera, links.mentees, words)
    await takes_out(house, vera, deed)

    await vera.starts(links.mentees)
    await vera.sees("You have been in Nova before" if words is EN else "Били сте в Nova и преди")
    assert (await names_in_nova(house))["Ilya Kolev"] is MembershipState.EXPECTED
    question = await maria.sees("Let back in?")
    await maria.presses("Let back in", on=question)

    await happened(house, lambda record: is_active(record, vera))
    await maria.presses_raw(question, f"jl:{vera.id}:1")
    assert (await names_in_nova(house))["Vera Dimova"] is MembershipState.ACTIVE
    assert (await names_in_nova(house))["Ilya Kolev"] is MembershipState.EXPECTED


def is_active(record: SqlRecord, person: Person) -> bool:
    known = record.people.by_telegram_id(person.id)
    return known is not None and all(
        one.state is MembershipState.ACTIVE for one in record.memberships.of_person(known.id)
    )


@languages
async def test_a_removed_member_who_asks_at_the_chats_door_is_asked_about_once(house: House, words: Words) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=MENTEES)
    chat = await a_chat(house, maria)
    vera = house.person("Vera", speaks=words.speaks)
    await comes_in(vera, links.mentees, words)
    await takes_out(house, vera, Deed.REMOVE)

    await vera.joins(await link_of(house, chat))
    await maria.presses("Let back in", on=await maria.sees("Let back in?"))

    await maria.sees("Welcome to Nova, Vera Dimova!", in_=chat)
    await vera.sees("You take part in Nova again" if words is EN else "Отново участвате в Nova")
    await maria.sees_no("asks to join the Telegram group")
