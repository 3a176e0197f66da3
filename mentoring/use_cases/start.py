"""The first thing anybody does: open the bot, with or without an invitation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, assert_never

from mentoring import invitations
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.invitations import Door
from mentoring.permissions import NOBODY, authorise
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import colleagues, joining, managing, relinking
from mentoring.use_cases.home import OpenHome, open_home
from mentoring.use_cases.reachability import come_back
from mentoring.use_cases.tickets import look_up

if TYPE_CHECKING:
    from mentoring.invitations import Ticket
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """`payload` is what the deep link carried, empty without one.

    `signed_until` is the end of a manager code whose signature was found right, None for anything else.
    """

    by: Acting
    payload: str
    signed_until: datetime | None = None


def start(record: Record, command: Start, now: datetime) -> None:
    actor = authorise(record, command.by, Act.START)
    ticket = invitations.ticket(command.payload)
    if ticket is not None and ticket.door is Door.MANAGER and command.signed_until is not None:
        _note_signed(record, ticket, command.signed_until, now)
    if actor.person is not None:
        come_back(record, actor.person, now)
    if _goes_on(record, command.by, ticket, now):
        return None
    if ticket is None:
        return open_home(record, OpenHome(by=command.by), now)
    return _through_the_door(record, command.by, ticket, now)


def _goes_on(record: Record, by: Acting, ticket: Ticket | None, now: datetime) -> bool:
    """Whoever stopped half-way is asked once more, a new manager also where they open their code again."""
    if ticket is None and joining.resume(record, by, now):
        return True
    return (ticket is None or ticket.door is Door.MANAGER) and managing.resume(record, by, now)


def _note_signed(record: Record, ticket: Ticket, until: datetime, now: datetime) -> None:
    """A signed code is written down when it is first opened, so that it can be used only once."""
    if until <= now:
        raise Refusal(Why.INVITATION_EXPIRED)
    if record.invitations.by_hash(invitations.hashed(ticket.secret)) is None:
        managing.make_manager_code(record, managing.MakeManagerCode(token=ticket.secret), now)


def _through_the_door(record: Record, by: Acting, ticket: Ticket, now: datetime) -> None:
    if by.telegram_id in NOBODY:
        raise Refusal(Why.NOT_ALLOWED)
    invitation = look_up(record, by, ticket, now)
    if invitation is None:
        return
    match ticket.door:
        case Door.MANAGER:
            managing.come_in(record, by, invitation, now)
        case Door.JOIN:
            joining.come_in(record, by, invitation, now)
        case Door.COLLEAGUE:
            colleagues.come_in(record, by, invitation, now)
        case Door.RELINK:
            relinking.come_in(record, by, invitation, now)
        case Door.CHAT:
            # The link that adds the bot to a group was opened in private: its place is the group.
            open_home(record, OpenHome(by=by), now)
        case _:
            assert_never(ticket.door)
