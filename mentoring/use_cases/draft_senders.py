"""Who sends: whoever acts, or whoever is behind a draft when nobody does, as when an album has become complete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.people import MembershipState, Role
from mentoring.permissions import LEADING
from mentoring.use_cases import on_paper, uploads
from mentoring.use_cases.handing_in import Sender

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.permissions import Actor
    from mentoring.ports import Record
    from mentoring.submissions import Submission


def sender_of(actor: Actor, by: Acting | None) -> Sender:
    leads = bool(actor.standings & LEADING)
    return Sender(person=actor.known(), groups=actor.groups_as(Role.MENTEE), by=by, leads=leads)


def sender_in_private(record: Record, actor: Actor, by: Acting) -> Sender:
    """Who may also file for people without Telegram."""
    return replace(sender_of(actor, by), people=on_paper.choices(record, actor))


def sender_behind(record: Record, draft: Submission) -> Sender:
    person = record.people.by_id(draft.mentee_id)
    memberships = record.memberships.of_person(person.id)
    active = (one for one in memberships if one.role is Role.MENTEE and one.state is MembershipState.ACTIVE)
    people = on_paper.choices_of(record, person) if draft.group_id is None else ()
    leads = draft.group_id is None and uploads.leads(record, person)
    groups = tuple(one.group_id for one in active)
    return Sender(person=person, groups=groups, by=None, people=people, leads=leads)
