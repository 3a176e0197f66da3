"""A parcel on its way: what it looks like, which calls are left, and what came of those made."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot import posting
from bot.posting import Step
from handlers.message import Call, Content, Rendering
from mentoring.notices import Placement
from storage.cards import Card
from storage.parcels import Parcel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from storage.dispatch import Claimed


@dataclass(slots=True, kw_only=True)
class UnderWay:
    """`line` is the chat id under which it is queued: the chat may have moved since."""

    line: int
    parcel: Parcel
    card: Card | None
    rendering: Rendering
    steps: deque[Step]
    begun: bool = False
    result: object = None
    message_id: int | None = None
    has_file: bool = False
    posted: list[int] = field(default_factory=list)
    edited: bool = field(init=False)

    def __post_init__(self) -> None:
        self.edited = not self.steps or self.steps[0].edits is not None

    @property
    def step(self) -> Step:
        return self.steps[0]

    def carried_out(self, result: object) -> None:
        """Its present step is done. Of several edits the first is the card's own."""
        step = self.steps.popleft()
        if step.edits is None:
            self.posted += _message_ids(result)
        if self.message_id is None or not self.edited:
            self.message_id, self.has_file = step.edits or next(iter(_message_ids(result)), None), step.has_file
        self.begun, self.result = True, result

    def unchanged(self) -> None:
        """The message looked like this already."""
        self.carried_out(result=True)

    def post_anew(self) -> None:
        """The message to edit is gone: another takes its place, unless an older copy was all that went missing."""
        missing = self.steps.popleft()
        if self.card is not None and self.card.message_id == missing.edits:
            self.card = None
        if not self.steps and self.message_id is None and isinstance(self.rendering, Content):
            self.steps.extend(posting.posting_anew(self.parcel, self.rendering))
            self.edited = False

    def leave_the_thread(self) -> None:
        """Its topic is gone: what it says belongs into the group all the same."""
        self.steps = deque(map(posting.outside_threads, self.steps))

    @property
    def named_files(self) -> frozenset[str]:
        """Those that Telegram is asked to send by its own identifiers; none once anything of it was sent."""
        if self.begun or not isinstance(self.rendering, Content):
            return frozenset()
        return frozenset(file.file_id for file in self.rendering.attachments if file.file_id is not None)

    def use_copies(self, copies: Mapping[str, Path]) -> None:
        """What has no copy is left out: the words arrive all the same."""
        if isinstance(self.rendering, Content):
            self.rendering = posting.with_copies(self.rendering, copies)
            self.steps = deque(posting.steps_for(self.parcel, self.card, self.rendering))

    def edit_the_caption(self) -> None:
        self.steps[0] = posting.as_caption(self.step)

    def cards_now(self, now: datetime) -> Sequence[Card]:
        """Its card, or each of its messages where it is none and they can be replied to."""
        about = self.rendering.about if isinstance(self.rendering, Content) else None
        if about is not None:
            return [self._as_card(f"{about}:{message_id}", message_id, "", now) for message_id in self.posted]
        card = self._card_now(now)
        return [] if card is None else [card]

    def _card_now(self, now: datetime) -> Card | None:
        """Which message is the card from now on, and what it shows; None where nothing about that has changed."""
        if self.parcel.card_key is None or isinstance(self.rendering, Call):
            return None
        shown = posting.content_hash(self.rendering)
        if self.edited and self.card is not None:
            return None if self.card.content_hash == shown else replace(self.card, content_hash=shown)
        if self.message_id is None:
            return None
        return self._as_card(self.parcel.card_key, self.message_id, shown, now)

    def _as_card(self, key: str, message_id: int, shown: str, now: datetime) -> Card:
        return Card(
            chat_id=self.parcel.chat_id,
            card_key=key,
            message_id=message_id,
            has_file=self.has_file,
            content_hash=shown,
            sent_at=now,
        )

    @property
    def overwritten(self) -> int | None:
        """The pressed message, now that it shows this whatever it showed before."""
        return self.parcel.message_id if self.edited and self.parcel.placement is Placement.EDIT else None

    @property
    def replaced(self) -> Card | None:
        """The card's former message, now that it stands at the bottom of the chat."""
        return None if self.edited else self.card


def begin(line: int, claimed: Claimed, rendering: Rendering) -> UnderWay:
    steps = posting.steps_for(claimed.parcel, claimed.card, rendering)
    return UnderWay(line=line, parcel=claimed.parcel, card=claimed.card, rendering=rendering, steps=deque(steps))


def _message_ids(result: object) -> list[int]:
    messages = result if isinstance(result, list) else [result]
    return [one["message_id"] for one in messages if isinstance(one, dict) and isinstance(one.get("message_id"), int)]
