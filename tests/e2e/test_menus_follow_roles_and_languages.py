"""Behind the menu button everybody finds the commands of their own roles, in their own language."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.people import Language, MembershipState, Role
from simulator.watching import PATIENCE_SECONDS
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.setting_up import a_group, a_manager, joins

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

MENTEE = ["home", "send", "sessions", "help"]
MENTOR = ["home", "inbox", "sessions", "help"]
MANAGER = ["home", "groups", "status", "help"]


async def menu(house: House, person: Person) -> list[dict[str, str]]:
    scope = {"type": "chat", "chat_id": person.id}
    commands = await house.bot.introducing.api.call("getMyCommands", {"scope": scope})
    assert isinstance(commands, list)
    return commands


async def finds(house: House, person: Person, wanted: list[str]) -> list[dict[str, str]]:
    """Waits until these are the commands of their chat."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while [one["command"] for one in await menu(house, person)] != wanted:
            pass
    return await menu(house, person)


def times_set(house: House) -> int:
    return sum(
        request.method == "setMyCommands" and '"chat_id"' in str(request.params).replace("'", '"')
        for request in house.sim.requests
    )


async def test_each_role_finds_its_own_commands_and_two_roles_both(house: House) -> None:
    nova = await a_nova(house)

    await finds(house, nova.vera, MENTEE)
    await finds(house, nova.anton, MENTOR)

    def also_manages(record: SqlRecord, now: datetime) -> None:
        anton, programme = record.people.by_telegram_id(nova.anton.id), record.programmes.first()
        assert anton is not None
        assert programme is not None
        record.managers.add(anton.id, programme.id, now)

    await house.bot.changes.make(also_manages)

    await finds(house, nova.anton, ["home", "inbox", "sessions", "groups", "status", "help"])


async def test_the_menu_changes_with_the_language_and_every_command_opens_something(house: House) -> None:
    nova = await a_nova(house)
    english = await finds(house, nova.vera, MENTEE)
    assert english[1]["description"] == "Send a document"

    await nova.vera.says("/settings")
    await nova.vera.presses("Български")
    await nova.vera.sees("Променено")
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await menu(house, nova.vera))[1]["description"] != "Изпращане на документ":
            pass

    for command, opened in zip(MENTEE, ("Здравейте", "Как се предава", "Моите срещи", "Аз съм бот"), strict=True):
        said = await nova.vera.says(f"/{command}")
        await nova.vera.sees(opened, after=said)


async def test_a_manager_and_a_mentee_who_join_by_their_links_find_theirs(house: House) -> None:
    maria = await a_manager(house)
    links = await a_group(maria, mentor="Anton Ivanov", mentees=["Vera Dimova"])
    vera = house.person("Vera Dimova", speaks="bg")
    await joins(vera, links.mentees, bulgarian=True)

    await finds(house, maria, MANAGER)
    assert (await finds(house, vera, MENTEE))[2]["description"] == "Моите срещи"


async def test_whoever_is_in_no_group_any_more_keeps_the_way_home(house: House) -> None:
    nova = await a_nova(house)
    await finds(house, nova.vera, MENTEE)

    def takes_out(record: SqlRecord, _: datetime) -> None:
        vera = record.people.by_telegram_id(nova.vera.id)
        assert vera is not None
        [place] = record.memberships.of_person(vera.id)
        record.memberships.save(replace(place, state=MembershipState.REMOVED))

    await house.bot.changes.make(takes_out)

    await finds(house, nova.vera, ["home", "help", "settings"])


async def test_a_menu_is_set_once_and_again_only_where_it_was_lost(house: House) -> None:
    house.sim.faults.order(method="setMyCommands", kind="400", times=1)
    nova = await a_nova(house, speaks=Language.BG)
    await all_is_handled(house)

    await house.passes(minutes=1)
    for person, wanted in ((nova.anton, MENTOR), (nova.vera, MENTEE), (nova.ilya, MENTEE)):
        await finds(house, person, wanted)
    settled = times_set(house)
    await house.passes(minutes=1)
    await house.passes(hours=1)
    said = await nova.vera.says("/home")
    await nova.vera.sees("Здравейте", after=said)

    assert times_set(house) == settled


async def test_nobody_is_counted_as_lost_because_of_a_menu(house: House) -> None:
    nova = await a_nova(house)
    await finds(house, nova.vera, MENTEE)
    nova.vera.user.blocked = True

    def becomes_mentor(record: SqlRecord, now: datetime) -> None:
        vera = record.people.by_telegram_id(nova.vera.id)
        assert vera is not None
        [place] = record.memberships.of_person(vera.id)
        seat = record.memberships.expect(group_id=place.group_id, role=Role.MENTOR, name="Vera", now=now)
        record.memberships.claim(seat.id, vera.id)

    await house.bot.changes.make(becomes_mentor)
    await all_is_handled(house)
    nova.vera.user.blocked = False
    said = await nova.vera.says("/home")

    await nova.vera.sees("Hello, Vera", after=said)
    await nova.vera.sees_no("Welcome back")
