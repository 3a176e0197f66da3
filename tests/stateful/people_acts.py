"""Managers come and go, places move to new accounts, chats move, people block the bot, and time passes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring.consents import NO_VERSION
from mentoring.ids import GroupId, MembershipId, ProgrammeId
from mentoring.invitations import Door, payload
from mentoring.people import Language
from mentoring.refusals import Refusal
from mentoring.use_cases import (
    binding,
    chats,
    colleagues,
    consenting,
    languages,
    merging_accounts,
    reachability,
    relinking,
    sending,
    unbinding,
)
from mentoring.use_cases.due import do_what_is_due
from mentoring.use_cases.start import Start, start
from tests.stateful import meeting_checks, rows
from tests.stateful.world import CLOCK, STRANGER, Step, act

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.notices import Notice
    from storage.record import SqlRecord
    from tests.stateful.world import World


def invite_manager(world: World) -> None:
    """Whoever opens the link first has it; only somebody known comes in here."""
    programme = world.chance.choice([*{one.programme for one in world.model.groups.values()}])
    account, token = _manager(world, programme), f"m{world.next()}"
    command = colleagues.InviteManager(by=world.by(account), programme_id=ProgrammeId(programme), token=token)
    invited = world.take(
        Step(
            name="invite_manager",
            by=account,
            doing=act(colleagues.invite_manager, command),
            allowed=world.model.appointed(world.person(account), programme),
            sure=True,
        )
    )
    if invited:
        _come_in_as_manager(world, programme, token)


def _come_in_as_manager(world: World, programme: int, token: str) -> None:
    account = world.chance.choice([*world.model.accounts])
    person = world.model.accounts[account]
    world.take(
        Step(
            name="come_in_as_manager",
            by=account,
            doing=act(start, Start(by=world.by(account, pressed=False), payload=payload(Door.COLLEAGUE, token))),
            allowed=True,
            then=lambda: world.model.managers.add((programme, person)),
        )
    )


def leave_programme(world: World) -> None:
    programme = world.chance.choice([*{one.programme for one in world.model.groups.values()}])
    account = _manager(world, programme)
    person = world.person(account)
    others = [one for of, one in world.model.managers if of == programme and one != person]
    command = colleagues.LeaveProgramme(by=world.by(account), programme_id=ProgrammeId(programme), sure=True)

    def then() -> None:
        if others:
            world.model.managers.discard((programme, person or 0))

    world.take(
        Step(
            name="leave_programme",
            by=account,
            doing=act(colleagues.leave_programme, command),
            allowed=world.model.appointed(person, programme),
            then=then,
            absences=True,
        )
    )


def _manager(world: World, programme: int) -> int:
    may = [account for account, one in world.model.accounts.items() if world.model.appointed(one, programme)]
    return world.chance.choice(may) if may and world.chance.random() < 0.7 else world.somebody()


def relink(world: World) -> None:
    """To an account that nobody knows, or to one that somebody has joined with twice."""
    number = world.chance.choice([*world.model.places])
    place, token = world.model.places[number], f"r{world.next()}"
    account = world.manager_of(place.group)
    command = relinking.RelinkMember(by=world.by(account), membership_id=MembershipId(number), token=token)
    made = world.take(
        Step(
            name=f"relink_member of place {number}",
            by=account,
            doing=act(relinking.relink_member, command),
            allowed=world.model.manages(world.person(account), place.group),
        )
    )
    person = place.person
    if not made or person is None:
        return
    new = world.next() if world.chance.random() < 0.6 else world.chance.choice([*world.model.accounts])
    opened = Step(
        name="open_code",
        by=new,
        doing=act(start, Start(by=world.by(new, pressed=False), payload=payload(Door.RELINK, token))),
        allowed=True,
    )
    if world.take(opened) and world.model.accounts.get(new) != person:
        _answer_relink(world, person, new, world.model.groups[place.group].programme)


def _answer_relink(world: World, person: int, new: int, programme: int) -> None:
    """An account that is somebody's already waits for a manager's word."""
    yes = world.chance.random() < 0.8
    is_first = yes and new not in world.model.accounts and person in world.model.on_paper

    def then() -> None:
        if is_first:
            return
        if yes and new in world.model.accounts:
            world.merging[new] = (person, programme)
        elif yes:
            _move_account(world, person, new)

    answered = world.take(
        Step(
            name=f"answer_relink of person {person}",
            by=new,
            doing=act(relinking.answer_relink, relinking.AnswerRelink(by=world.by(new), yes=yes)),
            allowed=True,
            then=then,
        )
    )
    if answered and is_first:
        _first_account(world, person, new)
    if world.chance.random() < 0.7:
        decide_merge(world)


def _first_account(world: World, person: int, new: int) -> None:
    """Nothing is theirs, and nothing is taken from them, before they have agreed."""
    by = world.by(new)
    chosen = act(languages.choose_language, languages.ChooseLanguage(by=by, language=Language.EN))
    world.take(Step(name="say_first_language", by=new, doing=chosen, allowed=True))
    command = sending.SendFile(by=world.by(new, pressed=False), file=world.file(new))
    world.take(Step(name="send_too_early", by=new, doing=act(sending.send_file, command), allowed=True))
    if world.chance.random() < 0.2:
        no = act(consenting.disagree, consenting.Disagree(by=by))
        world.take(Step(name="decline_first", by=new, doing=no, allowed=True, sure=True))
        return

    def then() -> None:
        _move_account(world, person, new)
        world.counts["first accounts"] += 1
        world.model.agreed[person] = world.model.notice
        for place in world.model.places_of(person):
            place.state = "active" if place.state == "expected" else place.state

    yes = act(consenting.agree, consenting.Agree(by=by))
    world.take(Step(name="agree_first", by=new, doing=yes, allowed=True, sure=True, then=then))


def _move_account(world: World, person: int, new: int) -> None:
    world.counts["accounts moved"] += 1
    duplicate = world.model.accounts.pop(new, None)
    world.model.accounts.pop(world.account(person), None)
    if person in world.model.on_paper and duplicate is not None:
        world.model.agreed[person] = world.model.agreed.get(duplicate) or NO_VERSION
    world.model.on_paper.discard(person)
    world.model.accounts[new] = person
    if duplicate is not None:
        world.counts["duplicates merged"] += 1
        world.model.merge_people(duplicate, person)


def decide_merge(world: World) -> None:
    """Two accounts are one person, by a manager's word; nobody decides about themselves."""
    if not world.merging:
        return
    new = world.chance.choice([*world.merging])
    person, programme = world.merging.pop(new)
    duplicate = world.model.accounts.get(new)
    if person not in world.model.accounts.values():
        return
    account, yes = _manager(world, programme), world.chance.random() < 0.8
    actor = world.person(account)
    command = merging_accounts.DecideMerge(by=world.by(account), telegram_id=new, yes=yes)

    def then() -> None:
        if yes:
            _move_account(world, person, new)

    before = world.model.meetings
    done = world.take(
        Step(
            name=f"decide_merge of person {duplicate} into {person}: {yes}",
            by=account,
            doing=act(merging_accounts.decide_merge, command),
            allowed=world.model.appointed(actor, programme) and duplicate not in {actor, None},
            then=then,
            absences=True,
            papers=lambda number: duplicate in {world.model.papers[number].mentee, world.model.papers[number].taken},
            meets=lambda _: yes,
        )
    )
    if done and yes and duplicate is not None:
        for complaint in meeting_checks.merged(before, world.model.meetings, duplicate, person):
            world.expect(False, complaint)


