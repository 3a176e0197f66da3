"""What is sent a few minutes after something that still waits can be joined to it, as a further page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.ids import SubmissionId
from mentoring.notices.common import Refused
from mentoring.notices.sending import RepeatedQuestion
from mentoring.notices.submissions import Documents, Inbox, ReviewCard, ReviewFiles, SubmissionCard, Wanted
from mentoring.people import Role
from mentoring.refusals import Why
from mentoring.submissions import JOIN_WITHIN, MoveKind, State
from mentoring.use_cases.answering import Answer, answer
from mentoring.use_cases.own_submissions import AskForMore, ask_for_more
from mentoring.use_cases.pages import JoinPages, join_pages
from mentoring.use_cases.reviewing import Decide, decide
from mentoring.use_cases.submission_lists import Look, open_inbox, open_my_documents
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from mentoring.notices import Notice
    from mentoring.people import Person
    from mentoring.submissions import Submission
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def sends(nova: Nova, unique_id: str, *, caption: str = "", album: str | None = None) -> SubmissionCard:
    nova.sends(nova.vera, unique_id, caption=caption, album=album)
    if album is not None:
        nova.passes(timedelta(seconds=3))
    return nova.last(nova.vera, SubmissionCard)


def joining(nova: Nova, page: SubmissionCard, to: SubmissionCard, *, by: Person | None = None) -> JoinPages:
    return JoinPages(
        by=nova.by(by or nova.vera, pressed=60), submission_id=page.sheet.submission_id, to=to.sheet.submission_id
    )


def joins(nova: Nova, page: SubmissionCard, to: SubmissionCard) -> Notice | None:
    return nova.desk.does(join_pages, joining(nova, page, to))


def kept(nova: Nova, card: SubmissionCard) -> Submission:
    found = nova.desk.record.submissions.by_id(card.sheet.submission_id)
    assert found is not None
    return found


def accepts(nova: Nova, card: SubmissionCard) -> None:
    of = card.sheet.submission_id
    nova.desk.does(
        decide, Decide(by=nova.by(nova.anton, pressed=50), submission_id=of, version=1, decision=MoveKind.ACCEPT)
    )


def test_it_is_offered_for_a_few_minutes_after_something_that_still_waits(nova: Nova) -> None:
    first = sends(nova, "p1")
    assert first.earlier is None
    nova.desk.now += JOIN_WITHIN
    second = sends(nova, "p2")
    nova.desk.now += JOIN_WITHIN + timedelta(seconds=1)
    late = sends(nova, "p3")

    assert second.earlier is not None
    assert second.earlier.number == 1001
    assert late.earlier is None


def test_it_is_not_offered_after_what_was_reviewed_or_is_somebody_elses_or_in_another_group(nova: Nova) -> None:
    nova.sends(nova.ilya, "i1")
    reviewed = sends(nova, "p1")
    accepts(nova, reviewed)

    assert sends(nova, "p2").earlier is None

    other = nova.second_group()
    page = kept(nova, sends(nova, "p3"))
    elsewhere = nova.desk.record.submissions.add(
        mentee_id=nova.vera.id, group_id=other.id, state=State.WAITING, now=nova.desk.now
    )
    before = nova.desk.record.submissions.just_before(elsewhere, nova.desk.now - JOIN_WITHIN)
    assert (page.state, before) == (State.WAITING, None)


def test_the_files_and_notes_of_both_are_one_submission(nova: Nova) -> None:
    first = sends(nova, "p1", caption="Page 1")
    second = sends(nova, "p2", caption="Page 2")
    more = AskForMore(by=nova.by(nova.vera, pressed=60), submission_id=second.sheet.submission_id, wanted=Wanted.NOTE)
    nova.desk.does(ask_for_more, more)
    nova.desk.does(answer, Answer(by=nova.by(nova.vera), text="That is all", message_id=7))
    nova.desk.told()

    assert joins(nova, second, first) is None

    told = nova.desk.told()
    cards = [one.notice for one in told if one.chat_id == 4 and isinstance(one.notice, SubmissionCard)]
    assert [(card.sheet.number, card.sheet.part_of, card.sheet.state) for card in cards] == [
        (1002, 1001, State.WITHDRAWN),
        (1001, None, State.WAITING),
    ]
    assert [file.file_id for file in cards[1].sheet.files] == ["id-p1", "id-p2"]
    assert cards[1].sheet.note == "Page 1\nPage 2\nThat is all"
    to_anton = [one.notice for one in told if one.chat_id == 2]
    assert [type(notice) for notice in to_anton] == [ReviewCard, ReviewFiles, ReviewCard]
    reviews = [notice for notice in to_anton if isinstance(notice, ReviewCard)]
    assert [(one.sheet.number, one.sheet.part_of) for one in reviews] == [(1002, 1001), (1001, None)]


def test_only_one_of_them_stands_in_the_lists(nova: Nova) -> None:
    first, second = sends(nova, "p1"), sends(nova, "p2")
    joins(nova, second, first)

    nova.desk.does(open_my_documents, Look(by=nova.by(nova.vera)))
    assert [line.number for line in nova.last(nova.vera, Documents).lines] == [1001]

    nova.desk.does(open_inbox, Look(by=nova.by(nova.anton)))
    assert [line.number for line in nova.last(nova.anton, Inbox).lines] == [1001]


def test_page_after_page_joins_while_each_comes_soon_after_the_one_before(nova: Nova) -> None:
    first = sends(nova, "p1")
    for unique_id in ("p2", "p3"):
        nova.desk.now += timedelta(minutes=8)
        page = sends(nova, unique_id)
        assert page.earlier is not None
        assert page.earlier.submission_id == first.sheet.submission_id
        joins(nova, page, first)

    [sent, *_] = nova.desk.record.submissions.moves(first.sheet.submission_id)
    assert [file.unique_id for file in sent.files] == ["p1", "p2", "p3"]


def test_an_album_joins_as_a_whole_with_what_comes_late(nova: Nova) -> None:
    first = sends(nova, "p1")
    album = sends(nova, "p2", album="g1")
    joins(nova, album, first)

    nova.sends(nova.vera, "p3", album="g1")
    nova.passes(timedelta(seconds=3))

    files = nova.last(nova.anton, ReviewCard).sheet.files
    assert [file.file_id for file in files] == ["id-p1", "id-p2", "id-p3"]


def test_all_of_its_files_sent_again_are_recognised(nova: Nova) -> None:
    first, second = sends(nova, "p1"), sends(nova, "p2")
    joins(nova, second, first)

    nova.sends(nova.vera, "p2")

    assert nova.last(nova.vera, RepeatedQuestion).number == 1001


def test_a_second_tap_and_a_late_one_change_nothing(nova: Nova) -> None:
    first, second = sends(nova, "p1"), sends(nova, "p2")
    nova.desk.now += JOIN_WITHIN + timedelta(seconds=1)
    assert joins(nova, second, first) == Refused(why=Why.TOO_LATE)
    nova.desk.now -= timedelta(minutes=5)
    joins(nova, second, first)
    nova.desk.told()

    assert joins(nova, second, first) == Refused(why=Why.GONE)

    assert kept(nova, first).state is State.WAITING


def test_what_the_mentor_has_decided_meanwhile_is_not_joined_to(nova: Nova) -> None:
    first, second = sends(nova, "p1"), sends(nova, "p2")
    accepts(nova, first)

    assert joins(nova, second, first) == Refused(why=Why.TOO_LATE)

    assert kept(nova, second).state is State.WAITING


def test_nobody_joins_what_is_not_their_own(nova: Nova) -> None:
    first, second = sends(nova, "p1"), sends(nova, "p2")
    nova.sends(nova.ilya, "i1")
    ilyas = nova.last(nova.ilya, SubmissionCard)

    assert nova.desk.refuses(join_pages, joining(nova, second, first, by=nova.ilya)) == Why.NOT_ALLOWED
    assert nova.desk.refuses(join_pages, joining(nova, second, first, by=nova.anton)) == Why.NOT_ALLOWED
    assert nova.desk.refuses(join_pages, joining(nova, second, ilyas)) == Why.NOT_ALLOWED
    unknown = JoinPages(
        by=nova.by(nova.vera, pressed=60), submission_id=second.sheet.submission_id, to=SubmissionId(999)
    )
    assert nova.desk.refuses(join_pages, unknown) == Why.GONE


def test_nothing_is_joined_to_what_came_after_it_or_to_another_group(nova: Nova) -> None:
    first, second = sends(nova, "p1"), sends(nova, "p2")
    other = nova.second_group()
    nova.joins(other, nova.vera, Role.MENTEE)
    elsewhere = replace(kept(nova, first), group_id=other.id)

    assert joins(nova, first, second) == Refused(why=Why.TOO_LATE)

    nova.desk.record.submissions.change(kept(nova, first), elsewhere)
    assert joins(nova, second, first) == Refused(why=Why.TOO_LATE)
    assert [kept(nova, one).joined_to for one in (first, second)] == [None, None]
