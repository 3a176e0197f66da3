"""Who finds again what was posted in sessions, who holds it back, and what is handed in afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mentoring.files import FileKind
from mentoring.ids import LineId
from mentoring.notices.holding import AttendanceCard
from mentoring.notices.sending import GroupQuestion
from mentoring.notices.session_things import (
    HandInQuestion,
    HoldBackQuestion,
    ThingGroups,
    ThingHeldBack,
    ThingList,
    ThingSent,
)
from mentoring.notices.submissions import ReviewCard, SubmissionCard
from mentoring.notices.toolbars import FilesDoor
from mentoring.people import MembershipState, Role
from mentoring.refusals import Why
from mentoring.rules import Rules
from mentoring.session_things import Copy, Thing
from mentoring.submissions import State
from mentoring.use_cases import (
    attendance_cards,
    files_door,
    holding,
    session_cards,
    things_door,
    things_to_hand_in,
)
from mentoring.use_cases.screening import FileScreened, file_screened
from mentoring.use_cases.session_said import spoken_in
from tests.use_cases.a_group import NOVA_CHAT
from tests.use_cases.a_session import a_session, begins, ends, nova, session
from tests.use_cases.test_keeping_things import copies, only, posts, things

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.sessions import Session
    from tests.use_cases.a_group import Nova

__all__ = ["nova", "session"]


@pytest.fixture
def kept(nova: Nova, session: Session) -> Thing:
    """Vera's plan, of which there is a copy, while the session goes on."""
    begins(nova, session)
    posts(nova, nova.vera)
    copies(nova, only(nova, session))
    return only(nova, session)


def opens(nova: Nova, person: Person, **which: object) -> ThingList:
    command = things_door.OpenThings(by=nova.by(person), **which)  # type: ignore[arg-type]
    nova.desk.does(things_door.open_things, command)
    return nova.last(person, ThingList)


def takes(nova: Nova, person: Person, thing: Thing) -> ThingSent:
    nova.desk.does(things_door.send_thing, things_door.SendThing(by=nova.by(person), line_id=thing.line_id))
    return nova.last(person, ThingSent)


def holds_back(nova: Nova, person: Person, thing: Thing, *, sure: bool = True) -> None:
    command = things_door.HoldBack(by=nova.by(person), line_id=thing.line_id, sure=sure)
    nova.desk.does(things_door.hold_back, command)


def refused(nova: Nova, person: Person, thing: Thing) -> str:
    command = things_door.SendThing(by=nova.by(person), line_id=thing.line_id)
    return nova.desk.refuses(things_door.send_thing, command)


def test_everybody_of_the_group_finds_and_has_it(nova: Nova, kept: Thing) -> None:
    for person in (nova.vera, nova.ilya, nova.anton, nova.maria):
        listed = opens(nova, person)

        assert [(one.who, one.name, one.session, one.copy) for one in listed.lines] == [
            ("Vera", "essay.pdf", 1, Copy.KEPT)
        ]
        assert takes(nova, person, kept).file_id == "id-u1"


def test_nobody_else_is_even_told_that_there_is_something(nova: Nova, kept: Thing) -> None:
    other = nova.second_group()
    stranger = nova.desk.record.people.add(
        telegram_id=9, name="Zoe", language=nova.vera.language, zone="UTC", now=nova.desk.now
    )
    nova.joins(other, stranger, Role.MENTEE)

    nova.desk.does(things_door.open_things, things_door.OpenThings(by=nova.by(stranger)))

    assert nova.last(stranger, ThingGroups).groups == ()
    assert refused(nova, stranger, kept) == Why.NOT_ALLOWED


@pytest.mark.usefixtures("kept")
def test_the_files_door_counts_what_they_may_have(nova: Nova) -> None:
    posts(nova, nova.ilya, "v", number=21, kind=FileKind.VOICE, file_name="")
    found = {}
    for person in (nova.vera, nova.ilya, nova.anton):
        nova.desk.does(files_door.open_files, files_door.OpenFiles(by=nova.by(person)))
        found[person.name] = nova.last(person, FilesDoor).things

    assert found == {"Vera": 1, "Ilya": 2, "Anton": 2}


def test_a_voice_is_for_its_speaker_and_whoever_leads(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera, kind=FileKind.VOICE, file_name="", seconds=42)
    copies(nova, only(nova, session))
    voice = only(nova, session)

    assert refused(nova, nova.ilya, voice) == Why.NOT_ALLOWED
    assert opens(nova, nova.ilya, group_id=nova.group.id).lines == ()
    assert takes(nova, nova.vera, voice).thing.length == "0:42"
    assert takes(nova, nova.boyana, voice).sent_as is FileKind.VOICE


