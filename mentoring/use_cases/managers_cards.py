"""What managers see of submissions: those that only they file, once they are accepted, and those that they opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices import PLAIN
from mentoring.people import Role
from mentoring.use_cases.bundling import tell_in_time
from mentoring.use_cases.submission_cards import review_card, show_files

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.use_cases.submission_cards import Story


def hand_to_managers(record: Record, story: Story, now: datetime) -> None:
    """Its mentor has accepted it and may not file it."""
    if story.filing is None or story.filing.may_be_filed_by(Role.MENTOR):
        return
    for manager in _managers(record, story):
        show_files(record, manager, story)
        tell_in_time(record, manager, review_card(story, now, manager), now)


def managers_follow(record: Record, story: Story, now: datetime, *, but: Person) -> None:
    for manager in _managers(record, story):
        card = review_card(story, now, manager)
        has_it = manager.telegram_id is not None and record.notices.has_card(manager.telegram_id, card.card())
        if has_it and manager.id != but.id:
            notices.tell(record, manager, card, PLAIN)


def _managers(record: Record, story: Story) -> Sequence[Person]:
    """Without those who mentor the group themselves: they have the card already."""
    managers = story.filing.managers if story.filing is not None else ()
    return [record.people.by_id(one) for one in sorted(managers) if not story.circle.reviews(one)]
