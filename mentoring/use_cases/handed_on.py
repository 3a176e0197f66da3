"""Cards of work that somebody else has now: they say so, and lose their buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.ids import SubmissionId
from mentoring.notices import PLAIN
from mentoring.notices.handing_over import HandedOn
from mentoring.people import MembershipState, Role
from mentoring.sessions import SessionState
from mentoring.use_cases.submission_cards import review_card, story_of

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ids import GroupId
    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.submissions import Submission


def take_cards_away(record: Record, person: Person, group_id: GroupId, *, to: str, now: datetime) -> None:
    """Of everything open in that group, where this person's chat shows it; not from a mentor of the group."""
    if person.telegram_id is None or _mentors(record, person, group_id):
        return
    _stop_asking(record, person.telegram_id, group_id, now)
    manages = record.managers.manages(person.id, group_id=group_id)
    group = record.groups.by_id(group_id).name
    session = HandedOn(key="", reference="", group=group, to=to)
    for one in record.submissions.open_in(group_id):
        if manages:
            _show_without_buttons(record, person, one, now)
        else:
            _take(record, person, replace(session, key=f"review:{one.id}:{one.version}", reference=f"S-{one.number}"))
    for ahead in record.sessions.of_groups([group_id], since=now):
        if ahead.state is SessionState.PLANNED and not manages:
            _take(record, person, replace(session, key=f"session:{ahead.id}"))


def _take(record: Record, person: Person, handed_on: HandedOn) -> None:
    if record.notices.has_card(person.telegram_id or 0, handed_on.key):
        notices.tell(record, person, handed_on, PLAIN)


def _show_without_buttons(record: Record, manager: Person, submission: Submission, now: datetime) -> None:
    """A manager goes on looking."""
    card = review_card(story_of(record, submission), now, manager)
    if record.notices.has_card(manager.telegram_id or 0, card.card()):
        notices.tell(record, manager, card, PLAIN)


def _stop_asking(record: Record, telegram_id: int, group_id: GroupId, now: datetime) -> None:
    """An open question about that group's work is nobody's to answer there any more."""
    prompt = record.prompts.of(telegram_id, now)
    if prompt is None:
        return
    about = record.submissions.by_id(SubmissionId(prompt.number("submission")))
    of_group = about.group_id if about is not None else prompt.number("group_id")
    if of_group == group_id:
        record.prompts.close(telegram_id)


def _mentors(record: Record, person: Person, group_id: GroupId) -> bool:
    return any(
        one.group_id == group_id and one.role is Role.MENTOR and one.state is MembershipState.ACTIVE
        for one in record.memberships.of_person(person.id)
    )
