"""Advertisements and talk in the group: the bot says nothing to them and keeps nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from tests.e2e.conftest import House

CANARY = "Win a million with canary coins"


async def test_advertisements_in_the_group_are_neither_answered_nor_kept(house: House) -> None:
    nova = await a_nova(house)
    spammer = house.person("Spammer")
    nova.chat.adds(spammer)
    await all_is_handled(house)
    before = len(nova.ilya.messages(nova.chat))

    for sender in (spammer, nova.ilya):
        await sender.says(CANARY, in_=nova.chat)
        await sender.says(f"https://canary.example {CANARY}", in_=nova.chat)
        await sender.sends_sticker(in_=nova.chat)
    await spammer.sends_photo(in_=nova.chat)
    await all_is_handled(house)

    said = nova.ilya.messages(nova.chat)[before:]
    assert [seen.text for seen in said if seen.sender == "ementor"] == []
    assert len(said) == 7
    stored = b"".join(file.read_bytes() for file in house.folder.glob("ementor.db*"))
    assert CANARY.encode() not in stored
