"""Voice messages and marked-up files travel beside the card that carries the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring import notices
from mentoring.notices import FIRST
from mentoring.notices.submissions import SpokenOrMarked
from mentoring.use_cases.submission_sheets import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.people import Person
    from mentoring.ports import Record
    from mentoring.submissions import Move
    from mentoring.use_cases.submission_cards import Story


def pass_on(record: Record, story: Story, move: Move, readers: Sequence[Person]) -> None:
    for reader in readers:
        for file in move.files:
            spoken = SpokenOrMarked(
                submission_id=story.submission.id,
                attachment_id=file.id,
                number=story.submission.number or 0,
                author=story.name(move),
                file=shown(file),
            )
            notices.tell(record, reader, spoken, FIRST)
