"""Keeps a group's board as things are: edited in silence wherever it stands, pinned when the bot may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.boards import DIARIES_ASKED, next_session, steps
from mentoring.groups import GroupState
from mentoring.kit import Visibility
from mentoring.notices import AT_THE_BOTTOM, PLAIN, Address, Delivery
from mentoring.notices.boards import BeingSigned, Board, Meeting, PinBoard, board_of
from mentoring.people import MembershipState, Role
from mentoring.places import HERE, is_pair
from mentoring.signing import progress
from mentoring.use_cases import task_counts
from mentoring.use_cases.kits import kit_of_group
from mentoring.use_cases.slot_cards import titled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.people import Language, Membership
    from mentoring.ports import Record
    from mentoring.sessions import Session

_COMPLETED = frozenset({MembershipState.COMPLETED, MembershipState.COMPLETED_EARLY})


def show(record: Record, group: Group, now: datetime) -> None:
    """Where it stands; posted where it does not stand yet."""
    _tell(record, group, now, PLAIN)


def post_anew(record: Record, group: Group, now: datetime) -> None:
    """At the bottom of its topic: the old one goes."""
    _tell(record, group, now, AT_THE_BOTTOM)


def pin_posted(record: Record, chat_id: int, message_id: int) -> None:
    """The board has a new message in this chat."""
    group = record.groups.by_chat(chat_id)
    if group is not None and group.can_pin:
        _pin(record, group, message_id)


def pin_standing(record: Record, group: Group) -> None:
    """The bot may pin now, and could not when the board was posted."""
    message_id = None if group.chat_id is None else record.notices.message_of(group.chat_id, board_of(group.id))
    if message_id is not None:
        _pin(record, group, message_id)


def board(record: Record, group: Group, now: datetime) -> Board:
    people = record.memberships.of_group(group.id)
    sessions = record.sessions.of_groups([group.id], since=now - DIARIES_ASKED)
    awaited = sum(one.state is MembershipState.EXPECTED for one in people)
    ahead, closed = next_session(sessions, now), group.state is not GroupState.RUNNING
    return Board(
        group_id=group.id,
        name=group.name,
        mentors=tuple(one.name for one in people if one.state in HERE and one.role is Role.MENTOR),
        mentees=tuple(one.name for one in people if one.state in HERE and one.role is Role.MENTEE),
        completed=tuple(one.name for one in people if one.state in _COMPLETED and one.role is Role.MENTEE),
        awaited=awaited,
        code=group.code or "",
        meeting=None if ahead is None or closed else _meeting(ahead),
        steps=() if closed else steps(sessions, awaited=awaited, now=now),
        languages=_languages(record, group, people),
        closed=closed,
        pair=is_pair(people),
        signed=() if closed else _signed(record, group),
        tasks=None if closed else task_counts.on_board(record, group),
    )


def _signed(record: Record, group: Group) -> tuple[BeingSigned, ...]:
    """Only what the whole group may read."""
    slots, found = record.slots.signed_in_common(group.id), []
    kit = kit_of_group(record, group) if slots else None
    for slot in slots:
        document = None if kit is None else kit.find(slot.key.code)
        if kit is not None and document is not None and document.visibility is Visibility.GROUP:
            count = progress(record.signers.of_slot(slot.id))
            found.append(BeingSigned(title=titled(kit, slot), done=count.done, total=count.total))
    return tuple(found)


def languages(record: Record, group: Group) -> tuple[Language, ...]:
    """Those that are read in the group's chat: its own first, then its people's."""
    return _languages(record, group, record.memberships.of_group(group.id))


def _languages(record: Record, group: Group, people: Sequence[Membership]) -> tuple[Language, ...]:
    there = (one.person_id for one in people if one.state in HERE and one.person_id is not None)
    return tuple(dict.fromkeys([group.language, *(record.people.by_id(one).language for one in there)]))


def _meeting(session: Session) -> Meeting:
    return Meeting(
        number=session.number,
        kind=session.kind,
        stage=session.stage,
        starts_at=session.starts_at,
        place=session.place,
        address=session.address,
    )


def _pin(record: Record, group: Group, message_id: int) -> None:
    if group.chat_id is not None:
        address = Address(chat_id=group.chat_id, language=group.language, zone="UTC")
        record.notices.tell(address, PinBoard(chat_id=group.chat_id, message_id=message_id), Delivery())


def _tell(record: Record, group: Group, now: datetime, delivery: Delivery) -> None:
    zone = record.programmes.by_id(group.programme_id).zone
    notices.tell_group(record, group, zone, board(record, group, now), delivery)
