"""Who may read each kind of notice at the moment when it is told, by the model alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import mentoring.notices.concerns as raised
import mentoring.notices.group_life as life
import mentoring.notices.handing_over as handing
import mentoring.notices.submissions as papers
from mentoring.notices import Notice, consents, digests, groups, joining, places, posters, relinking, sending
from mentoring.notices.boards import Board
from mentoring.notices.bundles import Bundle
from mentoring.notices.diaries import AboutDiary, DiaryPart, DiaryReceived
from mentoring.notices.questions import AnswerWriting, QuestionAnswered, QuestionAsked
from mentoring.notices.reachability import NotReached
from mentoring.notices.sessions import SessionCard, SessionPost, SessionReminder
from mentoring.notices.silence import SomebodySilent
from mentoring.notices.together import HomeworkReminder, SessionBegins, Together
from mentoring.notices.welcome import CatchUp, GroupWelcome
from mentoring.sessions import SessionState
from tests.stateful.document_audience import DOCUMENTS
from tests.stateful.meeting_audience import MEETINGS

if TYPE_CHECKING:
    from tests.stateful.model import Model

#: Of whoever reads, of the facts.
Rule: TypeAlias = Callable[["Model", int | None, "Notice"], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    chat_id: int
    notice: Notice


#: Only managers of what it is about, whatever it names that by.
FOR_MANAGERS = (
    groups.GroupCard, groups.ChoosePerson, groups.Links, posters.Poster, groups.WaysToBind, groups.ConfirmRebinding,
    groups.Bound, groups.Unbound, groups.AskNames, groups.GroupList, groups.ChatRequest, groups.ChatRequestDecided,
    life.AboutGroup, handing.Replacing, places.PersonCard, places.ReturnDecided, relinking.AskMerge,
    relinking.RelinkNews, relinking.RelinkCode, joining.AskToLetIn, joining.AskToLetBackIn, joining.LetInDecided,
    joining.SomebodyDeclined, joining.MinorJoined, consents.DeclinedNews, digests.Digest, SomebodySilent,
    raised.OpenConcernList, places.AskToReturn,
)  # fmt: skip
#: Whoever mentors there now, or manages.
FOR_LEADERS = (handing.NewMentorOf, handing.HandoverNote, NotReached, places.PlaceNews, life.GroupNews)
#: Everybody who has or had a place there.
FOR_MEMBERS = (CatchUp, handing.PlaceHandedOver, places.PlaceChanged)
#: What is posted for a whole group names the group that it is for.
FOR_CHATS = (Board, GroupWelcome)


def complaint(model: Model, sent: Sent) -> str | None:
    notice, person = sent.notice, model.accounts.get(sent.chat_id)
    in_group = sent.chat_id < 0
    right = _belongs_into(model, sent.chat_id, notice) if in_group else _may_read(model, person, notice)
    return None if right else f"{type(notice).__name__} went to {sent.chat_id} (person {person}): {notice}"


def _belongs_into(model: Model, chat_id: int, notice: Notice) -> bool:
    """Nothing private is ever said in a group; what is of one group stays in it.

    What was posted there by somebody whom the bot cannot reach is asked about there.
    """
    if isinstance(notice, sending.HandOverQuestion):
        group = model.papers[notice.submission_id].group
        return group is not None and model.groups[group].chat == chat_id
    if isinstance(notice, (*PRIVATELY, *FOR_MANAGERS, *FOR_LEADERS)):
        return False
    if isinstance(notice, FOR_CHATS):
        return model.groups[notice.group_id].chat == chat_id
    if isinstance(notice, SessionPost):
        group = model.sessions[notice.session.session_id]
        return model.groups[group].chat == chat_id or model.groups[group].state != "running"
    return True


def _may_read(model: Model, person: int | None, notice: Notice) -> bool:
    if isinstance(notice, FOR_CHATS):
        return False
    for kinds, rule in PRIVATELY.items():
        if isinstance(notice, kinds):
            return rule(model, person, notice)
    found = group_of(model, notice)
    if isinstance(notice, FOR_MANAGERS):
        return model.manages_any(person) if found is None else model.manages(person, found)
    if isinstance(notice, FOR_LEADERS):
        return model.leads_any(person) if found is None else model.leads(person, found)
    if isinstance(notice, FOR_MEMBERS):
        return found is None or any(one.person == person for one in model.of_group(found))
    return True


def group_of(model: Model, notice: Notice) -> int | None:
    """By the number of a group or of a place in it, or by the group's name."""
    number, place = getattr(notice, "group_id", None), getattr(notice, "membership_id", None)
    if number is not None:
        return int(number)
    if place in model.places:
        return model.places[place].group
    name = getattr(notice, "group_name", None) or getattr(notice, "group", None)
    named = [number for number, one in model.groups.items() if one.name == name]
    return named[0] if named else None


