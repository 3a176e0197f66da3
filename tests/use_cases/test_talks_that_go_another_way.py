"""What goes another way in a talk: pictures instead of words, people who leave, messages that are edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mentoring import former
from mentoring.files import FileKind, Received
from mentoring.ids import MembershipId
from mentoring.interviews import AGREED, QUESTIONS, InterviewState, Rating, steps
from mentoring.notices.interviews import (
    Misread,
    TalkQuestion,
    Talks,
    TalkSummary,
)
from mentoring.people import MembershipState, Reachability, Role
from mentoring.places import Deed
from mentoring.use_cases import places
from mentoring.use_cases.interview_lists import OpenTalks, open_talks
from mentoring.use_cases.interviewing import (
    BeginTalk,
    GoTo,
    Rate,
    begin_talk,
    go_to,
    rate,
)
from mentoring.use_cases.places import Change
from mentoring.use_cases.rewording import EditWords, edit_words
from mentoring.use_cases.sending import SendFile, send_file
from storage.tables.submissions import attachments
from tests.use_cases.a_group import Nova, a_nova
from tests.use_cases.talks import Talking

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


@pytest.fixture
def maria(nova: Nova) -> Talking:
    return Talking(nova=nova, leader=nova.maria)


def asked(nova: Nova) -> TalkQuestion:
    return nova.last(nova.maria, TalkQuestion)


def listed(nova: Nova, maria: Talking) -> Talks:
    nova.desk.does(open_talks, OpenTalks(by=maria.by, group_id=nova.group.id))
    return nova.last(nova.maria, Talks)


@pytest.mark.parametrize("kind", [FileKind.PHOTO, FileKind.VOICE, FileKind.DOCUMENT, FileKind.STICKER])
def test_nothing_but_words_is_kept_and_the_question_is_asked_again(nova: Nova, maria: Talking, kind: FileKind) -> None:
    maria.begins(nova.vera)
    file = Received(kind=kind, file_id="f", unique_id="u", size=10, chat_id=1, message_id=70)
    nova.desk.does(send_file, SendFile(by=nova.by(nova.maria), file=file))

    again = asked(nova)
    assert (again.question, again.misread) == ("mentee_meets", Misread.FILE)
    assert nova.desk.connection.scalar(select(func.count()).select_from(attachments)) == 0
    assert maria.of(nova.vera).answers == ()


def test_somebody_who_leaves_meanwhile_is_named_so_and_the_talk_can_be_finished(nova: Nova, maria: Talking) -> None:
    maria.begins(nova.vera)
    maria.types("Yes")
    places.change(nova.desk.record, maria.place(nova.vera), Change(deed=Deed.LEAVE, by=nova.maria), nova.desk.now)

    maria.types("No further")

    assert asked(nova).talk.left
    assert len(maria.of(nova.vera).answers) == 2
    assert [one.name for one in listed(nova, maria).lines] == ["Anton", "Boyana", "Vera", "Ilya"]
    ilya = maria.place(nova.ilya)
    places.change(nova.desk.record, ilya, Change(deed=Deed.LEAVE, by=nova.maria), nova.desk.now)
    assert [one.name for one in listed(nova, maria).lines] == ["Anton", "Boyana", "Vera"]


def test_of_somebody_who_was_erased_nothing_more_is_noted(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    maria.types("Yes")
    nova.desk.record.erasing.erase(nova.vera.id, name=former.mark(Role.MENTEE, nova.vera.id), now=nova.desk.now)

    assert nova.desk.refuses(go_to, GoTo(by=maria.by, interview_id=talk.id, place=1)) == "gone"
    assert [one.text for one in maria.of(nova.vera).answers] == [""]


def test_with_somebody_who_was_erased_no_talk_begins(nova: Nova, maria: Talking) -> None:
    place = maria.place(nova.vera)
    nova.desk.record.erasing.erase(nova.vera.id, name=former.mark(Role.MENTEE, nova.vera.id), now=nova.desk.now)

    assert nova.desk.refuses(begin_talk, BeginTalk(by=maria.by, membership_id=place.id)) == "gone"
    assert nova.desk.record.interviews.of_group(nova.group.id) == []


def test_people_without_telegram_are_asked_like_everybody(nova: Nova, maria: Talking) -> None:
    nova.desk.record.people.save(replace(nova.vera, telegram_id=None, reachability=Reachability.ON_PAPER))
    assert maria.is_done_with(nova.vera).state is InterviewState.DONE


def test_nobody_gets_a_message_about_a_talk(nova: Nova, maria: Talking) -> None:
    maria.is_done_with(nova.vera, Rating.RED)
    assert {one.chat_id for one in nova.desk.told()} == {nova.maria.telegram_id}


def test_a_name_that_nobody_has_taken_cannot_be_asked(nova: Nova, maria: Talking) -> None:
    seat = nova.desk.record.memberships.expect(group_id=nova.group.id, role=Role.MENTEE, name="Oleg", now=nova.desk.now)
    assert "Oleg" not in [one.name for one in listed(nova, maria).lines]
    assert nova.desk.refuses(begin_talk, BeginTalk(by=maria.by, membership_id=seat.id)) == "gone"
    assert nova.desk.refuses(begin_talk, BeginTalk(by=maria.by, membership_id=MembershipId(999))) == "gone"
    assert seat.state is MembershipState.EXPECTED


def test_a_place_that_is_no_question_is_not_rated(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    at = steps(talk.kind).index(AGREED)
    assert nova.desk.refuses(rate, Rate(by=maria.by, interview_id=talk.id, place=at, rating=Rating.RED)) == "gone"
    assert nova.desk.refuses(rate, Rate(by=maria.by, interview_id=talk.id, place=-3, rating=Rating.RED)) == "gone"


def test_a_message_that_is_edited_changes_the_answer_that_it_gave(nova: Nova, maria: Talking) -> None:
    maria.begins(nova.vera)
    maria.types("Allways", message_id=51)
    maria.types("Nowhere yet", message_id=52)

    edit = EditWords(by=nova.by(nova.maria), text="Always", message_id=51, written_at=nova.desk.now)
    nova.desk.does(edit_words, edit)

    assert sorted(one.text for one in maria.of(nova.vera).answers) == ["Always", "Nowhere yet"]
    assert asked(nova).question == "mentee_helps"
    nova.desk.does(edit_words, replace(edit, message_id=99, text="Never"))
    assert sorted(one.text for one in maria.of(nova.vera).answers) == ["Always", "Nowhere yet"]


def test_at_the_end_an_edited_message_shows_all_of_it_again(nova: Nova, maria: Talking) -> None:
    talk = maria.begins(nova.vera)
    for number, question in enumerate(QUESTIONS[talk.kind]):
        maria.types(f"About {question}", message_id=60 + number)
    maria.types("no", message_id=70)
    maria.types("green", message_id=71)
    edit = EditWords(by=nova.by(nova.maria), text="Always", message_id=60, written_at=nova.desk.now)
    nova.desk.does(edit_words, edit)
    assert nova.last(nova.maria, TalkSummary).answers[0].text == "Always"
