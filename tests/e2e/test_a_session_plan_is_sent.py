"""A mentor fills in the session plan in Word and sends it: it is read back, asked about, and planned with one yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.papers import PaperLanguage
from mentoring.people import Language
from tests.doc_templates.plans import ours
from tests.e2e.a_group import a_nova

if TYPE_CHECKING:
    from simulator.views import View
    from tests.e2e.conftest import House


def labels(card: View) -> list[str]:
    return [label for row in card.buttons for label in row]


def a_row(number: int, day: str, topic: str, **cells: str) -> dict[str, str]:
    usual = {"hours": "18:00–19:30", "mode": "video", "place": "https://zoom.us/j/1", "kind": "employability"}
    return {"number": str(number), "date": day, "topic": topic, **usual, **cells}


async def test_a_filled_plan_is_asked_about_confirmed_and_changed_by_sending_it_again(house: House) -> None:
    nova = await a_nova(house)
    first = ours(PaperLanguage.EN, a_row(1, "3/4/2027", "Interviews"), a_row(2, "5 December 2026", "CV"))
    await nova.anton.sends_document("T05.docx", first)
    read = await nova.anton.sees("I have read the session plan", timeout=60)
    assert "❓ 1. “3/4/2027, 18:00–19:30” Interviews" in read.text
    assert "2. Sat, 5 Dec 2026, 18:00–19:30 · Employability · Video call · CV" in read.text
    assert "✅ Yes, plan it so" not in labels(read)

    await nova.anton.presses("Answer (1)", on=read)
    asked = await nova.anton.sees("This can mean more than one thing")
    assert labels(asked)[:2] == ["Sat, 3 Apr 2027", "Thu, 4 Mar 2027"]
    await nova.anton.says("12 December")
    whole = await nova.anton.sees("Is this right?")
    assert "🆕 1. Sat, 12 Dec 2026, 18:00–19:30" in whole.text
    await nova.anton.presses("Yes, plan it so", on=whole)

    await nova.anton.sees("The session plan of Nova holds")
    news = await nova.vera.sees("The session plan of Nova is new.")
    assert "Sat 5 Dec, 18:00" in news.text
    assert "Sat 12 Dec, 18:00" in news.text
    await nova.vera.sees("The session plan is new.", in_=nova.chat)

    again = ours(
        PaperLanguage.EN,
        a_row(1, "13 December 2026", "Interviews"),
        a_row(2, "5 December 2026", "CV", status="cancelled"),
    )
    await nova.anton.sends_document("T05.docx", again)
    changed = await nova.anton.sees("will be cancelled", timeout=60)
    assert "🔄 1. Sun, 13 Dec 2026, 18:00–19:30" in changed.text
    await nova.anton.presses("Yes, plan it so", on=changed)
    last = await nova.ilya.sees("🔄", timeout=20)
    assert "cancelled" in last.text


async def test_a_filled_plan_is_read_back_in_bulgarian(house: House) -> None:
    nova = await a_nova(house, speaks=Language.BG)
    row = a_row(1, "вторник, 5.12.2026 г.", "Автобиография", mode="онлайн", place="", kind="заетост")
    await nova.anton.sends_document("План.docx", ours(PaperLanguage.BG, row))
    read = await nova.anton.sees("Прочетох плана на сесиите", timeout=60)
    assert "❓ 2 неща не са ясни" in read.text

    await nova.anton.presses("Отговор (2)", on=read)
    day = await nova.anton.sees("Денят от седмицата и датата не съвпадат")
    await nova.anton.presses("сб, 5.12.2026", on=day)
    way = await nova.anton.sees("Записано: сб, 5.12.2026")
    await nova.anton.presses("Видео", on=way)
    whole = await nova.anton.sees("Така ли е?")
    assert "18:00–19:30" in whole.text
    await nova.anton.says("да")

    await nova.anton.sees("вече важи")
    await nova.vera.sees("Има нов план на сесиите на Nova")
