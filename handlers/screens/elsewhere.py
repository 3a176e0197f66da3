"""How it is asked where a document belongs, and told that it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.labels import PutButton, WhereToButton
from handlers.buttons.submissions import MyDocuments, OpenInbox, OpenSubmission
from handlers.keyboards import inline
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.elsewhere import AskPlace, NotYours, WithAnotherGroup
from mentoring.submissions import NO_SLOT
from texts import elsewhere as words
from texts import home
from texts.labels import other_button, slot_button
from texts.uploads import before_button, more_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.keyboards import Row, Target
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Characters that a button of a whole row shows on a phone.
_WIDEST = 40


def where_to_key(say: Say, submission_id: int) -> tuple[str, Target]:
    return words.where_to_button(say), WhereToButton(submission_id=submission_id)


def ask_place(notice: AskPlace, say: Say) -> Content:
    another: Row = []
    if notice.groups and notice.person_id is None:
        asked = WhereToButton(submission_id=notice.submission_id, groups=True)
        another = [(words.another_group_button(say), asked)]
    back: Row = [(words.back_button(say), OpenSubmission(submission_id=notice.submission_id))]
    return Content(
        text=words.ask_place(say, notice),
        reply_markup=inline(*_choices(notice, say), _pages(notice, say), another, back),
    )


def _choices(notice: AskPlace, say: Say) -> Sequence[Row]:
    of, group_id, person_id = notice.submission_id, notice.group_id or 0, notice.person_id
    if person_id is None:
        return [[(_short(words.line_button(say, one)), _chosen(notice, one.number))] for one in notice.lines]

    def put(slot_id: int) -> PutButton:
        return PutButton(submission_id=of, group_id=group_id, person_id=person_id, slot_id=slot_id)

    slots: list[Row] = [[(_short(slot_button(say, one)), put(one.slot_id))] for one in notice.slots]
    return [*slots, [(other_button(say), put(NO_SLOT))]]


def _chosen(notice: AskPlace, number: int) -> WhereToButton:
    """A group where none is known yet, else one of its people."""
    of = notice.submission_id
    if notice.group_id is None:
        return WhereToButton(submission_id=of, group_id=number)
    return WhereToButton(submission_id=of, group_id=notice.group_id, person_id=number)


def _pages(notice: AskPlace, say: Say) -> Row:
    def key(page: int) -> WhereToButton:
        return WhereToButton(
            submission_id=notice.submission_id,
            group_id=notice.group_id or 0,
            person_id=notice.person_id or 0,
            page=page,
            groups=notice.group_id is None,
        )

    before: Row = [(before_button(say), key(notice.page - 1))] if notice.page else []
    return [*before, *([(more_button(say), key(notice.page + 1))] if notice.more else [])]


def _short(label: str) -> str:
    return label if len(label) <= _WIDEST else f"{label[: _WIDEST - 1]}…"


def not_yours(notice: NotYours, say: Say) -> Content:
    mine: Row = [(home.documents_button(say), MyDocuments()), *way_home(say)]
    return Content(text=words.not_yours(say, notice), reply_markup=inline(mine))


def with_another_group(notice: WithAnotherGroup, say: Say) -> Content:
    inbox: Row = [(home.inbox_button(say), OpenInbox()), *way_home(say)]
    return Content(text=words.with_another_group(say, notice), reply_markup=inline(inbox))


SCREENS: Screens = {AskPlace: ask_place, NotYours: not_yours, WithAnotherGroup: with_another_group}
