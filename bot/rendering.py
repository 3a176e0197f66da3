"""A notice is put into words when it is sent: facts from the outbox, one screen, the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from handlers.message import Content, Rendering
from handlers.screens import SCREENS
from mentoring.people import Language
from texts import common
from texts.say import Html, Say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.notices import Notice
    from storage.outbox import Parcel

KINDS: Mapping[str, type[Notice]] = {kind.__name__: kind for kind in SCREENS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """What `storage.notices` wrote: the reader's voice beside the facts."""

    language: Language
    zone: str
    notice: msgspec.Raw
    silent: bool = False


class Renderer:
    """`bot` is the bot's username, for the links on cards."""

    def __init__(self, *, bot: str) -> None:
        self._bot = bot

    def __call__(self, parcel: Parcel, repeat: bool) -> Rendering | None:  # noqa: FBT001  delivery's contract
        envelope = msgspec.json.decode(parcel.facts, type=Envelope)
        kind = KINDS[parcel.kind]
        rendering = self.screen(msgspec.json.decode(envelope.notice, type=kind), envelope.language, envelope.zone)
        if not isinstance(rendering, Content):
            return rendering
        shown = replace(rendering, silent=rendering.silent or envelope.silent)
        return _marked(shown, Say(envelope.language, envelope.zone)) if repeat else shown

    def screen(self, notice: Notice, language: Language, zone: str) -> Rendering:
        return SCREENS[type(notice)](notice, Say(language, zone, self._bot))


def _marked(content: Content, say: Say) -> Content:
    return replace(content, text=common.repeated(say, Html(content.text)))
