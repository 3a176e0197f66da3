"""Names as weapons, walked through the whole journey: from Telegram's profile to the mentor's card and the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.attachments import pdf
from storage import inbox
from tests.e2e.a_group import all_is_handled
from tests.e2e.setting_up import a_manager, payload_on

if TYPE_CHECKING:
    from tests.e2e.conftest import House

PDF = pdf("essay")
NAMES = {
    "markup": "<b>Vera</i> & <script>",
    "right to left": "\u202eareV\u202c שרה",
    "invisible": "V\u200be\u200dr\ufeffa",
    "emoji": "Vera 👩‍👩‍👧‍👦🇧🇬",
    "long": "Вера" * 1024,
    "format": "Vera {name} %s {0}",
    "combining": "V" + "e\u0301\u0302\u0303" * 200 + "ra",
    "control": "Vera\x00\x1b[31m",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
async def test_a_hostile_name_joins_sends_and_is_reviewed(house: House, name: str) -> None:
    maria = await a_manager(house)
    await maria.says(f"{name[:1900]} group")
    await maria.sees("Who is the mentor of")
    await maria.says(f"{name[:1900]} mentor")
    await maria.sees("Who are the mentees of")
    await maria.says(f"{name[:1900]}\nIlya Kolev")
    await maria.sees("has not joined yet")
    await maria.presses("Links and posters")
    mentees = payload_on(await maria.sees("for the mentees"))
    mentor = payload_on(await maria.sees("for the mentor"))

    people = []
    for link in (mentor, mentees):
        person = house.person(name)
        await person.starts(link)
        await person.presses("English")
        question = await person.sees("Which one are you?")
        await person.presses(question.buttons[0][0], on=question)
        await person.presses("I agree")
        await person.sees("Welcome")
        people.append(person)
    anton, vera = people
    await vera.sends_document(f"{name[:200]}.pdf", PDF, caption=name[:1024])
    await vera.sees("S-1001 has arrived")
    card = await anton.sees("Waiting for you since")
    await anton.presses("Accept", on=card)
    await vera.sees("S-1001 is accepted")

    await all_is_handled(house)
    assert (await house.bot.writer.change(inbox.counts)).dead == 0
    assert not any(
        set("\u202e\u200b\x00\ufeff") & set(seen.text) for seen in anton.messages() if seen.sender == "ementor"
    )


async def test_a_name_without_any_letters_is_asked_for_again(house: House) -> None:
    maria = await a_manager(house)

    for name in ("\u200b\u200d", "...", "👍"):
        said = await maria.says(name)
        await maria.sees("What is the new group called", after=said)


async def test_the_half_of_a_character_harms_nobody(house: House) -> None:
    oleg, world = house.person("Oleg"), house.sim.world
    started = await oleg.starts()
    await oleg.sees("I don't know you yet", after=started)
    half = (
        f'{{"update_id": {world.updates.next_id}, "message": {{"message_id": 900, "date": {world.now()}, '
        f'"chat": {{"id": {oleg.id}, "type": "private", "first_name": "half \\ud83d"}}, '
        f'"from": {{"id": {oleg.id}, "is_bot": false, "first_name": "half \\ud83d"}}, "text": "NUL \\u0000 \\udc00"}}}}'
    )
    world.updates.push_as_it_is(half.encode(), kind="message", lane=("chat", oleg.id), expires_at=world.now() + 60)

    await all_is_handled(house)
    assert (await house.bot.writer.change(inbox.counts)).dead == 0
