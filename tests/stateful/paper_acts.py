"""Papers are handed in, opened, taken, decided, taken back; by those who may, and by everybody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.ids import GroupId, SubmissionId
from mentoring.notices.submissions import Wanted
from mentoring.prompts import Asking
from mentoring.submissions import MoveKind
from mentoring.use_cases import own_submissions, reviewing, settling, submission_lists, taking
from mentoring.use_cases.answering import Answer, answer
from tests.stateful.model import UNDECIDED
from tests.stateful.world import Step, act

if TYPE_CHECKING:
    from tests.stateful.model import Paper
    from tests.stateful.world import World

MOVE = frozenset({"moves"})
_NAMES = {Asking.MENTOR_NAMES, Asking.MENTEE_NAMES, Asking.PAPER_NAMES}
_DECISIONS = {MoveKind.ACCEPT: "accepted", MoveKind.NOT_READABLE: "unreadable"}


def settle(world: World) -> None:
    """A draft's question is answered; also by somebody else."""
    drafts = [number for number, one in world.model.papers.items() if _is_draft(one)]
    if not drafts:
        return
    number = world.chance.choice(drafts)
    draft = world.model.papers[number]
    account = world.account(draft.mentee) if world.chance.random() < 0.8 else world.somebody()
    mine = world.person(account) == draft.mentee
    by, of = world.by(account), SubmissionId(number)
    groups = [group for group in world.model.groups if world.model.has(draft.mentee, group, "mentee")]
    group = world.chance.choice(groups or [*world.model.groups])
    theirs = draft.group is None or draft.group in groups
    doing = {
        "offered": act(settling.hand_over, settling.HandOverDraft(by=by, draft_id=of, yes=True)),
        "needs_group": act(
            settling.choose_group, settling.ChooseGroupOfDraft(by=by, draft_id=of, group_id=GroupId(group))
        ),
        "maybe_repeated": act(settling.send_again, settling.SendDraftAgain(by=by, draft_id=of, yes=True)),
        "maybe_correction": act(settling.name_corrected, settling.NameCorrected(by=by, draft_id=of, of=None)),
    }.get(draft.state)
    if doing is None:
        return
    world.take(
        Step(
            name=f"settle draft {number}",
            by=account,
            doing=doing,
            may_bring=MOVE,
            allowed=mine and theirs and bool(groups),
            papers=lambda one: one == number and mine,
        )
    )


def correct(world: World) -> None:
    """The draft is the corrected version of what came back."""
    drafts = [number for number, one in world.model.papers.items() if one.state == "maybe_correction"]
    back = [number for number, one in world.model.papers.items() if one.state in {"returned", "unreadable"}]
    if not drafts or not back:
        return
    number, target = world.chance.choice(drafts), world.chance.choice(back)
    draft, paper = world.model.papers[number], world.model.papers[target]
    account = world.account(draft.mentee) if world.chance.random() < 0.9 else world.somebody()
    mine = world.person(account) == draft.mentee == paper.mentee and draft.group == paper.group
    takes_part = draft.group is not None and world.model.has(draft.mentee, draft.group, "mentee")
    command = settling.NameCorrected(by=world.by(account), draft_id=SubmissionId(number), of=SubmissionId(target))
    world.take(
        Step(
            name=f"correct {target} with {number}",
            by=account,
            doing=act(settling.name_corrected, command),
            may_bring=MOVE,
            allowed=mine and takes_part,
            papers=lambda one: one in {number, target} and mine,
        )
    )


