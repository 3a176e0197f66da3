"""Join links and their posters: one for the mentor, one for all mentees of a group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.groups import GroupState
from mentoring.ids import GroupId
from mentoring.invitations import KIND_OF_ROLE, ROLE_OF_KIND, hashed
from mentoring.notices.groups import Links, LiveLink
from mentoring.notices.posters import Poster, PosterSheets
from mentoring.people import MembershipState, Role
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import boards
from mentoring.use_cases.binding import open_code
from mentoring.use_cases.groups import managed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.groups import Group
    from mentoring.ports import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenLinks:
    """The tokens are used for the links that the group does not have yet, the code where it has no Telegram group."""

    by: Acting
    group_id: GroupId
    mentor_token: str
    mentee_token: str
    chat_code: str


def open_links(record: Record, command: OpenLinks, now: datetime) -> None:
    running = managed(record, command.by, command.group_id, Act.INVITE)
    if running.state is not GroupState.RUNNING:
        raise Refusal(Why.GROUP_CLOSED)
    group = record.groups.give_code(running)
    live = {one.role for one in links(record, group, now).live}
    tokens = {Role.MENTOR: command.mentor_token, Role.MENTEE: command.mentee_token}
    made = [
        _make(record, group, role, token=token, by=command.by, now=now)
        for role, token in tokens.items()
        if role not in live and _seats(record, group, role)
    ]
    _hand_out(record, command.by, made)
    shown = links(record, group, now)
    if group.chat_id is None:
        until = open_code(record, group, command.by, command.chat_code, now)
        shown = replace(shown, chat_code=command.chat_code, chat_until=until)
    notices.answer(record, command.by, record.people.by_telegram_id(command.by.telegram_id), shown)


@dataclass(frozen=True, kw_only=True, slots=True)
class RenewLink:
    by: Acting
    group_id: GroupId
    role: Role
    token: str


def renew_link(record: Record, command: RenewLink, now: datetime) -> None:
    """The old link and every poster with it end at once."""
    group = record.groups.give_code(managed(record, command.by, command.group_id, Act.INVITE))
    if command.role not in ROLE_OF_KIND.values() or not _seats(record, group, command.role):
        raise Refusal(Why.ALREADY_DONE)
    record.invitations.revoke(group.id, KIND_OF_ROLE[command.role], now)
    made = _make(record, group, command.role, token=command.token, by=command.by, now=now)
    _hand_out(record, command.by, [made])
    notices.answer(record, command.by, record.people.by_telegram_id(command.by.telegram_id), links(record, group, now))


def invite_mentor(record: Record, by: Acting, group: Group, now: datetime, *, token: str) -> None:
    """A poster for a mentor who was named just now; a link that still opens stays as it is."""
    live = {one.role for one in links(record, group, now).live}
    if Role.MENTOR not in live and token:
        _hand_out(record, by, [_make(record, group, Role.MENTOR, token=token, by=by, now=now)])


def links(record: Record, group: Group, now: datetime) -> Links:
    live = tuple(
        LiveLink(role=ROLE_OF_KIND[one.kind], left=one.max_uses - one.uses, expires_at=one.expires_at)
        for one in record.invitations.live_of(group.id, now)
    )
    return Links(group_id=group.id, name=group.name, live=live)


def _make(record: Record, group: Group, role: Role, *, token: str, by: Acting, now: datetime) -> Poster:
    manager = record.people.by_telegram_id(by.telegram_id)
    programme = record.programmes.by_id(group.programme_id)
    poster = Poster(
        group_name=group.name,
        organisation=programme.organisation,
        programme=programme.name,
        code=group.code or "",
        language=group.language,
        also=boards.languages(record, group)[1:],
        role=role,
        token=token,
        places=_seats(record, group, role),
        expires_at=now + record.rules.invitations_valid,
    )
    record.invitations.add(
        kind=KIND_OF_ROLE[role],
        token_hash=hashed(token),
        group_id=group.id,
        created_by=manager.id if manager else None,
        max_uses=poster.places,
        expires_at=poster.expires_at,
        now=now,
    )
    return poster


def _hand_out(record: Record, by: Acting, posters: Sequence[Poster]) -> None:
    """Each to be passed on from phone to phone, and all of them to be printed."""
    manager = record.people.by_telegram_id(by.telegram_id)
    if manager is None or not posters:
        return
    for poster in posters:
        notices.tell(record, manager, poster)
    notices.tell(record, manager, PosterSheets(posters=tuple(posters)))


def _seats(record: Record, group: Group, role: Role) -> int:
    states = [one.state for one in record.memberships.of_group(group.id, role)]
    return states.count(MembershipState.EXPECTED)
