"""What the bot has to ask before a draft becomes a submission."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.submissions import State


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubts:
    """What the bot would have to ask before it may hand a draft in."""

    posted_in_group: bool
    photographed: bool
    several_groups: bool
    sent_before: bool
    may_correct: bool


def next_question(state: State, doubts: Doubts) -> State:
    """The first question after `state` that needs an answer; WAITING when there is none left."""
    asked = {
        State.OFFERED: doubts.posted_in_group,
        State.SCANNING: doubts.photographed,
        State.NEEDS_GROUP: doubts.several_groups,
        State.MAYBE_REPEATED: doubts.sent_before,
        State.MAYBE_CORRECTION: doubts.may_correct,
    }
    order = list(State)
    later = (question for question, needed in asked.items() if needed and order.index(question) > order.index(state))
    return next(later, State.WAITING)
