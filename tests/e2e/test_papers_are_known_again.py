"""What a mentee sends back is known by its number, by its title or by its name, and otherwise asked about once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from mentoring.people import Language
from mentoring.slots import SlotState
from tests.e2e import paper_forms
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.slots_of import slot_of

if TYPE_CHECKING:
    from tests.e2e.conftest import House


@dataclass(frozen=True, kw_only=True)
class Words:
    language: Language
    receipt: str
    profile: str
    goals: str
    asked: str
    other: str
    relabel: str
    locked: str
    broken: str
    accept: str


ENGLISH = Words(
    language=Language.EN,
    receipt="S-1001 has arrived",
    profile="📄 Mentee's profile",
    goals="📄 Personal goals and objectives",
    asked="Which document is it?",
    other="Something else",
    relabel="Another document",
    locked="is locked with a password",
    broken="I could not open",
    accept="Accept",
)
BULGARIAN = Words(
    language=Language.BG,
    receipt="S-1001 пристигна",
    profile="📄 Профил на участника",
    goals="📄 Лични цели и задачи",
    asked="Кой документ е това?",
    other="Друго",
    relabel="Друг документ",
    locked="е заключен с парола",
    broken="Не успях да отворя",
    accept="Приемам",
)
in_both = pytest.mark.parametrize("words", [ENGLISH, BULGARIAN], ids=["en", "bg"])


@in_both
async def test_a_filled_form_is_known_by_its_number_without_a_question(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    paper = await paper_forms.paper_of(house, nova.vera, "T01")

    await nova.vera.sends_document("scan0001.docx", paper_forms.as_word(paper, mentee_name="Vera"))

    await nova.vera.sees(words.profile)
    await nova.anton.sees(words.profile)
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.SUBMITTED


async def test_a_photograph_of_somebody_elses_page_is_said_to_be_so_and_not_whose_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    paper = await paper_forms.paper_of(house, nova.ilya, "T01")

    await nova.vera.sends_photo(paper_forms.as_photograph(paper))
    await nova.vera.presses("📨 Изпращане")

    card = await nova.vera.sees("от документите на друг човек")
    assert "Ilya" not in card.text
    await nova.anton.sees("не е от документите на Vera")
    await all_is_handled(house)
    await nova.ilya.sees_no("S-1001")


@in_both
async def test_a_form_without_a_number_is_known_by_its_title(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)

    await nova.vera.sends_document("my file.docx", paper_forms.blank_word("T02"))

    await nova.vera.sees(words.goals)


@in_both
async def test_a_file_is_known_by_its_name_at_once(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)

    await nova.vera.sends_document("T01_Vera.pdf", paper_forms.a_pdf())

    card = await nova.vera.sees(words.receipt)
    assert words.profile in card.text
    assert words.asked not in card.text


@in_both
async def test_what_nobody_can_tell_is_asked_about_and_answered_by_one_tap(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    await nova.vera.sends_document("scan.pdf", paper_forms.a_pdf())
    asked = await nova.vera.sees(words.asked)

    await nova.vera.presses("T01", on=asked) if "T01" in str(asked.buttons) else await nova.vera.presses(
        words.profile.removeprefix("📄 "), on=asked
    )

    await nova.vera.sees(words.profile)
    await nova.anton.sees(words.profile)
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.SUBMITTED


@in_both
async def test_something_else_is_not_asked_about_again(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    await nova.vera.sends_document("recipe.pdf", paper_forms.a_pdf())
    asked = await nova.vera.sees(words.asked)

    await nova.vera.presses(words.other, on=asked)

    await nova.anton.presses(words.accept)
    assert words.asked not in (await nova.vera.sees("S-1001")).text


@in_both
async def test_a_mentor_names_another_document_than_it_was_taken_for(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    await nova.vera.sends_document("T01.pdf", paper_forms.a_pdf())
    card = await nova.anton.sees(words.profile)

    await nova.anton.presses(words.relabel, on=card)
    await nova.anton.presses(words.goals.removeprefix("📄 "), on=await nova.anton.sees(words.asked))

    await nova.vera.sees(words.goals)
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.OPEN
    assert (await slot_of(house, nova.vera, "T02")).state is SlotState.SUBMITTED


@in_both
async def test_somebody_elses_paper_is_never_taken_for_ones_own(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)
    paper = await paper_forms.paper_of(house, nova.ilya, "T01")

    await nova.vera.sends_document("scan.docx", paper_forms.as_word(paper))
    await nova.vera.sees(words.asked)
    await _looked_into(house)

    assert (await slot_of(house, nova.ilya, "T01")).state is SlotState.OPEN
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.OPEN


@in_both
async def test_a_locked_file_is_asked_for_again_and_stays_with_the_mentor(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)

    await nova.vera.sends_document("T01.pdf", paper_forms.a_pdf(password="secret"))

    assert "T01.pdf" in (await nova.vera.sees(words.locked)).text
    await nova.anton.sees("S-1001")


@in_both
async def test_a_damaged_file_is_asked_for_again(house: House, words: Words) -> None:
    nova = await a_nova(house, speaks=words.language)

    await nova.vera.sends_document("T01.docx", paper_forms.a_broken_word_file())

    assert "T01.docx" in (await nova.vera.sees(words.broken)).text


async def test_what_comes_after_its_day_is_taken_and_marked_late(house: House) -> None:
    nova = await a_nova(house)
    await house.passes(days=30)

    await nova.vera.sends_document("T01.pdf", paper_forms.a_pdf())

    assert "sent after its day" in (await nova.anton.sees("S-1001 from Vera")).text


async def test_a_returned_document_is_owed_again_until_its_next_version_comes(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("T01.pdf", paper_forms.a_pdf())
    await nova.anton.presses("Not readable", on=await nova.anton.sees("S-1001 from Vera"))
    await nova.vera.sees("can't be read")
    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.RETURNED

    await nova.vera.presses("Send corrected version")
    await nova.vera.sends_document("T01 again.pdf", paper_forms.a_pdf())
    second = await nova.anton.sees("version 2")
    await nova.anton.presses("Accept", on=second)
    await nova.vera.sees("is accepted")

    assert (await slot_of(house, nova.vera, "T01")).state is SlotState.ACCEPTED


async def _looked_into(house: House) -> None:
    """Every file that has come so far."""
    await all_is_handled(house)
    while await house.bot.changes.make(lambda record, _: record.inspections.waiting(1)):
        continue
