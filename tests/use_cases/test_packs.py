"""Who may have an evidence pack, what it holds for whom, and that there is one at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.programme import rules_of
from config.programme import load_programme
from mentoring.filings import Filing, FilingState
from mentoring.ids import FilingId
from mentoring.kit import Code, Toolbar, Visibility
from mentoring.notices.packs import PackCard, PackStage, PackVolume
from mentoring.people import Language, MembershipState
from mentoring.refusals import Why
from mentoring.slots import SlotKey, SlotState
from mentoring.use_cases import slot_planning
from mentoring.use_cases.packs import (
    AskPack,
    MakePack,
    Volume,
    ask_pack,
    contents_of,
    make_pack,
    note_progress,
    pack_failed,
    pack_made,
)
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.packs import Pack, PackContents
    from mentoring.people import Person
    from tests.use_cases.conftest import Desk

GOALS = Code("T02")


@pytest.fixture
def nova(desk: Desk) -> Nova:
    desk.rules = rules_of(load_programme())
    nova = a_nova(desk)
    slot_planning.follow(desk.record, {nova.group.id}, desk.now)
    return nova


def files(nova: Nova, name: str, visibility: Visibility, state: FilingState = FilingState.FILED) -> None:
    filing = Filing(
        id=FilingId(0),
        group_id=nova.group.id,
        toolbar=Toolbar.MONITORING,
        code=None,
        slot_id=None,
        person_id=nova.vera.id,
        session_id=None,
        submission_id=None,
        attachment_id=None,
        scan_id=None,
        name=name,
        version=1,
        visibility=visibility,
        state=state,
        filed_by=nova.maria.id,
        filed_at=nova.desk.now,
    )
    nova.desk.record.filings.add(filing)


def wants(nova: Nova, person: Person) -> Pack:
    command = MakePack(by=nova.by(person, pressed=50), group_id=nova.group.id, language=Language.BG)
    nova.desk.does(make_pack, command)
    pack = nova.desk.record.packs.under_way(nova.group.id, person.id)
    assert pack is not None
    return pack


def contents(nova: Nova, pack: Pack) -> PackContents:
    found = contents_of(nova.desk.record, pack.id, nova.desk.now)
    assert found is not None
    return found


def test_the_language_is_asked_for_and_a_second_press_shows_what_is_being_made(nova: Nova) -> None:
    ask = AskPack(by=nova.by(nova.maria, pressed=50), group_id=nova.group.id)
    nova.desk.does(ask_pack, ask)
    card = nova.last(nova.maria, PackCard)
    assert (card.stage, card.languages) == (PackStage.ASKING, (Language.EN, Language.BG))

    pack = wants(nova, nova.maria)
    note_progress(nova.desk.record, pack, done=40, total=400)
    assert wants(nova, nova.maria).id == pack.id

    shown = nova.last(nova.maria, PackCard)
    assert (shown.stage, shown.done, shown.total) == (PackStage.MAKING, 40, 400)
    nova.desk.does(ask_pack, ask)
    assert nova.last(nova.maria, PackCard).stage is PackStage.MAKING


def test_only_those_who_lead_the_group_get_one(nova: Nova) -> None:
    other = nova.second_group()
    for person, group_id in ((nova.vera, nova.group.id), (nova.anton, other.id)):
        by = nova.by(person)
        assert nova.desk.refuses(ask_pack, AskPack(by=by, group_id=group_id)) == Why.NOT_ALLOWED
        command = MakePack(by=by, group_id=group_id, language=Language.EN)
        assert nova.desk.refuses(make_pack, command) == Why.NOT_ALLOWED


def test_each_reader_finds_in_it_what_they_may_read(nova: Nova) -> None:
    for name, visibility in (("all.pdf", Visibility.GROUP), ("secret.pdf", Visibility.MANAGERS)):
        files(nova, name, visibility)
        files(nova, f"former-{name}", visibility, FilingState.REPLACED)

    of_maria, of_anton = (contents(nova, wants(nova, one)) for one in (nova.maria, nova.anton))

    assert {one.stored.filing.name for one in of_maria.filed} == {"all.pdf", "secret.pdf"}
    assert {one.stored.filing.name for one in of_maria.former} == {"former-all.pdf", "former-secret.pdf"}
    assert {one.stored.filing.name for one in of_anton.filed} == {"all.pdf"}
    assert {one.stored.filing.name for one in of_anton.former} == {"former-all.pdf"}
    assert [(one.person, one.filed_by) for one in of_anton.filed] == [("Vera", "Maria")]


def test_what_is_missing_is_listed_with_whoever_owes_it_and_why_it_was_waived(nova: Nova) -> None:
    slots = nova.desk.record.slots
    for person, state, reason in ((nova.vera, SlotState.WAIVED, "Ill"), (nova.ilya, SlotState.FILED, "")):
        owed = slots.by_key(SlotKey(group_id=nova.group.id, code=GOALS, person_id=person.id))
        assert owed is not None
        slots.change(owed, replace(owed, state=state, reason=reason))

    missing = contents(nova, wants(nova, nova.maria)).missing

    goals = [(one.seen.about, one.seen.state, one.reason) for one in missing if one.seen.title.code == GOALS]
    assert goals == [("Vera", SlotState.WAIVED, "Ill")]
    assert all(one.waits_for is not None for one in missing if one.seen.state is SlotState.OPEN)


def test_whoever_leads_the_group_no_more_gets_none(nova: Nova) -> None:
    before, meanwhile = wants(nova, nova.anton), wants(nova, nova.boyana)
    found = contents(nova, meanwhile)
    for person in (nova.anton, nova.boyana):
        [place] = nova.desk.record.memberships.of_person(person.id)
        nova.desk.record.memberships.save(replace(place, state=MembershipState.REMOVED))
    nova.desk.told()

    assert contents_of(nova.desk.record, before.id, nova.desk.now) is None
    pack_made(nova.desk.record, found, [Volume(name="Evidence", sha256="0" * 64)], nova.desk.now, left_out=0)

    assert nova.desk.told() == []
    assert nova.desk.record.packs.next() is None


def test_it_is_sent_once_in_all_its_volumes(nova: Nova) -> None:
    found = contents(nova, wants(nova, nova.maria))
    nova.desk.told()
    volumes = [Volume(name="Evidence", sha256=digit * 64) for digit in "ab"]

    for _ in range(2):
        pack_made(nova.desk.record, found, volumes, nova.desk.now, left_out=0)

    told = [one.notice for one in nova.desk.told(to=nova.maria.telegram_id)]
    assert [type(one) for one in told] == [PackCard, PackVolume, PackVolume]
    assert [(one.part, one.parts) for one in told if isinstance(one, PackVolume)] == [(1, 2), (2, 2)]


def test_what_could_not_be_made_is_said_and_can_be_asked_for_again(nova: Nova) -> None:
    pack = wants(nova, nova.maria)
    pack_failed(nova.desk.record, pack, nova.desk.now + timedelta(minutes=1))

    assert nova.last(nova.maria, PackCard).stage is PackStage.FAILED
    assert wants(nova, nova.maria).id != pack.id
