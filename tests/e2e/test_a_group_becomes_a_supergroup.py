"""A group moves to a new id, and the bot learns it the hard way: from a refusal while it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.a_group import a_nova, all_is_handled

if TYPE_CHECKING:
    from tests.e2e.conftest import House


async def test_a_file_posted_after_the_move_is_asked_about_as_before(house: House) -> None:
    nova = await a_nova(house)
    before = nova.chat.id

    nova.chat.migrates()
    await nova.vera.sends_document("essay.pdf", b"%PDF-1.7", in_=nova.chat)
    await nova.vera.sees("You posted essay.pdf in Nova")
    await all_is_handled(house)

    bound = await house.bot.changes.make(lambda record, _: record.groups.bound_chats())
    assert nova.chat.id != before
    assert bound == [nova.chat.id]
