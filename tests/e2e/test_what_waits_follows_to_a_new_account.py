"""The old Telegram account is lost: what waited for it arrives on the new one, once, and the old one gets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting
from mentoring.invitations import Door, payload
from mentoring.people import Language, Reachability
from mentoring.use_cases.relinking import RelinkMember, relink_member
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova, place_of
from tests.e2e.setting_up import happened
from tests.e2e.talking import writes_to

if TYPE_CHECKING:
    from simulator.persons import Person
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

CANARY = "Bring your certificate on Friday"
WORRY = "He shouts at me when we are alone"
YES = {Language.EN: "Yes, that's me", Language.BG: "Да, аз съм"}
BACK = {Language.EN: "Your place is here now", Language.BG: "Мястото Ви вече е тук"}
TOO = {Language.EN: "Your two accounts are one now", Language.BG: "Двата Ви профила вече са един"}
ONE = {Language.EN: "Yes, one person", Language.BG: "Да, един човек"}
MOVED = {Language.EN: "has moved to another", Language.BG: "е преместено в друг профил"}
DOOR = {Language.EN: "Raise a concern", Language.BG: "Сигнал до ръководител"}
PREVIEW = {Language.EN: "This will be sent", Language.BG: "Ще бъде изпратено"}
SEND = {Language.EN: "Send it", Language.BG: "Изпращане"}


async def opens_code_for_vera(house: House, nova: Managed, new: Person, language: Language) -> None:
    place = await place_of(house, nova.vera)
    by = Acting(telegram_id=nova.maria.id, chat_id=nova.maria.id)
    command = RelinkMember(by=by, membership_id=place.id, token="secret")
    await house.bot.changes.make(lambda record, now: relink_member(record, command, now))
    await new.starts(payload(Door.RELINK, "secret"))
    await new.presses(YES[language])


def out_of_reach(person: Person, record: SqlRecord) -> bool:
    known = record.people.by_telegram_id(person.id)
    return known is not None and known.reachability is Reachability.BLOCKED


def shown(person: Person, words: str) -> int:
    return sum(words in (seen.text or "") for seen in person.messages())


@pytest.mark.parametrize("language", Language)
async def test_what_waited_for_the_lost_account_arrives_on_the_new_one_once(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    nova.vera.blocks_bot()
    await happened(house, lambda record: out_of_reach(nova.vera, record))
    await writes_to(nova.anton, "Vera", CANARY)
    await all_is_handled(house)
    new = house.person("Verche", speaks=language)

    await opens_code_for_vera(house, nova, new, language)

    welcome = await new.sees(BACK[language])
    await new.sees(CANARY, after=welcome)
    nova.vera.user.blocked = False
    await house.passes(days=1)
    await all_is_handled(house)
    assert shown(new, CANARY) == 1
    assert shown(nova.vera, CANARY) == 0


@pytest.mark.parametrize("language", Language)
async def test_what_waited_reaches_the_one_of_two_accounts_that_is_left(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    nova.vera.blocks_bot()
    await happened(house, lambda record: out_of_reach(nova.vera, record))
    await writes_to(nova.anton, "Vera", CANARY)
    await all_is_handled(house)

    await opens_code_for_vera(house, nova, nova.ilya, language)
    await nova.maria.presses(ONE[language])

    welcome = await nova.ilya.sees(TOO[language])
    await nova.ilya.sees(CANARY, after=welcome)
    await all_is_handled(house)
    assert shown(nova.ilya, CANARY) == 1


@pytest.mark.parametrize("language", Language)
async def test_a_concern_that_is_being_written_goes_on_at_the_new_account(house: House, language: Language) -> None:
    nova = await a_managed_nova(house, speaks=language)
    await nova.vera.says("/help")
    await nova.vera.presses(DOOR[language])
    said = await nova.vera.says(WORRY)
    await nova.vera.sees(PREVIEW[language], after=said)
    new = house.person("Verche", speaks=language)

    await opens_code_for_vera(house, nova, new, language)

    preview = await new.sees(PREVIEW[language])
    assert WORRY in preview.text
    assert MOVED[language] in (await nova.vera.sees(MOVED[language])).text
    await new.presses(SEND[language], on=preview)
    await nova.maria.sees(WORRY)
