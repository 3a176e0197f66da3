"""A mentor lets the bot propose the whole plan, changes one session of it, and takes it; everybody hears of it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Language
from simulator.clock import Clock
from simulator.server import Simulator
from tests.e2e.a_group import a_nova
from tests.e2e.conftest import A_MONDAY, House, bot_on

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.views import View


def labels(card: View) -> list[str]:
    return [label for row in card.buttons for label in row]


async def test_a_plan_is_proposed_over_a_restart_changed_and_taken_in_bulgarian(tmp_path: Path) -> None:
    async with Simulator.start(clock=Clock(stands_at=A_MONDAY)) as sim:
        async with bot_on(sim, tmp_path) as bot:
            nova = await a_nova(House(sim=sim, bot=bot, folder=tmp_path), speaks=Language.BG)
            await nova.anton.says("/sessions")
            await nova.anton.presses("Предложение за план")
            await nova.anton.sees("Кога се среща групата")
            await nova.anton.says("вторник в 18")
            when = await nova.anton.sees("🗓 вт, 18:00")
            await nova.anton.presses("Напред", on=when)
            often = await nova.anton.sees("Колко често?")
            assert "✔ На 4 седмици, до вт, 13.04" in labels(often)
            await nova.anton.presses("На 2 седмици", on=often)
            await nova.anton.sees("Как се среща групата")

        async with bot_on(sim, tmp_path):
            await nova.anton.presses("В чата на групата")
            topics = await nova.anton.sees("По какво искате да работите?")
            await nova.anton.presses("CV и мотивационно писмо", on=topics)
            chosen = await nova.anton.sees("✔️ CV и мотивационно писмо")
            await nova.anton.presses("Към целите", on=chosen)
            await nova.anton.sees("Какво искат да постигнат участниците?")
            await nova.anton.says("По-добро CV\nПърва работа")
            goals = await nova.anton.sees("🎯 Първа работа")
            await nova.anton.presses("Към плана", on=goals)
            plan = await nova.anton.sees("Предлагам този план за Nova")
            assert "1. вт, 24.11, 18:00" in plan.text
            assert "Първа среща · Очаквания и цели" in plan.text
            assert "Междинен мониторинг" in plan.text

            await nova.anton.presses("Промяна на среща", on=plan)
            which = await nova.anton.sees("Коя среща искате да промените?")
            await nova.anton.presses("2. вт, 8.12", on=which)
            await nova.anton.sees("Среща 2 от плана")
            await nova.anton.says("9 декември в 17:30")
            row = await nova.anton.sees("🗓 ср, 9.12, 17:30")
            await nova.anton.presses("Към плана", on=row)
            whole = await nova.anton.sees("Така ли да бъде?")
            await nova.vera.sees_no("план на сесиите")
            await nova.anton.says("да")

            taken = await nova.anton.sees("Планът на Nova е готов")
            news = await nova.vera.sees("Има нов план на сесиите на Nova")
            assert "ср, 9.12, 17:30" in news.text
            assert news.text.count("🆕") == whole.text.count("\n    ")
            await nova.ilya.sees("нов план", in_=nova.chat)
            await nova.anton.presses("Планът като документ", on=taken)
            await nova.anton.sees("📄 План на сесиите", timeout=60)