def test_the_newest_come_first_page_by_page(nova: Nova, session: Session) -> None:
    begins(nova, session)
    for number in range(30, 39):
        posts(nova, nova.vera, f"v{number}", number=number, file_name=f"{number}.pdf")

    first, second = opens(nova, nova.ilya), opens(nova, nova.ilya, page=1)

    assert [one.name for one in (*first.lines, *second.lines)] == [f"{number}.pdf" for number in range(38, 29, -1)]
    assert (first.more, second.more, first.count) == (True, False, 9)


def test_the_mentors_card_counts_them_and_leads_to_those_of_the_session(nova: Nova, kept: Thing) -> None:
    of = nova.desk.record.sessions.by_id(kept.session_id)
    assert of is not None
    ends(nova, of)
    assert nova.last(nova.anton, AttendanceCard).things == 1
    attended = attendance_cards.ConfirmAttendance(by=nova.by(nova.anton), session_id=of.id)
    nova.desk.does(attendance_cards.confirm_attendance, attended)
    another = a_session(nova)
    begins(nova, another)
    posts(nova, nova.ilya, "later", number=40)

    assert [one.line_id for one in opens(nova, nova.anton, session_id=of.id).lines] == [kept.line_id]


def test_who_posted_it_holds_it_back_for_good(nova: Nova, kept: Thing) -> None:
    holds_back(nova, nova.vera, kept, sure=False)
    assert nova.last(nova.vera, HoldBackQuestion).thing.line_id == kept.line_id
    assert takes(nova, nova.ilya, kept).thing.who == "Vera"

    holds_back(nova, nova.vera, kept)

    assert nova.last(nova.vera, ThingHeldBack).thing.line_id == kept.line_id
    assert refused(nova, nova.ilya, kept) == Why.HELD_BACK
    assert refused(nova, nova.vera, kept) == Why.HELD_BACK
    assert opens(nova, nova.ilya, group_id=nova.group.id).lines == ()
    [shown] = opens(nova, nova.anton).lines
    assert (shown.withheld, takes(nova, nova.anton, kept).can_hold_back) == (True, False)


def test_minutes_that_the_group_reads_name_nothing_that_is_held_back(nova: Nova, session: Session, kept: Thing) -> None:
    posts(nova, nova.ilya, "u2", number=21, file_name="cv.pdf")
    holds_back(nova, nova.vera, kept)
    assert [one.file for one in spoken_in(nova.desk.record, session.id)] == ["cv.pdf"]


def test_a_mentor_may_hold_it_back_and_another_mentee_may_not(nova: Nova, kept: Thing) -> None:
    ilya = things_door.HoldBack(by=nova.by(nova.ilya), line_id=kept.line_id, sure=True)
    assert nova.desk.refuses(things_door.hold_back, ilya) == Why.NOT_ALLOWED

    holds_back(nova, nova.boyana, kept)

    again = things_door.HoldBack(by=nova.by(nova.anton), line_id=kept.line_id, sure=True)
    assert nova.desk.refuses(things_door.hold_back, again) == Why.ALREADY_DONE


def test_what_is_not_copied_yet_or_is_gone_is_not_given_out(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera)
    thing = only(nova, session)

    assert refused(nova, nova.ilya, thing) == Why.GONE
    assert refused(nova, nova.ilya, replace(thing, line_id=LineId(99))) == Why.GONE


@pytest.mark.parametrize(("clean", "why"), [(None, Why.BEING_CHECKED), (False, Why.HOLDS_A_VIRUS)])
def test_nothing_is_given_out_that_holds_a_virus_or_may(
    nova: Nova, session: Session, *, clean: bool | None, why: Why
) -> None:
    nova.desk.rules = Rules(screens_files=True)
    begins(nova, session)
    posts(nova, nova.vera)
    copies(nova, only(nova, session))
    thing = only(nova, session)
    assert thing.attachment_id is not None
    if clean is not None:
        file_screened(nova.desk.record, FileScreened(attachment_id=thing.attachment_id, clean=clean), nova.desk.now)

    assert refused(nova, nova.anton, thing) == why


def test_whoever_pauses_keeps_only_what_is_theirs(nova: Nova, kept: Thing) -> None:
    for person in (nova.vera, nova.ilya):
        [place] = nova.desk.record.memberships.of_person(person.id)
        nova.desk.record.memberships.save(replace(place, state=MembershipState.PAUSED))

    assert takes(nova, nova.vera, kept).thing.line_id == kept.line_id
    assert refused(nova, nova.ilya, kept) == Why.NOT_ALLOWED


def asked(nova: Nova, session: Session) -> HandInQuestion:
    nova.desk.told()
    ends(nova, session)
    return nova.last(nova.vera, HandInQuestion)


def hands_in(nova: Nova, person: Person, thing: Thing, *, yes: bool = True) -> things_to_hand_in.HandThingIn:
    return things_to_hand_in.HandThingIn(by=nova.by(person, pressed=7), line_id=thing.line_id, yes=yes)


