"""The question that stands on a submission's card: asked once more, or taken off the card when it is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices import PLAIN
from mentoring.use_cases import submission_prompts as prompts
from mentoring.use_cases.submission_cards import answer_mentee, answer_mentor, mentee_card, review_card, story_of

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.people import Person
    from mentoring.ports import Record


def ask_again(record: Record, by: Acting, person: Person, now: datetime) -> bool:
    """False where no card asks this person anything."""
    about = prompts.open_about(record, person, now)
    if about is None:
        return False
    story = story_of(record, about.submission)
    answer = answer_mentee if person.id == about.submission.mentee_id else answer_mentor
    answer(record, by, person, story, now, wanted=about.wanted)
    return True


def give_up(record: Record, person: Person, now: datetime) -> None:
    """Something else is asked now, or nothing any more: a card that went on asking would lie."""
    about = prompts.open_about(record, person, now)
    if about is None:
        return
    story = story_of(record, about.submission)
    is_own = person.id == about.submission.mentee_id
    card = mentee_card(record, story, now) if is_own else review_card(story, now, person)
    notices.tell(record, person, card, PLAIN)
