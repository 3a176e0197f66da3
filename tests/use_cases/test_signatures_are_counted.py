"""How many have signed stands on the group's board and on the readiness wall: a number, and never who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring import signing
from mentoring.kit import CONTRACT, Code, DocumentChoice
from mentoring.notices.boards import BeingSigned, Board
from mentoring.notices.readiness import Wall, WallDocument
from mentoring.people import Language
from mentoring.slots import Slot, SlotKey
from mentoring.submissions import MoveKind
from mentoring.use_cases import boards, issuing, labelling, reviewing, slot_planning
from mentoring.use_cases.readiness import OpenWall, OpenWallDocument, open_wall, open_wall_document
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova
from texts.boards import board
from texts.readiness import document, wall
from texts.say import Say

if TYPE_CHECKING:
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

CONSENT = Code("X07")
NAMES = ("Vera", "Ilya", "Anton", "Boyana", "Maria")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    choice = DocumentChoice(code=CONSENT, in_use=True)
    desk.record.document_choices.save(nova.programme.id, choice, by=nova.maria.id, now=desk.now)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    desk.told()
    return nova


def the(nova: Nova, code: Code, person: Person | None = None) -> Slot:
    person_id = None if person is None else person.id
    found = nova.desk.record.slots.by_key(SlotKey(group_id=nova.group.id, code=code, person_id=person_id))
    assert found is not None
    return found


def issues(nova: Nova, slot: Slot) -> None:
    nova.desk.does(issuing.issue, issuing.Issue(by=nova.by(nova.maria, pressed=7), slot_id=slot.id, pages=True))


def vera_signs(nova: Nova) -> None:
    nova.sends(nova.vera)
    [submission] = nova.desk.record.submissions.open_in(nova.group.id)
    labelling.set_label(nova.desk.record, submission, the(nova, CONTRACT), nova.desk.now)
    press = reviewing.Decide(
        by=nova.by(nova.anton, pressed=5), submission_id=submission.id, version=1, decision=MoveKind.ACCEPT
    )
    nova.desk.does(reviewing.decide, press)
    labelling.follow_all(nova.desk.record, [submission.id], nova.desk.now)


def boards_told(nova: Nova) -> list[Board]:
    return [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, Board)]


def said(language: Language) -> Say:
    return Say(language, "UTC", "ementor_bot")


def test_the_groups_board_counts_who_has_signed_and_names_nobody(nova: Nova) -> None:
    issues(nova, the(nova, CONTRACT))
    [shown] = boards_told(nova)
    [count] = shown.signed
    assert (count.title.code, count.done, count.total) == (CONTRACT, 0, len(NAMES))

    vera_signs(nova)

    shown = boards_told(nova)[-1]
    assert [(one.done, one.total) for one in shown.signed] == [(1, len(NAMES))]
    assert "✍️ “Contract”: 1 of 5 signed" in board(said(Language.EN), shown)
    line = next(one for one in board(said(Language.BG), shown).splitlines() if one.startswith("✍️"))
    assert line == "✍️ „Договор“: 1 от 5 подписа"


def test_what_one_person_signs_is_not_the_groups_business(nova: Nova) -> None:
    issues(nova, the(nova, CONSENT, nova.vera))
    assert boards_told(nova) == []
    assert boards.board(nova.desk.record, nova.group, nova.desk.now).signed == ()


def test_what_only_leaders_may_read_is_not_on_the_board(nova: Nova) -> None:
    slot = nova.desk.record.slots.add(SlotKey(group_id=nova.group.id, code=Code("T13")), due_on=None, now=nova.desk.now)
    nova.desk.record.slots.change(slot, signing.issued(slot, by=nova.maria.id, now=nova.desk.now))
    assert boards.board(nova.desk.record, nova.group, nova.desk.now).signed == ()


def test_the_wall_counts_them_too(nova: Nova) -> None:
    issues(nova, the(nova, CONTRACT))
    vera_signs(nova)
    opened = OpenWall(by=nova.by(nova.anton), group_id=nova.group.id)
    nova.desk.does(open_wall, opened)
    shown = nova.last(nova.anton, Wall)
    assert "✍️ Contract: 1 of 5 signed" in wall(said(Language.EN), shown)
    assert "✍️ Договор: 1 от 5 подписа" in wall(said(Language.BG), shown)

    nova.desk.does(open_wall_document, OpenWallDocument(by=nova.by(nova.anton), group_id=nova.group.id, code=CONTRACT))
    listed = nova.last(nova.anton, WallDocument)
    assert "1 of 5" in document(said(Language.EN), listed)


def test_a_count_carries_no_names() -> None:
    assert set(BeingSigned.__dataclass_fields__) == {"title", "done", "total"}