def look(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, paper, account = found
    command = submission_lists.OpenOne(by=world.by(account), submission_id=SubmissionId(number))
    reads = world.model.reads(world.person(account), paper) and (
        not _is_draft(paper) or world.person(account) == paper.mentee
    )
    world.take(
        Step(
            name=f"open {number}",
            by=account,
            doing=act(submission_lists.open_submission, command),
            allowed=reads or (paper.group is None and world.person(account) == paper.mentee),
            papers=lambda one: one == number and world.model.reviews(world.person(account), paper.group),
        )
    )


def inbox(world: World) -> None:
    account = world.somebody()
    person = world.person(account)
    leads = any(world.model.manages(person, one) or world.model.reviews(person, one) for one in world.model.groups)
    command = submission_lists.Look(by=world.by(account))
    world.take(
        Step(name="inbox", by=account, doing=act(submission_lists.open_inbox, command), allowed=leads, sure=True)
    )


def take(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, paper, account = found
    may = world.model.reviews(world.person(account), paper.group) and not _is_draft(paper)
    world.take(
        Step(
            name=f"take {number}",
            by=account,
            doing=act(taking.take, taking.TakeSubmission(by=world.by(account), submission_id=SubmissionId(number))),
            allowed=may and paper.state in UNDECIDED | {"returned", "unreadable"},
            sure=True,
            then=lambda: _check_taken(world, number, account),
            papers=lambda one: one == number and may,
        )
    )


def _check_taken(world: World, number: int, account: int) -> None:
    submission = world.record.submissions.by_id(SubmissionId(number))
    assert submission is not None
    assert submission.taken_by == world.person(account)


def decide(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, paper, account = found
    person = world.person(account)
    decision = world.chance.choice([*_DECISIONS])
    version = paper.version if world.chance.random() < 0.9 else paper.version - 1
    command = reviewing.Decide(
        by=world.by(account), submission_id=SubmissionId(number), version=version, decision=decision
    )
    mine = version == paper.version and world.model.decides(person, paper)

    def then() -> None:
        kept = world.record.submissions.by_id(SubmissionId(number))
        assert kept is not None
        assert kept.state.value == _DECISIONS[decision]

    world.take(
        Step(
            name=f"decide {number} {decision.value}",
            by=account,
            doing=act(reviewing.decide, command),
            may_bring=MOVE,
            allowed=mine,
            sure=True,
            then=then,
            papers=lambda one: one == number and mine,
        )
    )


def comment(world: World) -> None:
    """Back with a word, or a question."""
    found = _some(world)
    if found is None:
        return
    number, paper, account = found
    person, by = world.person(account), world.by(account)
    wanted = world.chance.choice([Wanted.RETURN, Wanted.QUESTION])
    command = reviewing.AskForComment(by=by, submission_id=SubmissionId(number), version=paper.version, wanted=wanted)
    mine = world.model.decides(person, paper)
    asked = world.take(
        Step(
            name=f"comment on {number}",
            by=account,
            doing=act(reviewing.ask_for_comment, command),
            may_bring=MOVE,
            allowed=mine,
            papers=lambda one: one == number and mine,
        )
    )
    if asked and world.chance.random() < 0.8:
        words(world, account)


def words(world: World, account: int | None = None) -> None:
    """Typed by anybody, whatever they were asked before."""
    account = account or world.somebody()
    person, prompt = world.person(account), world.record.prompts.of(account, world.now)
    if prompt is not None and prompt.asking in _NAMES:
        return  # any words are names there
    command = Answer(by=replace(world.by(account, pressed=False), message_id=world.next()), text="Please add a picture")
    world.take(
        Step(
            name="type words",
            by=account,
            doing=act(answer, command),
            allowed=True,
            owing=world.asked(account) is Asking.CONCERN,
            may_bring=MOVE,
            papers=lambda one: (
                world.model.papers[one].mentee == person or world.model.reviews(person, world.model.papers[one].group)
            ),
        )
    )


def undo(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, paper, account = found
    may = world.model.reviews(world.person(account), paper.group)
    command = reviewing.UndoDecision(by=world.by(account), submission_id=SubmissionId(number), version=paper.version)
    world.take(
        Step(
            name=f"undo {number}",
            by=account,
            doing=act(reviewing.undo_decision, command),
            may_bring=MOVE,
            allowed=may,
            papers=lambda one: one == number and may,
        )
    )


def take_back(world: World) -> None:
    found = _some(world)
    if found is None:
        return
    number, paper, account = found
    account = world.account(paper.mentee) if world.chance.random() < 0.5 else account
    mine = world.person(account) == paper.mentee and not _is_draft(paper)
    mine = mine and paper.group is not None and world.model.has(paper.mentee, paper.group, "mentee")
    command = own_submissions.TakeBack(by=world.by(account), submission_id=SubmissionId(number), version=paper.version)
    world.take(
        Step(
            name=f"take back {number}",
            may_lose=frozenset({"moves", "files"}),
            by=account,
            doing=act(own_submissions.take_back, command),
            may_bring=MOVE,
            allowed=mine,
            papers=lambda one: one == number and mine,
        )
    )


def _is_draft(paper: Paper) -> bool:
    return paper.state in {"collecting", "scanning", "offered", "needs_group", "maybe_repeated", "maybe_correction"}


def _some(world: World) -> tuple[int, Paper, int] | None:
    """One that is open, mostly, and mostly somebody who reviews there."""
    papers = world.model.papers
    numbers = [number for number, one in papers.items() if one.state in UNDECIDED] or [*papers]
    if not numbers:
        return None
    number = world.chance.choice(numbers if world.chance.random() < 0.7 else [*papers])
    paper = papers[number]
    reviewers = (
        [] if paper.group is None else [*world.model.mentors_of(paper.group) | world.model.in_charge(paper.group)]
    )
    may = sorted(reviewers) if world.chance.random() < 0.6 else []
    return number, paper, world.account(world.chance.choice(may)) if may else world.somebody()
