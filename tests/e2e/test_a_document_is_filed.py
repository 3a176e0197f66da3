"""What is accepted goes into a toolbar, what managers and mentors send is filed, and everybody finds what is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Language
from simulator.attachments import pdf, photo
from tests.e2e.a_group import a_nova, all_is_handled
from tests.e2e.leading_nova import a_manager, a_mentor_elsewhere
from tests.e2e.paper_forms import as_photograph, paper_of
from tests.e2e.photographed import a_page, jpeg
from tests.e2e.test_people_with_several_parts import a_second_group

if TYPE_CHECKING:
    from simulator.persons import Person
    from simulator.views import View
    from tests.e2e.conftest import House

PDF = pdf("goals")


def labels(card: View) -> str:
    return " ".join(label for row in card.buttons for label in row)


async def opens_files(person: Person, *, bg: bool = False) -> View:
    said = await person.says("/home")
    await person.presses("Още" if bg else "More")
    await person.presses("🗂 Файлове" if bg else "🗂 Files")
    return await person.sees("За да намерите нещо" if bg else "To find something", after=said)


async def test_an_accepted_document_is_filed_with_one_press_and_taken_out_again(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("T02.pdf", PDF)
    review = await nova.anton.sees("S-1001 from Vera")

    await nova.anton.presses("Accept, file to Managing", on=review)

    filed = await nova.anton.sees("Filed under “Managing” by Anton, Mon 23 Nov")
    assert "Accepted by Anton" in filed.text
    assert "Filed under “Managing” by Anton" in (await nova.vera.sees("Filed under")).text
    await nova.anton.presses("Take it out again", on=filed)
    await nova.anton.presses("File to Monitoring")
    await nova.anton.sees("Filed under “Monitoring”")


async def test_an_accepted_document_is_filed_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_document("есе.pdf", PDF)
    await nova.anton.presses("Приемам", on=await nova.anton.sees("S-1001 от Vera"))
    await nova.anton.presses("В „Управление“", on=await nova.anton.sees("Прието от Anton"))

    await nova.anton.sees("Добавено в „Управление“ от Anton")
    await nova.vera.sees("Добавено в „Управление“ от Anton")


async def test_what_only_a_manager_files_is_passed_on_to_the_manager(house: House) -> None:
    nova = await a_nova(house)
    maria = await a_manager(house)
    await nova.vera.sends_document("T01.pdf", PDF)
    await nova.anton.presses("Accept", on=await nova.anton.sees("S-1001 from Vera"))
    assert "A manager files this document" in (await nova.anton.sees("Accepted by Anton")).text

    await maria.presses("File to Managing", on=await maria.sees("S-1001 from Vera is accepted"))
    await nova.vera.sees("Filed under “Managing” by Maria")


async def test_a_mentor_files_a_document_by_answering_what_it_is(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.sends_document("scan.pdf", PDF)
    question = await nova.anton.sees("What is it?")
    assert "Nova" in question.text

    await nova.anton.presses("T03", on=question)
    done = await nova.anton.sees("Filed under “Managing”")
    assert "T03_Nova_2026-11-23_v1.pdf" in done.text

    await nova.anton.presses("Take it out again", on=done)
    await nova.anton.presses("T05", on=await nova.anton.sees("What is it?"))
    await nova.anton.sees("T05_Nova_2026-11-23_v1.pdf")


async def test_a_manager_photographs_pages_and_files_them_under_a_title_in_bulgarian(house: House) -> None:
    await a_nova(house, speaks=Language.BG)
    maria = await a_manager(house, speaks=Language.BG)
    await maria.sends_album([photo(jpeg(a_page(1))), photo(jpeg(a_page(2)))])
    await all_is_handled(house)
    await house.passes(minutes=1)
    card = await maria.sees("Всичко ли се чете? Тогава натиснете „Продължаване“", timeout=60)
    assert "2 страници, още не са добавени" in card.text

    await maria.presses("📥 Продължаване", on=card)
    question = await maria.sees("Какво е това?")
    assert "2 страници" in question.text
    await maria.presses("Нещо друго", on=question)
    await maria.sees("Напишете с няколко думи какво е")
    await maria.says("Посещение в музея")
    await maria.presses("Мониторинг", on=await maria.sees("Къде да го добавя?"))

    done = await maria.sees("Добавено в „Мониторинг“")
    assert "Poseshtenie-V-Muzeya_Nova_2026-11-23_v1.pdf" in done.text


async def test_a_mentor_photographs_a_paper_of_ours_and_is_asked_nothing(house: House) -> None:
    nova = await a_nova(house)
    paper = await paper_of(house, nova.vera, "T02")
    await nova.anton.sends_photo(as_photograph(paper))
    card = await nova.anton.sees("Is everything readable? Then press “Go on”", timeout=60)
    assert card.file is not None

    await nova.anton.presses("📥 Go on", on=card)

    done = await nova.anton.sees("Filed under “Managing”")
    assert "T02_Nova_Vera_2026-11-23_v1.pdf" in done.text
    await nova.anton.presses("Managing (1)", on=await opens_files(nova.anton))
    await nova.anton.presses("T02", on=await nova.anton.sees("Managing · Nova"))
    await nova.anton.presses("Vera", on=await nova.anton.sees("1 file"))
    filed = await nova.anton.sees("version 1")
    await nova.anton.presses("Send me the file", on=filed)
    sent = await nova.anton.sees("T02_Nova_Vera", after=filed)
    assert sent.file is not None
    assert (sent.file.content or b"").startswith(b"%PDF")


async def test_whoever_is_mentor_and_mentee_is_asked_what_the_file_is_for(house: House) -> None:
    nova = await a_nova(house)
    await a_second_group(house, nova, mentor=nova.ilya, mentee=nova.vera)
    await nova.ilya.sends_document("own.pdf", PDF)
    question = await nova.ilya.sees("For which group is it?")
    assert "Nova" in labels(question)

    await nova.ilya.presses("File it in a toolbar", on=question)
    asked = await nova.ilya.sees("What is it?")
    assert "Start" in asked.text
    await nova.anton.sees_no("own.pdf")


async def test_a_wrong_toolbar_is_put_right_with_a_reason_that_stays(house: House) -> None:
    nova = await a_nova(house)
    await nova.vera.sends_document("T02.pdf", PDF)
    await nova.anton.presses("Accept, file to Managing", on=await nova.anton.sees("S-1001 from Vera"))
    await nova.anton.sees("Filed under “Managing”")
    await nova.anton.presses("Managing (1)", on=await opens_files(nova.anton))
    await nova.anton.presses("T02", on=await nova.anton.sees("Managing · Nova"))
    await nova.anton.presses("Vera", on=await nova.anton.sees("1 file"))
    card = await nova.anton.sees("T02_Nova_Vera_2026-11-23_v1.pdf")

    await nova.anton.presses("Move to Monitoring", on=card)
    await nova.anton.sees("Why does it belong in the other toolbar?")
    await nova.anton.says("It is about the middle of the programme")

    moved = await nova.anton.sees("moved to the other toolbar – It is about the middle of the programme")
    assert "In “Monitoring”" in moved.text
    await nova.vera.sees("Filed under “Monitoring”")


async def test_a_filed_document_is_replaced_with_a_reason_and_the_old_one_kept(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.sends_document("scan.pdf", PDF)
    await nova.anton.presses("T03", on=await nova.anton.sees("What is it?"))
    await nova.anton.sees("Filed under")
    await opens_files(nova.anton)
    await nova.anton.says("T03")
    await nova.anton.presses("T03", on=await nova.anton.sees("“T03”: 1 file"))
    await nova.anton.presses("New version", on=await nova.anton.sees("version 1"))
    await nova.anton.sees("Send the new file now")

    await nova.anton.sends_document("better.pdf", PDF + b"2")
    await nova.anton.sees("There is one already, filed by Anton")
    await nova.anton.says("It is signed now")

    await nova.anton.sees("T03_Nova_2026-11-23_v2.pdf")
    await opens_files(nova.anton)
    await nova.anton.says("T03")
    await nova.anton.presses("T03", on=await nova.anton.sees("“T03”: 1 file"))
    card = await nova.anton.sees("version 2")
    await nova.anton.presses("Version 1", on=card)
    assert "replaced by a newer one – It is signed now" in (await nova.anton.sees("An earlier version")).text


async def test_a_manager_puts_a_misrouted_document_where_it_belongs_and_the_receivers_hear_it(house: House) -> None:
    nova = await a_nova(house)
    maria = await a_manager(house)
    boris = await a_mentor_elsewhere(house, "Boris", group="Start")
    await nova.anton.sends_document("scan.pdf", PDF)
    await nova.anton.presses("T03", on=await nova.anton.sees("What is it?"))
    await nova.anton.sees("Filed under")

    await maria.presses("Managing (1)", on=await opens_files(maria))
    await maria.presses("T03", on=await maria.sees("Managing · Nova"))
    await maria.presses("Anton" if "Anton" in labels(await maria.sees("1 file")) else "Mon 23 Nov")
    await maria.presses("Another group or person", on=await maria.sees("version 1"))
    await maria.presses("Start", on=await maria.sees("To which group does"))
    await maria.presses("The whole group", on=await maria.sees("Whom in Start"))

    await maria.sees("given to another group or person – Nova → Start")
    assert "T03_Start_2026-11-23_v1.pdf" in (await boris.sees("put T03_Start")).text
    assert "There is nothing to do" in (await nova.anton.sees("put T03_Nova")).text


async def test_the_mentor_names_another_document(house: House) -> None:
    nova = await a_nova(house)
    await nova.anton.sends_document("scan.pdf", PDF)
    await nova.anton.presses("T03", on=await nova.anton.sees("What is it?"))
    await nova.anton.sees("Filed under")
    await opens_files(nova.anton)
    await nova.anton.says("goals")
    await nova.anton.presses("T03", on=await nova.anton.sees("“goals”: 1 file"))
    await nova.anton.presses("Another document", on=await nova.anton.sees("version 1"))
    await nova.anton.presses("T02", on=await nova.anton.sees("Which document is"))
    await nova.anton.presses("Vera", on=await nova.anton.sees("Whom is"))

    await nova.anton.sees("T02_Nova_Vera_2026-11-23_v1.pdf")
    await nova.anton.sees("named another document – T03 → T02")


async def test_a_mentee_finds_and_gets_what_is_theirs_and_nothing_else_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    await nova.vera.sends_document("T02.pdf", PDF)
    await nova.anton.presses("Приемам, в „Управление“", on=await nova.anton.sees("S-1001 от Vera"))
    await nova.anton.sees("Добавено в")
    await nova.ilya.sends_document("T07.pdf", PDF + b"7")
    await nova.anton.presses("Приемам, в „Мониторинг“", on=await nova.anton.sees("S-1002 от Ilya"))
    await nova.anton.sees("Добавено в „Мониторинг“")

    door = await opens_files(nova.vera, bg=True)
    assert "Файлове на групата (1)" in labels(door)
    assert "Добавени за мен (1)" in labels(door)
    await nova.vera.says("vera")
    await nova.vera.presses("T02", on=await nova.vera.sees("1 файл"))
    card = await nova.vera.sees("T02_Nova_Vera_2026-11-23_v1.pdf")
    assert "Изваждане" not in labels(card)
    await nova.vera.presses("Изпрати ми файла", on=card)
    assert (await nova.vera.sees("T02_Nova_Vera", after=card)).file is not None

    await opens_files(nova.vera, bg=True)
    await nova.vera.says("T07")
    await nova.vera.sees("Няма нищо за „T07“")
