"""Whoever takes their consent back has left everywhere, is offered what is theirs, and is asked anew if they return."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mentoring.consents import ConsentKind
from mentoring.happenings import HappeningKind
from mentoring.people import Language, MembershipState
from tests.e2e.a_group import all_is_handled
from tests.e2e.a_managed_group import Managed, a_managed_nova, place_of

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.people import Person as Known
    from storage.record import SqlRecord
    from tests.e2e.conftest import House

WAY = {
    Language.EN: ("My data", "Take back my consent", "Yes, take it back"),
    Language.BG: ("Моите данни", "Оттегляне на съгласието", "Да, оттеглям"),
}
MEANS = {Language.EN: "taking part ends", Language.BG: "участието Ви приключва"}
DONE = {Language.EN: "Your consent is taken back", Language.BG: "Съгласието Ви е оттеглено, считано"}
LEFT = {Language.EN: "Vera is no longer in Nova", Language.BG: "Vera вече не е в Nova"}
EVERYTHING = {Language.EN: "Send me everything", Language.BG: "Изпращане на всичко"}
DELETE = {Language.EN: "Delete me", Language.BG: "Изтриване на"}
ALL_OF_IT = {Language.EN: "All that I keep", Language.BG: "Всичко, което пазя"}
WISH = {Language.EN: "Do you want to be deleted", Language.BG: "Да бъдат ли изтрити"}
ANEW = {Language.EN: "so I need it anew", Language.BG: "затова ми е нужно отново"}
AGREE = {Language.EN: "I agree", Language.BG: "Да, включвам се"}


async def has_agreed(house: House, nova: Managed) -> None:
    def agreed(record: SqlRecord, now: datetime) -> None:
        vera = record.people.by_telegram_id(nova.vera.id)
        assert vera is not None
        for kind in ConsentKind:
            record.consents.give(vera.id, kind, version=record.rules.notice_version, now=now)

    await house.bot.changes.make(agreed)


async def takes_it_back(house: House, language: Language) -> Managed:
    nova = await a_managed_nova(house, speaks=language)
    await has_agreed(house, nova)
    await nova.vera.says("/settings")
    for label in WAY[language][:2]:
        await nova.vera.presses(label)
    await nova.vera.sees(MEANS[language])
    await nova.vera.presses(WAY[language][2])
    await nova.vera.sees(DONE[language])
    return nova


@pytest.mark.parametrize("language", Language)
async def test_taking_the_consent_back_means_leaving_and_is_kept_with_its_time(
    house: House, language: Language
) -> None:
    nova = await takes_it_back(house, language)

    for other in (nova.anton, nova.maria):
        await other.sees(LEFT[language])
    assert (await place_of(house, nova.vera)).state is MembershipState.LEFT

    def look(record: SqlRecord, _: datetime) -> tuple[Known | None, set[datetime | None], int]:
        vera = record.people.by_telegram_id(nova.vera.id)
        assert vera is not None
        kept = {one.withdrawn_at for one in record.consents.of_person(vera.id)}
        history = [one for one in record.happenings.of_person(vera.id) if one.kind is HappeningKind.CONSENT_WITHDRAWN]
        return vera, kept, len(history)

    assert (await house.bot.changes.make(look))[1:] == ({house.sim.clock.now()}, 2)


@pytest.mark.parametrize("language", Language)
async def test_whoever_took_it_back_can_still_have_their_data_and_ask_to_be_erased(
    house: House, language: Language
) -> None:
    nova = await takes_it_back(house, language)

    await nova.vera.presses(EVERYTHING[language])
    assert (await nova.vera.sees(ALL_OF_IT[language])).file is not None
    await nova.vera.says("/home")
    await nova.vera.sees(ANEW[language])
    await nova.vera.presses(WAY[language][0])
    await nova.vera.presses(DELETE[language])

    await nova.vera.sees(WISH[language])


@pytest.mark.parametrize("language", Language)
async def test_whoever_comes_back_is_asked_anew_before_anything_else(house: House, language: Language) -> None:
    nova = await takes_it_back(house, language)

    await nova.vera.says("/home")
    await nova.vera.sees(ANEW[language])
    await nova.vera.presses(AGREE[language])
    await all_is_handled(house)

    def in_force(record: SqlRecord, _: datetime) -> bool:
        vera = record.people.by_telegram_id(nova.vera.id)
        assert vera is not None
        return record.consents.in_force(vera.id, ConsentKind.TAKE_PART) is not None

    assert await house.bot.changes.make(in_force)
