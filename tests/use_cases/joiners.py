"""Nova, set up by Maria with two links, and people at its door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.people import Language
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.inviting import OpenLinks, open_links
from mentoring.use_cases.joining import TakeName, take_name
from mentoring.use_cases.languages import ChooseLanguage, choose_language
from mentoring.use_cases.managing import MakeManagerCode, make_manager_code
from mentoring.use_cases.start import Start, start

if TYPE_CHECKING:
    from mentoring.groups import Group
    from tests.use_cases.conftest import Desk

MARIA = Acting(telegram_id=10, chat_id=10, name="Maria Petrova")
VERA = Acting(telegram_id=21, chat_id=21, language=Language.BG)
OLEG = Acting(telegram_id=77, chat_id=77)
MENTEES = "Vera Dimova\nIlya Kolev"


def set_up(desk: Desk) -> Group:
    """Set up by Maria with links that carry the tokens `mentor` and `mentees`."""
    make_manager_code(desk.record, MakeManagerCode(token="first"), desk.now)
    desk.does(start, Start(by=MARIA, payload="m_first"))
    desk.does(choose_language, ChooseLanguage(by=MARIA, language=Language.EN))
    for words in ("Maria", "Open Doors", "Nova", "Anton Ivanov", MENTEES):
        desk.does(answer, Answer(by=MARIA, text=words))
    programme = desk.record.programmes.first()
    assert programme is not None
    [group] = desk.record.groups.of_programme(programme.id)
    desk.does(
        open_links,
        OpenLinks(by=MARIA, group_id=group.id, mentor_token="mentor", mentee_token="mentees", chat_code="chat"),
    )
    desk.told()
    return group


def seat(desk: Desk, group: Group, name: str) -> TakeName:
    [wanted] = [one for one in desk.record.memberships.of_group(group.id) if one.name == name]
    return TakeName(by=VERA, membership_id=wanted.id)


def comes_in(desk: Desk, by: Acting, name: str, group: Group) -> None:
    """Up to the question for consent."""
    desk.does(start, Start(by=by, payload="j_mentees"))
    desk.does(choose_language, ChooseLanguage(by=by, language=Language.EN))
    desk.does(take_name, TakeName(by=by, membership_id=seat(desk, group, name).membership_id))


def last(desk: Desk, to: int) -> object:
    return desk.told(to=to)[-1].notice