def test_a_mentee_is_asked_once_in_private_about_all_that_they_posted(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera, "u1", number=20)
    posts(nova, nova.vera, "u2", number=21, kind=FileKind.PHOTO, file_name="")
    posts(nova, nova.vera, "u3", number=22, kind=FileKind.VOICE, file_name="")
    posts(nova, nova.anton, "u4", number=23)
    nova.desk.told()

    ends(nova, session)

    asked = [(one.chat_id, one.notice) for one in nova.desk.told() if isinstance(one.notice, HandInQuestion)]
    [(chat_id, card)] = asked
    assert chat_id == nova.vera.telegram_id
    assert [one.thing.line_id for one in card.things] == [1, 2]


def test_who_posted_nothing_is_asked_nothing(nova: Nova, session: Session) -> None:
    begins(nova, session)
    nova.desk.told()

    ends(nova, session)

    assert [one for one in nova.desk.told() if isinstance(one.notice, HandInQuestion)] == []


def test_a_press_hands_it_in_by_the_usual_road(nova: Nova, session: Session, kept: Thing) -> None:
    asked(nova, session)

    nova.desk.does(things_to_hand_in.hand_thing_in, hands_in(nova, nova.vera, kept))

    notices = [
        one.notice for one in nova.desk.told() if isinstance(one.notice, SubmissionCard | HandInQuestion | ReviewCard)
    ]
    assert {type(one) for one in notices} == {SubmissionCard, HandInQuestion, ReviewCard}
    [card] = [one for one in notices if isinstance(one, HandInQuestion)]
    assert [one.handed_in for one in card.things] == [True]
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    assert line.state is State.WAITING
    again = hands_in(nova, nova.vera, kept)
    assert nova.desk.refuses(things_to_hand_in.hand_thing_in, again) == Why.ALREADY_DONE


def test_a_photograph_becomes_pages_first(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera, kind=FileKind.PHOTO, file_name="")
    copies(nova, only(nova, session))
    asked(nova, session)

    nova.desk.does(things_to_hand_in.hand_thing_in, hands_in(nova, nova.vera, only(nova, session)))

    [card] = nova.last(nova.vera, HandInQuestion).things
    assert (card.handed_in, card.asked) == (True, True)
    placed = nova.desk.record.attachments.by_message(NOVA_CHAT, 20)
    assert placed is not None
    assert placed.submission.state is State.SCANNING


def test_in_several_groups_it_goes_to_the_one_of_the_session(nova: Nova, session: Session, kept: Thing) -> None:
    nova.joins(nova.second_group(), nova.vera, Role.MENTEE)
    asked(nova, session)

    nova.desk.does(things_to_hand_in.hand_thing_in, hands_in(nova, nova.vera, kept))

    assert [one for one in nova.desk.told() if isinstance(one.notice, GroupQuestion)] == []
    [line] = nova.desk.record.submissions.of_mentee(nova.vera.id)
    submission = nova.desk.record.submissions.by_id(line.submission_id)
    assert submission is not None
    assert submission.group_id == nova.group.id


def test_a_no_leaves_all_of_them_where_they_are(nova: Nova, session: Session, kept: Thing) -> None:
    asked(nova, session)

    nova.desk.does(things_to_hand_in.hand_thing_in, hands_in(nova, nova.vera, kept, yes=False))

    assert nova.last(nova.vera, HandInQuestion).done
    assert list(nova.desk.record.submissions.of_mentee(nova.vera.id)) == []


def test_nobody_hands_in_what_somebody_else_posted(nova: Nova, session: Session, kept: Thing) -> None:
    asked(nova, session)

    assert nova.desk.refuses(things_to_hand_in.hand_thing_in, hands_in(nova, nova.ilya, kept)) == Why.NOT_ALLOWED


def test_the_bot_that_ends_a_session_asks_just_the_same(nova: Nova, session: Session, kept: Thing) -> None:
    nova.desk.told()
    running = nova.desk.record.sessions.by_id(session.id)
    assert running is not None

    holding.finish(nova.desk.record, running, nova.desk.now)

    assert nova.last(nova.vera, HandInQuestion).things[0].thing.line_id == kept.line_id
    assert len(things(nova, session)) == 1


def test_the_card_of_a_session_leads_everybody_to_what_they_may_have(nova: Nova, session: Session, kept: Thing) -> None:
    posts(nova, nova.anton, "v", number=21, kind=FileKind.VOICE, file_name="")
    ends(nova, session)
    held = nova.desk.record.sessions.by_id(kept.session_id)
    assert held is not None
    of = session_cards.gathering(nova.desk.record, held)

    found = {one.name: session_cards.card(of, one, nova.desk.now).things for one in (nova.ilya, nova.boyana)}

    assert found == {"Ilya": 1, "Boyana": 2}
