"""A notice is put into words when it is sent: facts from the outbox, one screen, the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

import msgspec

from handlers.message import Attached, Content, Rendering, Work
from handlers.screens import SCREENS
from mentoring.archives import Archive
from mentoring.handouts import FormOrder
from mentoring.people import Language
from mentoring.scans import Screening
from texts import common, screening
from texts.say import Html, Say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mentoring.notices import Notice
    from storage.outbox import Parcel

#: Opens the archive, ready to be read.
Pack: TypeAlias = Callable[[Archive], BinaryIO]
#: Has it done; called in a thread.
DoWork: TypeAlias = Callable[[Work], bytes]
#: Fills a form; called in a thread.
MakeForm: TypeAlias = Callable[[FormOrder], bytes]
#: Why a file of Telegram's is not passed on now; None where it is.
Held: TypeAlias = Callable[[str | None], Screening | None]
#: Where our copy lies.
Find: TypeAlias = Callable[[str], Path]
KINDS: Mapping[str, type[Notice]] = {kind.__name__: kind for kind in SCREENS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """What `storage.notices` wrote: the reader's voice beside the facts."""

    language: Language
    zone: str
    notice: msgspec.Raw
    silent: bool = False


class Renderer:
    """`bot` is the bot's username, for the links on cards; `pack`, `work` and `forms` make files, beside the loop."""

    def __init__(self, *, bot: str, pack: Pack, work: DoWork, find: Find, forms: MakeForm, held: Held) -> None:
        self._bot = bot
        self._pack = pack
        self._work = work
        self._forms = forms
        self._find = find
        self._held = held

    def __call__(self, parcel: Parcel, repeat: bool) -> Rendering | None:  # noqa: FBT001  delivery's contract
        envelope = msgspec.json.decode(parcel.facts, type=Envelope)
        kind = KINDS[parcel.kind]
        rendering = self.screen(msgspec.json.decode(envelope.notice, type=kind), envelope.language, envelope.zone)
        if not isinstance(rendering, Content):
            return rendering
        say = Say(envelope.language, envelope.zone)
        passed_on = without_held(rendering, say, self._held)
        attachments = tuple(self._to_be_made(one) for one in passed_on.attachments)
        shown = replace(passed_on, silent=rendering.silent or envelope.silent, attachments=attachments)
        return _marked(shown, say) if repeat else shown

    def _to_be_made(self, attached: Attached) -> Attached:
        if attached.archive is not None:
            return replace(attached, archive=None, made=partial(self._pack, attached.archive))
        if attached.form is not None:
            return replace(attached, form=None, made=partial(self._forms, attached.form))
        if attached.work is not None:
            return replace(attached, work=None, made=partial(self._work, attached.work))
        if attached.sha256 is not None:
            return replace(attached, sha256=None, path=self._find(attached.sha256))
        return attached

    def screen(self, notice: Notice, language: Language, zone: str) -> Rendering:
        return SCREENS[type(notice)](notice, Say(language, zone, self._bot))


def without_held(content: Content, say: Say, held: Held) -> Content:
    """Said in its place: a file that is still being looked at follows, one with a virus does not."""
    why = [(one, held(one.file_id)) for one in content.attachments]
    lines = [
        Html(screening.held(say, one.file_name or "", infected=found is Screening.INFECTED))
        for one, found in why
        if found is not None
    ]
    if not lines:
        return content
    kept = tuple(one for one, found in why if found is None)
    text = "\n".join([*([content.text, ""] if content.text else []), *lines])
    return replace(content, text=Html(text), attachments=kept)


def _marked(content: Content, say: Say) -> Content:
    return replace(content, text=common.repeated(say, Html(content.text)))