def _own_paper(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, papers.SubmissionCard)
    return person == model.papers[notice.sheet.submission_id].mentee


def _own_draft(model: Model, person: int | None, notice: Notice) -> bool:
    """A draft that has become something else meanwhile was theirs."""
    number = getattr(notice, "submission_id", None)
    draft = None if number is None else model.papers.get(number)
    return draft is None or person == draft.mentee


def _review(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, papers.ReviewCard)
    paper = model.papers[notice.sheet.submission_id]
    leads = paper.group is not None and model.leads(person, paper.group)
    return model.reads(person, paper) and (person != paper.mentee or leads)


def _paper(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (papers.ReviewFiles, papers.SpokenOrMarked))
    paper = model.papers[notice.submission_id]
    return person == paper.mentee or model.reads(person, paper)


def _lines(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (papers.Inbox, papers.Documents, handing.NewMentorOf))
    own = isinstance(notice, papers.Documents)
    if isinstance(notice, handing.NewMentorOf):
        asked = [model.questions[one.question_id] for one in notice.questions]
        if any(one.answered or not model.reviews(person, one.group) for one in asked):
            return False
    listed = [model.papers[line.submission_id] for line in notice.lines]
    return all(person == one.mentee if own else model.reads(person, one) for one in listed)


def _bundle(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, Bundle)
    return all(model.reads(person, model.papers[one.submission_id]) for one in notice.reviews)


def _diary(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (DiaryReceived, DiaryPart))
    return model.reviews(person, model.sessions[notice.session.session_id])


def _own_diary(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, AboutDiary)
    return model.was_in(person, model.sessions[notice.session.session_id], "mentee")


def _session(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (SessionCard, SessionReminder, SessionBegins, HomeworkReminder))
    group = model.sessions.get(notice.session.session_id)
    if group is None:
        return True
    if isinstance(notice, SessionCard) and notice.leads:
        is_over = model.groups[group].state == "merged" and notice.session.state is SessionState.HELD
        return model.leads(person, group) or (is_over and model.was_in(person, group, "mentor"))
    return model.leads(person, group) or model.was_in(person, group, "mentee")


def _together(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, Together)
    sessions = {one.session_id for one in (*notice.begins, *notice.sessions, *notice.diaries)}
    sessions |= {one.session.session_id for one in notice.homework}
    groups = [model.sessions[one] for one in sessions if one in model.sessions]
    return all(model.leads(person, group) or model.was_in(person, group, "mentee") for group in groups)


def _concern(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (raised.ConcernCard, raised.ConcernFileShown))
    return model.reads_concern(person, model.concerns[notice.concern_id])


def _own_concern(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, raised.OwnConcern)
    return person == model.concerns[notice.concern_id].person


def _question(model: Model, person: int | None, notice: Notice) -> bool:
    assert isinstance(notice, (QuestionAsked, AnswerWriting))
    return model.reviews(person, model.questions[notice.question_id].group)


def _answer(model: Model, person: int | None, notice: Notice) -> bool:
    """By their own words: nobody else asked those."""
    assert isinstance(notice, QuestionAnswered)
    return any(one.person == person and one.words == notice.question for one in model.questions.values())


PRIVATELY: dict[type[Notice], Rule] = {
    **DOCUMENTS,
    **MEETINGS,
    papers.SubmissionCard: _own_paper,
    sending.HandOverQuestion: _own_draft,
    sending.GroupQuestion: _own_draft,
    sending.RepeatedQuestion: _own_draft,
    sending.CorrectionQuestion: _own_draft,
    papers.ReviewCard: _review,
    papers.ReviewFiles: _paper,
    papers.SpokenOrMarked: _paper,
    papers.Inbox: _lines,
    papers.Documents: _lines,
    handing.NewMentorOf: _lines,
    Bundle: _bundle,
    DiaryReceived: _diary,
    DiaryPart: _diary,
    AboutDiary: _own_diary,
    SessionCard: _session,
    SessionReminder: _session,
    SessionBegins: _session,
    HomeworkReminder: _session,
    Together: _together,
    raised.ConcernCard: _concern,
    raised.ConcernFileShown: _concern,
    raised.OwnConcern: _own_concern,
    QuestionAsked: _question,
    AnswerWriting: _question,
    QuestionAnswered: _answer,
}
