"""How it is asked which document a submission is, and how it looks that a file cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.labels import AskLabelButton, LabelButton
from handlers.buttons.submissions import OpenSubmission
from handlers.buttons.toolbars import OpenFilingButton
from handlers.keyboards import Target, inline
from handlers.message import Content
from handlers.screens import elsewhere
from handlers.screens.doors import way_home
from mentoring.notices.recognising import CannotOpen
from mentoring.submissions import NO_SLOT
from texts import labels as words
from texts.submissions import reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.screens.shape import Screens
    from mentoring.notices.kit import SlotSeen
    from mentoring.notices.submissions import Sheet
    from texts.say import Say

#: Characters that a button of a whole row shows on a phone.
_WIDEST = 40

Keys = list[tuple[str, Target]]


def label_rows(say: Say, sheet: Sheet, likely: Sequence[SlotSeen], *, can_label: bool) -> list[Keys]:
    """The likely documents, one in each row; or, once it is known, the way to say another."""
    of = sheet.submission_id
    if likely:
        rows: list[Keys] = [
            [(_short(words.slot_button(say, one)), LabelButton(submission_id=of, slot_id=one.slot_id))]
            for one in likely
        ]
        return [*rows, [(words.other_button(say), LabelButton(submission_id=of, slot_id=NO_SLOT))]]
    if not can_label:
        return []
    return [[(words.relabel_button(say, known=sheet.document is not None), AskLabelButton(submission_id=of))]]


def _short(label: str) -> str:
    return label if len(label) <= _WIDEST else f"{label[: _WIDEST - 1]}…"


def cannot_open(notice: CannotOpen, say: Say) -> Content:
    card: Keys = []
    if notice.number is not None and notice.submission_id is not None:
        card = [(reference(notice.number), OpenSubmission(submission_id=notice.submission_id))]
    elif notice.filing_id is not None:
        card = [(words.filed_button(say), OpenFilingButton(filing_id=notice.filing_id))]
    return Content(text=words.cannot_open(say, notice), reply_markup=inline(card, way_home(say)))


SCREENS: Screens = {CannotOpen: cannot_open, **elsewhere.SCREENS}