def bind(world: World) -> None:
    group = world.chance.choice([*world.model.groups])
    known = [one.chat for one in world.model.groups.values() if one.chat is not None]
    chat = world.chance.choice(known) if known and world.chance.random() < 0.3 else -world.next()
    account = world.manager_of(group)
    command = binding.BindPicked(
        by=world.by(account), group_id=GroupId(group), chat=binding.Chat(id=chat, title="T"), bot_id=1, sure=True
    )
    world.take(
        Step(
            name=f"bind {group} to {chat}",
            by=account,
            doing=act(binding.bind_picked, command),
            allowed=world.model.manages(world.person(account), group),
            then=lambda: setattr(world.model.groups[group], "chat", chat),
        )
    )


def unbind(world: World) -> None:
    group = world.chance.choice([*world.model.groups])
    account = world.manager_of(group)
    command = unbinding.Unbind(by=world.by(account), group_id=GroupId(group), sure=True)
    world.take(
        Step(
            name=f"unbind {group}",
            by=account,
            doing=act(unbinding.unbind, command),
            allowed=world.model.manages(world.person(account), group),
            then=lambda: setattr(world.model.groups[group], "chat", None),
        )
    )


def migrate(world: World) -> None:
    """Telegram itself says so; nobody asks."""
    bound = [number for number, one in world.model.groups.items() if one.chat is not None]
    if not bound:
        return
    group, new = world.chance.choice(bound), -world.next()
    old = world.model.groups[group].chat or 0
    command = chats.FollowChat(by=world.by(STRANGER, chat=new), old=old, new=new, bot_id=1)
    world.take(
        Step(
            name=f"migrate {old} to {new}",
            by=CLOCK,
            doing=act(chats.follow_chat, command),
            allowed=True,
            then=lambda: setattr(world.model.groups[group], "chat", new),
        )
    )


def reach(world: World) -> None:
    account = world.somebody()
    reachable = world.chance.random() < 0.7
    command = reachability.ChangeReach(by=world.by(account, pressed=False), reachable=reachable)
    world.take(
        Step(
            name=f"reach {reachable}",
            by=account,
            doing=act(reachability.change_reach, command),
            allowed=True,
            owing=True,
        )
    )


def tick(world: World) -> None:
    """What is due is done by itself: a pause that is over ends, and photographs left alone go on their way.

    Those of a leader are an upload then.
    """
    world.model.now += timedelta(minutes=world.chance.choice([1, 3, 30, 300, 1500, 6000]))

    def then() -> None:
        for one in world.model.places.values():
            is_over = one.state == "paused" and one.until is not None and one.until <= world.now
            if is_over and world.model.groups[one.group].state == "running":
                world.model.become(one, "active")

    left_alone = {number for number, one in world.model.papers.items() if one.state == "scanning"}
    step = Step(
        name="tick",
        meets=lambda _: True,
        by=CLOCK,
        doing=_do_what_is_due,
        allowed=True,
        then=then,
        absences=True,
        may_bring=frozenset({"moves"} if left_alone else ()),
        may_lose=_given_up(world, left_alone),
        papers=lambda number: (
            bool(left_alone)
            and (number in left_alone or world.model.papers[number].state in {"returned", "unreadable"})
        ),
    )
    world.take(step)


def _given_up(world: World, left_alone: set[int]) -> frozenset[str]:
    """Of photographs that become an upload those that were left out stay behind."""
    if not left_alone:
        return frozenset()
    return frozenset({"moves", "files"} if rows.any_left_out(world.connection) else {"moves"})


def _do_what_is_due(record: SqlRecord, now: datetime) -> Notice | None:
    while (claim := record.schedule.claim(now, at_most=100)).any:
        try:
            do_what_is_due(record, claim.dues, now)
        except Refusal as refusal:
            raise AssertionError(f"what is due was refused: {claim.dues}") from refusal
    return None
