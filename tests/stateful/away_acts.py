"""Mentors and managers go away, deputies stand in, decline, and everything returns by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mentoring import away_drafts, zones
from mentoring.away_drafts import AwayStep, Cover
from mentoring.ids import DeputyId, PersonId
from mentoring.people import Role
from mentoring.prompts import Asking
from mentoring.use_cases import absences, going_away
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from mentoring.acting import Acting
    from mentoring.away_drafts import AwayDraft
    from tests.stateful.model import Away
    from tests.stateful.world import World


def go_away(world: World) -> None:
    leaders = [account for account, one in world.model.accounts.items() if world.model.leads_any(one)]
    account = world.chance.choice(leaders) if leaders and world.chance.random() < 0.8 else world.somebody()
    by = world.by(account)
    leads = world.model.leads_any(world.person(account))
    begin = Step(name="go_away", by=account, doing=act(going_away.go_away, going_away.GoAway(by=by)), allowed=leads)
    goes_on = world.take(begin)
    while goes_on:
        draft = _draft(world, account)
        if draft is None or draft.step is AwayStep.CONFIRM:
            break
        command = _answer(world, by, draft)
        doing = act(going_away.choose_away, command)
        goes_on = world.take(Step(name=f"say {draft.step.value}", by=account, doing=doing, allowed=leads))
    if world.chance.random() < 0.8:
        confirm(world, account)


def confirm(world: World, account: int | None = None) -> None:
    """Perhaps long after it was asked."""
    account = account or world.somebody()
    command = going_away.ConfirmAway(by=world.by(account), token=f"d{world.next()}")
    world.take(
        Step(
            name="arrange absence",
            by=account,
            doing=act(going_away.confirm_away, command),
            allowed=world.model.leads_any(world.person(account)),
            then=lambda: _check_new(world, account),
            absences=True,
        )
    )


def _draft(world: World, account: int) -> AwayDraft | None:
    prompt = world.record.prompts.of(account, world.now)
    return away_drafts.read(prompt) if prompt is not None and prompt.asking is Asking.GOING_AWAY else None


def _answer(world: World, by: Acting, draft: AwayDraft) -> going_away.ChooseAway:
    chance, person = world.chance, world.person(by.telegram_id)
    today = zones.wall(world.now, draft.zone).date()
    mine = [group for group in world.model.groups if world.model.has(person, group, "mentor")]
    match draft.step:
        case AwayStep.PLACE if mine:
            return going_away.ChooseAway(by=by, role=Role.MENTOR, number=chance.choice(mine))
        case AwayStep.PLACE:
            programme = chance.choice([*{one.programme for one in world.model.groups.values()}])
            return going_away.ChooseAway(by=by, role=Role.MANAGER, number=programme)
        case AwayStep.FIRST_DAY:
            return going_away.ChooseAway(by=by, day=today + timedelta(days=chance.randint(0, 3)))
        case AwayStep.LAST_DAY:
            return going_away.ChooseAway(by=by, day=(draft.first or today) + timedelta(days=chance.randint(0, 5)))
        case _ if draft.role is Role.MANAGER and chance.random() < 0.3:
            return going_away.ChooseAway(by=by, cover=Cover.NOBODY)
        case _:
            near = [one for one in world.model.accounts.values() if world.model.leads_any(one)]
            return going_away.ChooseAway(by=by, deputy_id=PersonId(chance.choice(near)))


def _check_new(world: World, account: int) -> None:
    """Nobody arranges for a place that is not theirs, nor with somebody from elsewhere."""
    model, person = world.model, world.person(account)
    assert person is not None
    for one in world.record.absences.of_absent(PersonId(person)):
        if one.id in model.away:
            continue
        world.counts["absences"] += 1
        if one.group_id is not None:
            assert model.has(person, one.group_id, "mentor")
            assert one.deputy_id is not None
            assert model.leads_in(one.deputy_id, one.programme_id)
        else:
            assert model.appointed(person, one.programme_id)


def end(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, away = found
    account = world.account(away.absent) if world.chance.random() < 0.7 else world.somebody()
    person = world.person(account)
    world.take(
        Step(
            name=f"come_home from absence {number}",
            by=account,
            doing=act(absences.come_back, absences.OfAbsence(by=world.by(account), absence_id=DeputyId(number))),
            allowed=person == away.absent and world.model.leads_any(person) and _not_over(world, away),
            sure=True,
            absences=True,
        )
    )


def decline(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, away = found
    mostly = away.deputy is not None and world.chance.random() < 0.7
    account = world.account(away.deputy) if mostly and away.deputy is not None else world.somebody()
    world.take(
        Step(
            name=f"decline absence {number}",
            by=account,
            doing=act(absences.decline, absences.OfAbsence(by=world.by(account), absence_id=DeputyId(number))),
            allowed=away.deputy is not None and world.person(account) == away.deputy and _not_over(world, away),
            absences=True,
        )
    )


def appoint(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, away = found
    account, other = world.somebody(), world.chance.choice([*world.model.accounts.values()])
    person = world.person(account)
    says = person == away.absent or world.model.manages_programme(person, away.programme)
    command = absences.AppointDeputy(by=world.by(account), absence_id=DeputyId(number), person_id=PersonId(other))
    world.take(
        Step(
            name=f"appoint {other} for absence {number}",
            by=account,
            doing=act(absences.appoint, command),
            allowed=says and world.model.leads_any(person) and _not_over(world, away) and away.deputy is None,
            absences=True,
        )
    )


def _not_over(world: World, away: Away) -> bool:
    """The moment of the step is a second on."""
    return away.ended is None and world.now + timedelta(seconds=1) < away.ends


def _some(world: World) -> tuple[int, Away] | None:
    if not world.model.away:
        return None
    number = world.chance.choice([*world.model.away])
    return number, world.model.away[number]
