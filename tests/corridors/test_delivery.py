"""A notice reaches its chat: plain, as a card that is edited or posted at the bottom, with files, as another call."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from handlers.message import Attached
from mentoring.notices import Placement
from tests.corridors.notice_corridor import NoticeCorridor, a_call, a_draft, notices, words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.clock import Clock
    from simulator.persons import Person
    from simulator.server import Simulator
    from storage.engine import Database


@pytest.fixture
async def house(database: Database, simulator: Simulator, clock: Clock) -> AsyncIterator[NoticeCorridor]:
    async with notices(database, clock, url=simulator.url, token=simulator.token) as house:
        yield house


@pytest.fixture
async def vera(simulator: Simulator) -> Person:
    vera = simulator.person("Vera")
    await vera.starts()
    return vera


def calls(simulator: Simulator) -> list[str]:
    return [request.method for request in simulator.requests]


def seen_by(person: Person) -> list[str]:
    """What the bot says in the private chat now."""
    return [message.text for message in person.messages() if message.message.sender is not person.user]


async def test_a_notice_arrives_once_and_its_result_is_told_in_the_same_unit(
    house: NoticeCorridor, vera: Person
) -> None:
    [number] = await house.tell(a_draft(vera, "<b>Welcome</b>"))

    message = await vera.sees("Welcome")
    assert await house.all_settled() == {number: "sent"}
    assert message.html == "<b>Welcome</b>"
    assert [(parcel, result["message_id"]) for parcel, result in house.results if isinstance(result, dict)] == [
        (number, message.message_id)
    ]


async def test_the_notices_of_a_chat_arrive_in_the_order_in_which_they_were_told(
    house: NoticeCorridor, vera: Person
) -> None:
    await house.tell(*(a_draft(vera, f"number {number:02}") for number in range(30)))
    await house.all_settled()

    assert seen_by(vera) == [f"number {number:02}" for number in range(30)]


async def test_the_same_dedupe_key_tells_once(house: NoticeCorridor, vera: Person) -> None:
    first = await house.tell(a_draft(vera, dedupe_key="reminder:1"))
    await house.all_settled()
    second = await house.tell(a_draft(vera, dedupe_key="reminder:1"))

    assert first != [None]
    assert second == [None]
    assert seen_by(vera) == ["hello"]


async def test_a_card_is_edited_where_it_stands(house: NoticeCorridor, vera: Person, simulator: Simulator) -> None:
    await house.tell(a_draft(vera, "waiting", card_key="submission:1"))
    await house.all_settled()
    await house.tell(a_draft(vera, facts=words("accepted", buttons=("Undo",)), card_key="submission:1"))
    await house.all_settled()

    assert seen_by(vera) == ["accepted"]
    assert vera.messages()[-1].buttons == (("Undo",),)
    assert calls(simulator) == ["sendMessage", "editMessageText"]


async def test_an_edit_that_changes_nothing_asks_nothing_of_telegram(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    for _ in range(2):
        await house.tell(a_draft(vera, "waiting", card_key="submission:1"))
        await house.all_settled()

    assert calls(simulator) == ["sendMessage"]
    assert set(house.statuses().values()) == {"sent"}


async def test_many_changes_of_a_card_collapse_to_one_edit(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    await house.tell(a_draft(vera, "0", card_key="board"))
    await house.all_settled()
    await house.tell(*(a_draft(vera, f"{number}", card_key="board") for number in range(1, 20)))
    statuses = await house.all_settled()

    assert seen_by(vera) == ["19"]
    assert calls(simulator) == ["sendMessage", "editMessageText"]
    assert list(statuses.values()).count("superseded") == 18


async def test_the_first_showing_of_a_card_keeps_its_promise_to_arrive_with_newer_facts(
    house: NoticeCorridor, vera: Person
) -> None:
    first, second = await house.tell(
        a_draft(vera, "handed in", card_key="card", must_arrive=True, dedupe_key="a"),
        a_draft(vera, "handed in twice", card_key="card", dedupe_key="b"),
    )
    statuses = await house.all_settled()

    assert first == second
    assert seen_by(vera) == ["handed in twice"]
    assert sorted(statuses.values()) == ["sent", "superseded"]
    assert await house.tell(a_draft(vera, dedupe_key="b")) == [None]


async def test_a_card_at_the_bottom_is_posted_anew_and_the_old_one_goes(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "card", card_key="card"))
    await house.tell(a_draft(vera, "something else"))
    await house.all_settled()
    await house.tell(a_draft(vera, "card, moved", card_key="card", placement=Placement.BOTTOM))
    await vera.sees("card, moved")
    await house.all_settled()
    await house.supervisor.stop()

    assert seen_by(vera) == ["something else", "card, moved"]


async def test_a_card_too_old_to_delete_loses_its_buttons(house: NoticeCorridor, vera: Person, clock: Clock) -> None:
    facts = words("card", buttons=("Accept",))
    await house.tell(a_draft(vera, facts=facts, card_key="card"))
    await house.all_settled()
    clock.advance(timedelta(hours=49))
    await house.tell(a_draft(vera, facts=facts, card_key="card", placement=Placement.BOTTOM))
    await house.all_settled()
    await house.supervisor.stop()

    assert [message.buttons for message in vera.messages()[1:]] == [(), (("Accept",),)]


async def test_a_pressed_older_copy_changes_together_with_the_card(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "older copy"))
    older = await vera.sees("older copy")
    await house.tell(a_draft(vera, "the card", card_key="card"))
    await house.all_settled()
    await house.tell(a_draft(vera, "accepted", card_key="card", message_id=older.message_id))
    await house.all_settled()

    assert seen_by(vera) == ["accepted", "accepted"]


async def test_a_pressed_message_becomes_the_card_where_there_was_none(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "menu"))
    menu = await vera.sees("menu")
    await house.tell(a_draft(vera, "list", card_key="list", message_id=menu.message_id))
    await house.all_settled()
    await house.tell(a_draft(vera, "longer list", card_key="list"))
    await house.all_settled()

    assert seen_by(vera) == ["longer list"]


async def test_a_message_that_became_another_card_is_no_longer_the_first(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "home", card_key="home"))
    home = await vera.sees("home")
    await house.tell(a_draft(vera, "list", card_key="list", message_id=home.message_id))
    await house.all_settled()
    await house.tell(a_draft(vera, "home", card_key="home"))
    await house.all_settled()

    assert seen_by(vera) == ["list", "home"]


async def test_a_card_that_was_pressed_for_another_one_shows_itself_again(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "list", card_key="list"), a_draft(vera, "home", card_key="home"))
    home = await vera.sees("home")
    await house.tell(a_draft(vera, "list, longer", card_key="list", message_id=home.message_id))
    await house.all_settled()
    await house.tell(a_draft(vera, "home", card_key="home", message_id=home.message_id))
    await house.all_settled()

    assert seen_by(vera) == ["list, longer", "home"]


async def test_a_deleted_card_is_posted_anew(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "card", card_key="card"))
    await vera.deletes(await vera.sees("card"))
    await house.all_settled()
    for text in ("card, again", "card, changed"):
        await house.tell(a_draft(vera, text, card_key="card"))
        await house.all_settled()

    assert seen_by(vera) == ["card, changed"]


async def test_a_card_with_a_file_changes_its_caption(
    house: NoticeCorridor, vera: Person, simulator: Simulator, tmp_path: Path
) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text("what I learnt")
    file = Attached(kind="document", path=essay, file_name="Есе.txt")
    await house.tell(a_draft(vera, facts=words("for you", buttons=("Accept",), files=(file,)), card_key="card"))
    await house.all_settled()
    card = vera.messages()[-1]
    assert (card.text, card.buttons, card.file and card.file.name) == ("for you", (("Accept",),), "Есе.txt")

    await house.tell(a_draft(vera, "accepted", card_key="card"))
    await house.all_settled()
    assert seen_by(vera) == ["accepted"]
    assert calls(simulator) == ["sendDocument", "editMessageCaption"]


async def test_a_pressed_message_with_a_file_changes_its_caption(
    house: NoticeCorridor, vera: Person, simulator: Simulator, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("a")
    file = Attached(kind="document", path=tmp_path / "a.txt")
    await house.tell(a_draft(vera, facts=words("first", files=(file,))))
    await house.all_settled()
    await house.tell(a_draft(vera, "second", message_id=vera.messages()[-1].message_id))
    await house.all_settled()

    assert seen_by(vera) == ["second"]
    assert calls(simulator) == ["sendDocument", "editMessageCaption"]


async def test_a_caption_too_long_for_its_file_follows_as_a_message(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    mine = await vera.sends_document("essay.pdf")
    assert mine.file is not None
    file = Attached(kind="document", file_id=mine.file.file_id)
    await house.tell(a_draft(vera, facts=words("long " * 250, buttons=("Accept",), files=(file,)), card_key="card"))
    await house.all_settled()
    await house.tell(a_draft(vera, "accepted", card_key="card"))
    await house.all_settled()

    assert seen_by(vera) == ["", "accepted"]
    assert calls(simulator) == ["sendDocument", "sendMessage", "editMessageText"]


async def test_several_files_travel_as_albums_of_their_kind(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    photos = [await vera.sends_photo() for _ in range(12)]
    document = await vera.sends_document("essay.pdf")
    files = [Attached(kind="photo", file_id=photo.file.file_id) for photo in photos if photo.file]
    files += [Attached(kind="document", file_id=document.file.file_id)] if document.file else []
    await house.tell(a_draft(vera, facts=words("all of it", buttons=("Accept",), files=tuple(files))))
    await house.all_settled()

    assert calls(simulator) == ["sendMediaGroup", "sendMediaGroup", "sendDocument", "sendMessage"]
    assert len(seen_by(vera)) == 14
    assert vera.messages()[-1].buttons == (("Accept",),)


async def test_an_album_without_buttons_carries_its_words_itself(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    photos = [await vera.sends_photo() for _ in range(3)]
    files = tuple(Attached(kind="photo", file_id=photo.file.file_id) for photo in photos if photo.file)
    await house.tell(a_draft(vera, facts=words("three pages", files=files)))
    await house.all_settled()

    assert seen_by(vera) == ["three pages", "", ""]
    assert calls(simulator) == ["sendMediaGroup"]


async def test_a_reply_stands_under_what_it_answers(house: NoticeCorridor, vera: Person) -> None:
    question = await vera.says("When is it?")
    await house.tell(a_draft(vera, "On Tuesday", reply_to_message_id=question.message_id))

    answer = await vera.sees("On Tuesday")
    assert answer.message.reply_to is question.message


async def test_another_call_is_made_and_its_result_told(
    house: NoticeCorridor, vera: Person, simulator: Simulator
) -> None:
    group = simulator.group("Group 7", owner=vera)
    group.adds_bot(rights=("can_invite_users",))
    facts = a_call("createChatInviteLink", chat_id=group.id, name="Vera", member_limit=1)
    await house.tell(a_draft(group, facts=facts))
    await house.all_settled()

    [(_, result)] = house.results
    assert isinstance(result, dict)
    assert str(result["invite_link"]).startswith("https://t.me/")


async def test_what_has_nothing_to_say_any_more_is_not_sent(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, "nothing"), a_draft(vera, "something"))

    assert list((await house.all_settled()).values()) == ["expired", "sent"]
    assert seen_by(vera) == ["something"]


async def test_what_came_too_late_is_not_sent(house: NoticeCorridor, vera: Person, clock: Clock) -> None:
    await house.tell(a_draft(vera, "session in an hour", expires_at=clock.now()), a_draft(vera, "something"))

    assert list((await house.all_settled()).values()) == ["expired", "sent"]
    assert seen_by(vera) == ["something"]


async def test_what_may_not_go_yet_goes_when_its_time_comes(house: NoticeCorridor, vera: Person, clock: Clock) -> None:
    tomorrow = clock.now() + timedelta(hours=9)
    await house.tell(a_draft(vera, "good morning", not_before=tomorrow), a_draft(vera, "good evening"))
    await house.until(lambda: list(house.statuses().values()) == ["new", "sent"])
    clock.advance(timedelta(hours=9))
    house.delivery.wake()
    await house.all_settled()

    assert seen_by(vera) == ["good evening", "good morning"]


async def test_words_that_cannot_be_rendered_stop_nobody_else(house: NoticeCorridor, vera: Person) -> None:
    await house.tell(a_draft(vera, facts="{}"), a_draft(vera, "something"))

    assert list((await house.all_settled()).values()) == ["dead", "sent"]


@asynccontextmanager
async def _a_second_run(database: Database, simulator: Simulator, clock: Clock) -> AsyncIterator[NoticeCorridor]:
    async with notices(database, clock, url=simulator.url, token=simulator.token) as house:
        yield house


async def test_what_was_told_while_the_bot_was_away_is_sent_when_it_is_back(
    database: Database, simulator: Simulator, clock: Clock, vera: Person
) -> None:
    async with _a_second_run(database, simulator, clock) as first:
        await first.supervisor.stop()
        await first.tell(a_draft(vera, "while away"))
    async with _a_second_run(database, simulator, clock) as second:
        assert list((await second.all_settled()).values()) == ["sent"]
    assert seen_by(vera) == ["while away"]
