"""Whether a token opens its door; guessing is answered five times an hour, then once more, and then no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import invitations, notices
from mentoring.acting import ChatKind
from mentoring.notices.common import Refused
from mentoring.refusals import Why

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.groups import Invitation
    from mentoring.invitations import Ticket
    from mentoring.ports import Record


def look_up(record: Record, by: Acting, ticket: Ticket, now: datetime) -> Invitation | None:
    """The live invitation; None where the person has been told why not, or has been told too often already."""
    since = now - invitations.TRIES_WITHIN
    tries = record.wrong_tries.count(by.telegram_id, since=since)
    if tries >= invitations.WRONG_TRIES:
        _end_the_guessing(record, by, tries, now)
        return None
    invitation = record.invitations.by_hash(invitations.hashed(ticket.secret))
    why = invitations.refusal(invitation, ticket.door, now)
    if why is Why.INVITATION_UNKNOWN:
        record.wrong_tries.add(by.telegram_id, since=since, now=now)
    if why is not None:
        _refuse(record, by, why)
        return None
    return invitation


def _end_the_guessing(record: Record, by: Acting, tries: int, now: datetime) -> None:
    if tries == invitations.WRONG_TRIES:
        record.wrong_tries.add(by.telegram_id, since=now - invitations.TRIES_WITHIN, now=now)
        _refuse(record, by, Why.TOO_MANY_TRIES)


def _refuse(record: Record, by: Acting, why: Why) -> None:
    """Told here and not raised, because the wrong try has been written; a wrong code in a group is nobody's else."""
    person = record.people.by_telegram_id(by.telegram_id)
    if by.chat_kind is ChatKind.PRIVATE:
        notices.answer(record, by, person, Refused(why=why))
    elif person is not None:
        notices.tell(record, person, Refused(why=why))
