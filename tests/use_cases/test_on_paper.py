"""People without Telegram: named, filed for, reminded by way of their mentor, and one day linked to an account."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.acting import Acting
from mentoring.ids import MembershipId, SubmissionId
from mentoring.notices.digests import Digest
from mentoring.notices.files import UploadQuestion
from mentoring.notices.groups import Presence
from mentoring.notices.on_paper import (
    AddedOnPaper,
    AskNamesOnPaper,
    ChooseGroupOnPaper,
    CorrectionForQuestion,
    FiledFor,
    RemindOnPaper,
)
from mentoring.notices.places import PersonCard
from mentoring.notices.sending import GroupQuestion
from mentoring.notices.submissions import ReviewCard
from mentoring.people import Membership, MembershipState, Person, Reachability, Role
from mentoring.places import Deed
from mentoring.prompts import Asking
from mentoring.refusals import Why
from mentoring.sessions import Place, SessionKind
from mentoring.submissions import MoveKind, State
from mentoring.use_cases import deeds, filing_for, on_paper, people_cards, session_cards
from mentoring.use_cases.digesting import ReadStatus, read_status
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.reviewing import Decide, decide
from tests.use_cases.a_group import Nova, a_nova

if TYPE_CHECKING:
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


def adds(nova: Nova, by: Person, text: str = "Petar Kolev") -> None:
    nova.desk.does(on_paper.add_on_paper, on_paper.AddOnPaper(by=nova.by(by), group_id=nova.group.id))
    types(nova, by, text)


def types(nova: Nova, by: Person, text: str) -> None:
    prompt = nova.desk.record.prompts.of(by.telegram_id or 0, nova.desk.now)
    assert prompt is not None
    assert prompt.asking is Asking.PAPER_NAMES
    on_paper.names_typed(nova.desk.record, nova.by(by), text, prompt, nova.desk.now)


def petar(nova: Nova) -> Membership:
    return next(one for one in nova.desk.record.memberships.of_group(nova.group.id) if one.name == "Petar Kolev")


def files(nova: Nova, by: Person) -> GroupQuestion:
    nova.sends(by, f"u{by.id}")
    return nova.last(by, GroupQuestion)


def filing(nova: Nova, by: Person, question: GroupQuestion) -> filing_for.FileFor:
    return filing_for.FileFor(by=nova.by(by), draft_id=question.submission_id, membership_id=petar(nova).id)


@pytest.mark.parametrize("who", ["anton", "maria"])
def test_mentor_and_manager_name_people_without_telegram(nova: Nova, who: str) -> None:
    adds(nova, getattr(nova, who), "Petar Kolev\nVera")

    assert nova.last(getattr(nova, who), AddedOnPaper).names == ("Petar Kolev",)
    place = petar(nova)
    assert place.state is MembershipState.ACTIVE
    assert place.person_id is not None
    person = nova.desk.record.people.by_id(place.person_id)
    assert (person.telegram_id, person.reachability) == (None, Reachability.ON_PAPER)


def test_a_listed_name_that_nobody_took_is_theirs(nova: Nova) -> None:
    nova.desk.record.memberships.expect(group_id=nova.group.id, role=Role.MENTEE, name="Petar Kolev", now=nova.desk.now)

    adds(nova, nova.anton)

    names = [one.name for one in nova.desk.record.memberships.of_group(nova.group.id)]
    assert names.count("Petar Kolev") == 1


def test_mentees_and_other_groups_name_nobody(nova: Nova) -> None:
    other = on_paper.AddOnPaper(by=nova.by(nova.anton), group_id=nova.second_group().id)
    mentee = on_paper.AddOnPaper(by=nova.by(nova.vera), group_id=nova.group.id)

    assert nova.desk.refuses(on_paper.add_on_paper, other) == Why.NOT_ALLOWED
    assert nova.desk.refuses(on_paper.add_on_paper, mentee) == Why.NOT_ALLOWED


def test_a_mentor_of_several_groups_says_in_which(nova: Nova) -> None:
    nova.joins(nova.second_group(), nova.anton, Role.MENTOR)

    nova.desk.does(on_paper.add_on_paper, on_paper.AddOnPaper(by=nova.by(nova.anton)))
    assert [one.name for one in nova.last(nova.anton, ChooseGroupOnPaper).groups] == ["Nova", "Start"]
    adds(nova, nova.anton, "–")
    assert nova.last(nova.anton, AskNamesOnPaper).group_name == "Nova"


@pytest.mark.parametrize("who", ["anton", "maria"])
def test_who_files_says_for_whom_and_every_card_says_who_filed(nova: Nova, who: str) -> None:
    filer: Person = getattr(nova, who)
    adds(nova, nova.anton)

    question = files(nova, filer)
    assert [(one.name, one.group) for one in question.people] == [("Petar Kolev", "Nova")]
    nova.desk.does(filing_for.file_for, filing(nova, filer, question))

    told = nova.desk.told()
    [receipt] = [one.notice for one in told if isinstance(one.notice, FiledFor)]
    assert (receipt.number, receipt.name) == (1001, "Petar Kolev")
    cards = {one.chat_id: one.notice for one in told if isinstance(one.notice, ReviewCard)}
    assert set(cards) == {nova.anton.telegram_id, nova.boyana.telegram_id}
    assert {(card.sheet.mentee, card.sheet.filed_by) for card in cards.values()} == {("Petar Kolev", filer.name)}


def test_filing_twice_does_it_once_and_nobody_files_what_another_sent(nova: Nova) -> None:
    adds(nova, nova.anton)
    question = files(nova, nova.anton)

    assert nova.desk.refuses(filing_for.file_for, filing(nova, nova.boyana, question)) == Why.FOR_SOMEBODY_ELSE
    nova.desk.does(filing_for.file_for, filing(nova, nova.anton, question))

    assert nova.desk.refuses(filing_for.file_for, filing(nova, nova.anton, question)) == Why.ALREADY_DONE
    assert nova.desk.refuses(filing_for.file_for, filing(nova, nova.vera, question)) == Why.NOT_ALLOWED


def test_nobody_files_for_somebody_who_has_telegram(nova: Nova) -> None:
    adds(nova, nova.anton)
    question = files(nova, nova.anton)
    of_vera = nova.desk.record.memberships.of_person(nova.vera.id)[0].id

    command = filing_for.FileFor(by=nova.by(nova.anton), draft_id=question.submission_id, membership_id=of_vera)
    gone = replace(command, membership_id=MembershipId(999))

    assert nova.desk.refuses(filing_for.file_for, command) == Why.GONE
    assert nova.desk.refuses(filing_for.file_for, gone) == Why.GONE


def test_a_mentor_without_paper_people_is_only_asked_what_it_is(nova: Nova) -> None:
    nova.sends(nova.anton)

    assert isinstance(nova.last(nova.anton, UploadQuestion), UploadQuestion)


def test_whoever_is_mentee_elsewhere_may_also_mean_themselves(nova: Nova) -> None:
    nova.joins(nova.second_group(), nova.anton, Role.MENTEE)
    adds(nova, nova.anton)

    question = files(nova, nova.anton)

    assert [one.name for one in question.groups] == ["Start"]
    assert [one.name for one in question.people] == ["Petar Kolev"]


def test_an_album_is_filed_as_one(nova: Nova) -> None:
    adds(nova, nova.anton)
    for unique_id in ("a1", "a2"):
        nova.sends(nova.anton, unique_id, album="album")
    nova.passes(timedelta(seconds=5))
    question = nova.last(nova.anton, GroupQuestion)
    assert len(question.files) == 2
    nova.desk.does(filing_for.file_for, filing(nova, nova.anton, question))

    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    assert line.mentee == "Petar Kolev"


def returned(nova: Nova) -> SubmissionId:
    """Filed by Anton for Petar, and sent back by Boyana."""
    nova.desk.does(filing_for.file_for, filing(nova, nova.anton, files(nova, nova.anton)))
    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    nova.desk.does(
        decide,
        Decide(by=nova.by(nova.boyana), submission_id=line.submission_id, version=1, decision=MoveKind.NOT_READABLE),
    )
    nova.desk.told()
    return line.submission_id


def asks(nova: Nova, filer: Person, unique_id: str) -> CorrectionForQuestion:
    """Whose it is has been said, and the question is whether it corrects something."""
    nova.sends(filer, unique_id)
    question = nova.last(filer, GroupQuestion)
    nova.desk.does(filing_for.file_for, filing(nova, filer, question))
    return nova.last(filer, CorrectionForQuestion)


def correcting(
    nova: Nova, by: Person, question: CorrectionForQuestion, of: SubmissionId | None
) -> filing_for.CorrectFor:
    return filing_for.CorrectFor(
        by=nova.by(by), draft_id=question.submission_id, membership_id=MembershipId(question.membership_id), of=of
    )


@pytest.mark.parametrize("who", ["anton", "maria"])
def test_what_came_back_and_is_filed_again_becomes_its_next_version(nova: Nova, who: str) -> None:
    filer: Person = getattr(nova, who)
    adds(nova, nova.anton)
    work = returned(nova)

    question = asks(nova, filer, "better")
    assert (question.name, [one.number for one in question.open]) == ("Petar Kolev", [1001])
    nova.desk.does(filing_for.correct_for, correcting(nova, filer, question, work))

    told = nova.desk.told()
    [receipt] = [one.notice for one in told if isinstance(one.notice, FiledFor)]
    assert (receipt.number, receipt.name, receipt.corrected) == (1001, "Petar Kolev", True)
    sheets = [one.notice.sheet for one in told if isinstance(one.notice, ReviewCard)]
    assert {(one.number, one.version, one.filed_by) for one in sheets} == {(1001, 2, filer.name)}
    assert [line.submission_id for line in nova.desk.record.submissions.waiting([nova.group.id])] == [work]
    assert nova.desk.record.submissions.by_id(question.submission_id) is None


def test_something_new_stays_a_submission_of_its_own(nova: Nova) -> None:
    adds(nova, nova.anton)
    work = returned(nova)

    question = asks(nova, nova.anton, "new")
    nova.desk.does(filing_for.correct_for, correcting(nova, nova.anton, question, None))

    assert nova.last(nova.anton, FiledFor).number == 1002
    came_back = nova.desk.record.submissions.by_id(work)
    assert came_back is not None
    assert came_back.state is State.UNREADABLE


def test_only_whoever_sent_it_and_leads_the_group_says_what_it_corrects(nova: Nova) -> None:
    adds(nova, nova.anton)
    work = returned(nova)
    question = asks(nova, nova.anton, "better")

    for other, why in (
        (nova.boyana, Why.FOR_SOMEBODY_ELSE),
        (nova.vera, Why.NOT_ALLOWED),
    ):
        assert nova.desk.refuses(filing_for.correct_for, correcting(nova, other, question, work)) == why
    nova.desk.does(filing_for.correct_for, correcting(nova, nova.anton, question, work))
    again = correcting(nova, nova.anton, question, work)
    assert nova.desk.refuses(filing_for.correct_for, again) == Why.GONE


def test_nothing_of_anybody_else_is_corrected_and_nothing_that_has_gone_on(nova: Nova) -> None:
    adds(nova, nova.anton)
    work = returned(nova)
    nova.sends(nova.vera, "veras")
    [of_vera] = [one.submission_id for one in nova.desk.record.submissions.waiting([nova.group.id])]
    question, slower = asks(nova, nova.anton, "better"), asks(nova, nova.maria, "slower")

    forged = correcting(nova, nova.anton, question, of_vera)
    assert nova.desk.refuses(filing_for.correct_for, forged) == Why.NOT_ALLOWED
    nova.desk.does(filing_for.correct_for, correcting(nova, nova.anton, question, work))
    late = correcting(nova, nova.maria, slower, work)
    assert nova.desk.refuses(filing_for.correct_for, late) == Why.ALREADY_DONE


def test_a_manager_who_filed_hears_what_became_of_it(nova: Nova) -> None:
    adds(nova, nova.anton)
    nova.desk.does(filing_for.file_for, filing(nova, nova.maria, files(nova, nova.maria)))
    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    nova.desk.told()

    command = Decide(by=nova.by(nova.anton), submission_id=line.submission_id, version=1, decision=MoveKind.ACCEPT)
    nova.desk.does(decide, command)

    assert nova.last(nova.maria, ReviewCard).sheet.state is State.ACCEPTED


def test_a_manager_who_filed_and_has_left_hears_no_more_of_it(nova: Nova) -> None:
    adds(nova, nova.anton)
    nova.desk.does(filing_for.file_for, filing(nova, nova.maria, files(nova, nova.maria)))
    [line] = nova.desk.record.submissions.waiting([nova.group.id])
    nova.desk.record.managers.add(nova.vera.id, nova.group.programme_id, nova.desk.now)
    assert nova.desk.record.managers.leave(nova.maria.id, nova.group.programme_id)
    nova.desk.told()

    command = Decide(by=nova.by(nova.anton), submission_id=line.submission_id, version=1, decision=MoveKind.ACCEPT)
    nova.desk.does(decide, command)

    assert nova.desk.told(to=nova.maria.telegram_id) == []


def a_session(nova: Nova) -> None:
    begins = nova.desk.now + timedelta(hours=30)
    session = nova.desk.record.sessions.add(
        group_id=nova.group.id,
        kind=SessionKind.MONITORING,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        wall_time=begins.replace(tzinfo=None).isoformat(),
        zone="Europe/Sofia",
        place=Place.CHAT,
        address="",
        planned_by=nova.anton.id,
        now=nova.desk.now,
    )
    session_cards.set_clock(nova.desk.record, session_cards.gathering(nova.desk.record, session), nova.desk.now)


def passes(nova: Nova, **time: float) -> None:
    nova.desk.now += timedelta(**time)
    claim = nova.desk.record.schedule.claim(nova.desk.now, at_most=1_000)
    do_what_is_due(nova.desk.record, claim.dues, nova.desk.now)


def test_each_mentor_is_reminded_for_all_of_them_in_one_line(nova: Nova) -> None:
    adds(nova, nova.anton, "Petar Kolev\nRada Ilieva")
    a_session(nova)
    nova.desk.told()

    passes(nova, hours=7)

    lines = [one for one in nova.desk.told() if isinstance(one.notice, RemindOnPaper)]
    assert {one.chat_id for one in lines} == {nova.anton.telegram_id, nova.boyana.telegram_id}
    assert [one.notice.names for one in lines if isinstance(one.notice, RemindOnPaper)] == [
        ("Petar Kolev", "Rada Ilieva")
    ] * 2


def test_nobody_on_paper_counts_as_unreachable_or_as_owing_a_diary(nova: Nova) -> None:
    adds(nova, nova.anton)
    a_session(nova)
    passes(nova, hours=40)

    nova.desk.does(read_status, ReadStatus(by=nova.by(nova.maria)))

    digest = nova.last(nova.maria, Digest)
    assert "Petar" not in str(digest.lines)
    assert digest.diaries_missing == 2


def test_the_card_shows_them_and_a_place_on_paper_can_end_like_any_other(nova: Nova) -> None:
    adds(nova, nova.anton)
    opening = people_cards.OpenPerson(by=nova.by(nova.maria), membership_id=petar(nova).id)
    nova.desk.does(people_cards.open_person, opening)
    card = nova.last(nova.maria, PersonCard)
    assert (card.presence, card.on_paper) == (Presence.ON_PAPER, True)

    asking = deeds.AskFor(by=nova.by(nova.maria), membership_id=petar(nova).id, deed=Deed.LEAVE)
    nova.desk.does(deeds.ask_for, asking)
    nova.desk.does(
        deeds.confirm, deeds.ConfirmDeed(by=nova.by(nova.maria), membership_id=petar(nova).id, deed=Deed.LEAVE)
    )

    assert petar(nova).state is MembershipState.LEFT


def linking(nova: Nova, *, yes: bool = True) -> on_paper.GetsTelegram:
    return on_paper.GetsTelegram(by=nova.by(nova.maria), membership_id=petar(nova).id, yes=yes)


def test_the_manager_opens_the_seat_and_may_take_that_back(nova: Nova) -> None:
    adds(nova, nova.anton)

    nova.desk.does(on_paper.gets_telegram, linking(nova))
    assert petar(nova).state is MembershipState.EXPECTED
    assert nova.desk.refuses(on_paper.gets_telegram, linking(nova)) == Why.ALREADY_DONE
    nova.desk.does(on_paper.gets_telegram, linking(nova, yes=False))

    assert petar(nova).state is MembershipState.ACTIVE


def test_whoever_comes_in_by_the_seat_goes_on_where_they_were(nova: Nova) -> None:
    adds(nova, nova.anton)
    nova.desk.does(filing_for.file_for, filing(nova, nova.anton, files(nova, nova.anton)))
    person_id = petar(nova).person_id
    nova.desk.does(on_paper.gets_telegram, linking(nova))

    free = on_paper.freed(nova.desk.record, Acting(telegram_id=99, chat_id=99), petar(nova))

    person = nova.desk.record.people.by_telegram_id(99)
    assert free.person_id is None
    assert person is not None
    assert person.id == person_id
    assert [line.number for line in nova.desk.record.submissions.of_mentee(person.id)] == [1001]


def test_somebody_already_known_takes_over_what_was_on_paper(nova: Nova) -> None:
    adds(nova, nova.anton)
    nova.desk.does(filing_for.file_for, filing(nova, nova.anton, files(nova, nova.anton)))
    nova.desk.does(on_paper.gets_telegram, linking(nova))

    on_paper.freed(nova.desk.record, nova.by(nova.maria), petar(nova))

    assert [line.number for line in nova.desk.record.submissions.of_mentee(nova.maria.id)] == [1001]
