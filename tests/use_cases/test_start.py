"""Opening the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.acting import Acting, ChatKind
from mentoring.notices.common import Home, Stranger
from mentoring.people import Language
from mentoring.refusals import Why
from mentoring.use_cases.start import Start, start

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk

OLEG = Acting(telegram_id=77, chat_id=77, language=Language.BG)


def test_a_stranger_is_told_how_to_be_invited_and_is_not_remembered(desk: Desk) -> None:
    desk.does(start, Start(by=OLEG, payload=""))

    assert [told.notice for told in desk.told(to=77)] == [Stranger()]
    assert desk.record.people.by_telegram_id(77) is None


def test_somebody_we_know_comes_home(desk: Desk) -> None:
    desk.record.people.add(telegram_id=77, name="Oleg", language=Language.EN, zone="Europe/Sofia", now=desk.now)

    desk.does(start, Start(by=OLEG, payload=""))

    [home] = [told.notice for told in desk.told(to=77)]
    assert isinstance(home, Home)
    assert home.name == "Oleg"


def test_start_in_a_group_is_refused_and_leaves_nothing_behind(desk: Desk) -> None:
    in_a_group = Acting(telegram_id=77, chat_id=-5, chat_kind=ChatKind.GROUP)

    assert desk.refuses(start, Start(by=in_a_group, payload="")) == Why.ONLY_IN_PRIVATE
