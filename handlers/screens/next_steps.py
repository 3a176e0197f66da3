"""What the button of each next step opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from handlers.buttons.concerns import ConcernsButton, OpenConcernButton
from handlers.buttons.diaries import WriteDiary
from handlers.buttons.forms import TemplatesButton
from handlers.buttons.groups import AddNamesButton, BindButton, GroupButton, LinksButton, NewGroupButton
from handlers.buttons.sessions import OpenSession, PlanFor
from handlers.buttons.signatures import SignaturesButton
from handlers.buttons.submissions import HowToSend, OpenInbox, OpenSubmission
from mentoring.ids import ConcernId, GroupId, SessionId, SlotId, SubmissionId
from mentoring.next_steps import Doing
from mentoring.people import Role
from texts import next_steps as words

if TYPE_CHECKING:
    from handlers.keyboards import Row, Target
    from mentoring.next_steps import NextStep
    from texts.say import Say


def row(say: Say, step: NextStep, *, named: bool = False) -> Row:
    """`named` where it stands among others."""
    label, target = words.button(say, step.doing), _target(step)
    if label is not None and named:
        label = f"{label} · {step.reference or step.group_name or ''}"
    return [] if label is None or target is None else [(label, target)]


def _target(step: NextStep) -> Target | None:
    subject = step.subject_id or 0
    match step.doing:
        case Doing.READ_CONCERN if step.count > 1:
            return ConcernsButton()
        case Doing.READ_CONCERN:
            return OpenConcernButton(concern_id=ConcernId(subject))
        case Doing.REVIEW_WAITING if step.count > 1:
            return OpenInbox()
        case Doing.REVIEW_WAITING | Doing.ANSWER_QUESTION | Doing.FIX_RETURNED | Doing.FINISH_SENDING:
            return OpenSubmission(submission_id=SubmissionId(subject))
        case Doing.SIGN:
            return SignaturesButton(slot_id=SlotId(subject))
        case Doing.NAME_FIRST_GROUP:
            return NewGroupButton()
        case Doing.NAME_MENTOR:
            return AddNamesButton(group_id=subject, role=Role.MENTOR)
        case Doing.NAME_MENTEES:
            return AddNamesButton(group_id=subject, role=Role.MENTEE)
        case Doing.SHARE_LINKS:
            return LinksButton(group_id=subject)
        case Doing.BIND_CHAT:
            return BindButton(group_id=subject)
        case Doing.READ_GUIDE:
            return TemplatesButton(page=0)
        case Doing.WAIT_FOR_PEOPLE:
            return GroupButton(group_id=subject)
        case Doing.WRITE_DIARY:
            return WriteDiary(session_id=SessionId(subject))
        case Doing.PLAN_SESSION:
            return PlanFor(group_id=GroupId(subject))
        case Doing.SESSION_AHEAD:
            return OpenSession(session_id=SessionId(subject))
        case Doing.SEND_FIRST:
            return HowToSend()
        case Doing.FIND_A_GROUP | Doing.NOTHING:
            return None
        case _:
            assert_never(step.doing)
