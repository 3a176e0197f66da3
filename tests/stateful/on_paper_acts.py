"""People without Telegram: named, filed for, and one day in Telegram themselves."""

from __future__ import annotations

from mentoring.ids import GroupId, MembershipId, SubmissionId
from mentoring.people import Role
from mentoring.submissions import MoveKind
from mentoring.use_cases import filing_for, on_paper, reviewing, sending
from mentoring.use_cases.answering import Answer, answer
from tests.stateful import join_acts
from tests.stateful.join_acts import letters
from tests.stateful.model import UNDECIDED, Paper, Place
from tests.stateful.sending_acts import FILE, MOVE, belongs_to_concern
from tests.stateful.world import Step, World, act


def add(world: World) -> None:
    group = world.chance.choice([*world.model.groups])
    account = _leader(world, group)
    allowed = world.model.leads(world.person(account), group) and world.model.groups[group].state == "running"
    command = on_paper.AddOnPaper(by=world.by(account), group_id=GroupId(group))
    doing = act(on_paper.add_on_paper, command)
    if not world.take(Step(name="add_on_paper", by=account, doing=doing, allowed=allowed, sure=True)):
        return
    name = f"Paper {letters(world)}"
    said = act(answer, Answer(by=world.by(account, pressed=False), text=name))
    then = lambda: _learn(world, group, name)  # noqa: E731
    world.take(Step(name=f"name_on_paper in {group}", by=account, doing=said, allowed=allowed, then=then))


def _learn(world: World, group: int, name: str) -> None:
    listed = world.record.memberships.of_group(GroupId(group), Role.MENTEE)
    [place] = [one for one in listed if one.name == name]
    assert place.person_id is not None
    world.model.on_paper.add(place.person_id)
    world.model.coming.append(Place(group=group, role="mentee", person=place.person_id, state="active"))


def file_for(world: World) -> None:
    """What somebody wrote on paper; what can't be read of it is brought again."""
    papers = [number for number, one in world.model.places.items() if one.person in world.model.on_paper]
    if not papers:
        return
    number = world.chance.choice(papers)
    _file(world, number)
    if _send_back(world, world.model.places[number]):
        _file(world, number)


def _file(world: World, number: int) -> None:
    """A leader sends it, and says whose it is."""
    place = world.model.places[number]
    account = _leader(world, place.group)
    person, before = world.person(account), set(world.model.papers)
    command = sending.SendFile(by=world.by(account, pressed=False), file=world.file(account))
    world.take(
        Step(
            name="send_for",
            owing=belongs_to_concern(world, account),
            by=account,
            doing=act(sending.send_file, command),
            allowed=True,
            papers=lambda one: (
                world.model.papers[one].mentee == person or world.model.reviews(person, world.model.papers[one].group)
            ),
            may_bring=FILE | MOVE,
        )
    )
    drafts = sorted(set(world.model.papers) - before) or [
        one for one, paper in world.model.papers.items() if paper.state == "needs_group"
    ]
    if drafts:
        _say_whose(world, account, drafts[-1], number)


def _say_whose(world: World, account: int, draft: int, number: int) -> None:
    place, paper = world.model.places[number], world.model.papers[draft]
    by = account if world.chance.random() < 0.75 else _leader(world, place.group)
    person = world.person(by)
    may = world.model.leads(person, place.group) and paper.mentee == person and paper.state == "needs_group"
    command = filing_for.FileFor(by=world.by(by), draft_id=SubmissionId(draft), membership_id=MembershipId(number))
    world.take(
        Step(
            name=f"file_for place {number} draft {draft}",
            by=by,
            doing=act(filing_for.file_for, command),
            allowed=may and place.state == "active",
            papers=lambda one: one == draft and may,
        )
    )
    back = [one for one, each in world.model.papers.items() if _came_back(each, place)]
    if back and world.chance.random() < 0.9:
        _correct_for(world, by, draft, number, world.chance.choice([*back, None]))


def _send_back(world: World, place: Place) -> bool:
    """What waits of theirs can't be read."""
    theirs = [
        number for number, one in world.model.papers.items() if (one.mentee, one.group) == (place.person, place.group)
    ]
    waiting = [number for number in theirs if world.model.papers[number].state in UNDECIDED]
    reviewers = sorted(world.model.mentors_of(place.group) | world.model.in_charge(place.group))
    if not waiting or not reviewers:
        return False
    number, account = world.chance.choice(waiting), world.account(world.chance.choice(reviewers))
    paper = world.model.papers[number]
    command = reviewing.Decide(
        by=world.by(account), submission_id=SubmissionId(number), version=paper.version, decision=MoveKind.NOT_READABLE
    )
    mine = world.model.decides(world.person(account), paper)
    return world.take(
        Step(
            name=f"send_back {number}",
            by=account,
            doing=act(reviewing.decide, command),
            may_bring=MOVE,
            allowed=mine,
            sure=True,
            papers=lambda one: one == number and mine,
        )
    )


def _came_back(paper: Paper, place: Place) -> bool:
    return paper.state in {"returned", "unreadable"} and (paper.mentee, paper.group) == (place.person, place.group)


def _correct_for(world: World, by: int, draft: int, number: int, of: int | None) -> None:
    """Asked where work of theirs came back; also answered by those who were not asked."""
    place, paper = world.model.places[number], world.model.papers.get(draft)
    by = by if world.chance.random() < 0.8 else _leader(world, place.group)
    person = world.person(by)
    may = world.model.leads(person, place.group) and paper is not None and paper.mentee == person
    may = may and paper is not None and paper.state == "needs_group"
    target = None if of is None else SubmissionId(of)
    command = filing_for.CorrectFor(
        by=world.by(by), draft_id=SubmissionId(draft), membership_id=MembershipId(number), of=target
    )
    world.take(
        Step(
            name=f"correct_for place {number} draft {draft} of {of}",
            by=by,
            doing=act(filing_for.correct_for, command),
            allowed=may and place.state == "active",
            papers=lambda one: one in {draft, of} and may,
            may_bring=MOVE,
        )
    )


def get_telegram(world: World) -> None:
    papers = [number for number, one in world.model.places.items() if one.person in world.model.on_paper]
    if not papers:
        return
    number, yes = world.chance.choice(papers), world.chance.random() < 0.8
    place = world.model.places[number]
    account = world.manager_of(place.group)
    command = on_paper.GetsTelegram(by=world.by(account), membership_id=MembershipId(number), yes=yes)
    opened = world.take(
        Step(
            name=f"gets_telegram place {number}: {yes}",
            by=account,
            doing=act(on_paper.gets_telegram, command),
            allowed=world.model.manages(world.person(account), place.group)
            and place.state == ("active" if yes else "expected"),
            then=lambda: setattr(place, "state", "expected" if yes else "active"),
        )
    )
    if opened and yes and world.chance.random() < 0.6:
        join_acts.open_links(world, place.group)
        join_acts.come_by(world, world.links[-1][1] if world.links else "", number)


def _leader(world: World, group: int) -> int:
    leaders = sorted(one for one in world.model.accounts if world.model.leads(world.person(one), group))
    return world.chance.choice(leaders) if leaders and world.chance.random() < 0.7 else world.somebody()
