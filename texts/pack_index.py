"""What stands in the index of an evidence pack: who filed what and when, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mentoring.filings import FilingState
from mentoring.kit import Toolbar
from mentoring.notices.session_things import seen
from mentoring.packs import Index, Table
from texts import kit, readiness, session_things
from texts.filing import toolbar_name
from texts.say import clean, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.notices.readiness import SlotStory
    from mentoring.packs import LeftOut, Outcome, PackContents, PackedFiling
    from mentoring.session_things import Thing
    from texts.say import Say

_FOLDERS = {Toolbar.MANAGING: 1, Toolbar.MONITORING: 2}


def index(say: Say, contents: PackContents, outcome: Outcome) -> Index:
    filed, former, missing = contents.filed, contents.former, contents.missing
    tables = [_filed(say, filed, outcome), _missing(say, missing), _former(say, former)]
    if contents.posted:
        tables.insert(1, _posted(say, contents.posted, outcome))
    return Index(
        title=_said(say, say.label("Evidence pack: {group}", group=contents.group_name)),
        lines=(
            _said(say, contents.programme),
            say.label("As of {day}", day=contents.on.strftime("%d.%m.%Y")),
            say.label(
                "In the pack: {packed} of {filed}. Not filed yet: {missing}.",
                packed=len(outcome.names),
                filed=len(filed),
                missing=sum(one.waits_for is not None for one in missing),
            ),
        ),
        tables=tuple(tables),
    )


def _filed(say: Say, filed: Sequence[PackedFiling], outcome: Outcome) -> Table:
    head = (*_head(say), say.label("Filed by"), say.label("Filed on"), say.label("Accepted"), say.label("In the pack"))
    rows = [(*_row(say, one), *_filed_row(say, one), _where(say, one, outcome)) for one in filed]
    return Table(name=say.label("Filed"), head=head, widths=(18, 11, 6, 6, 11, 11, 14, 23), rows=tuple(rows))


def _head(say: Say) -> tuple[str, ...]:
    return say.label("Document"), say.label("Person"), say.label("Session"), say.label("Version")


def _row(say: Say, one: PackedFiling) -> tuple[str, ...]:
    filing = one.stored.filing
    session = "" if one.session is None else str(one.session)
    return document(say, one), _said(say, one.person or ""), session, f"v{filing.version}"


def document(say: Say, one: PackedFiling) -> str:
    if one.title is None:
        return _said(say, one.stored.filing.name)
    return _said(say, f"{one.title.code} {kit.title(say, one.title)}")


def _filed_row(say: Say, one: PackedFiling) -> tuple[str, ...]:
    accepted = ""
    if one.accepted_by is not None and one.stored.accepted_at is not None:
        accepted = f"{_said(say, one.accepted_by)}, {_moment(say, one.stored.accepted_at)}"
    return _said(say, one.filed_by), _moment(say, one.stored.filing.filed_at), accepted


def _where(say: Say, one: PackedFiling, outcome: Outcome) -> str:
    of = one.stored.filing.id
    if of in outcome.names:
        return outcome.names[of]
    return say.label("not in the pack: {why}", why=_why(say, outcome.left_out[of]))


def _why(say: Say, left_out: LeftOut) -> str:
    return {
        "only_telegram": say.label("it is only in Telegram"),
        "too_large": say.label("it is too large"),
        "unchecked": say.label("it is still being checked for viruses"),
        "infected": say.label("it holds a virus"),
        "gone": say.label("the copy cannot be found"),
    }[left_out.value]


def _missing(say: Say, missing: Sequence[SlotStory]) -> Table:
    head = (
        say.label("Document"),
        say.label("Person"),
        say.label("Session"),
        say.label("State"),
        say.label("Due"),
        say.label("Reason"),
    )
    rows = [_missing_row(say, one) for one in missing]
    return Table(name=say.label("Missing"), head=head, widths=(24, 16, 8, 26, 12, 14), rows=tuple(rows))


def _missing_row(say: Say, one: SlotStory) -> tuple[str, ...]:
    seen = one.seen
    return (
        f"{seen.title.code} {kit.title(say, seen.title)}",
        _said(say, seen.about or say.label("The whole group")),
        "" if seen.session is None else str(seen.session),
        plain(readiness.how_far(say, one)),
        "" if seen.day is None or one.waits_for is None else seen.day.strftime("%d.%m.%Y"),
        clean(one.reason),
    )


def _posted(say: Say, things: Sequence[Thing], outcome: Outcome) -> Table:
    head = (
        say.label("Session"),
        say.label("Posted on"),
        say.label("Person"),
        say.label("What it is"),
        say.label("In the pack"),
    )
    rows = [
        (
            str(one.number),
            _moment(say, one.said_at),
            _said(say, one.who),
            _said(say, session_things.what(say, seen(one))),
            outcome.posted.get(one.line_id) or say.label("not in the pack: {why}", why=_lacks(say, one)),
        )
        for one in things
    ]
    return Table(name=say.label("Posted in sessions"), head=head, widths=(8, 16, 18, 28, 30), rows=tuple(rows))


def _lacks(say: Say, one: Thing) -> str:
    return session_things.lacking(say, one.copy) or say.label("the copy cannot be found")


def _former(say: Say, former: Sequence[PackedFiling]) -> Table:
    ways = {FilingState.REPLACED: say.label("replaced"), FilingState.WITHDRAWN: say.label("was taken out")}
    head = (*_head(say), say.label("Filed by"), say.label("Filed on"), say.label("What became of it"))
    rows = [
        (
            *_row(say, one),
            _said(say, one.filed_by),
            _moment(say, one.stored.filing.filed_at),
            _became(say, one, ways[one.stored.filing.state]),
        )
        for one in former
    ]
    return Table(name=say.label("Earlier versions"), head=head, widths=(20, 13, 8, 8, 13, 14, 24), rows=tuple(rows))


def _became(say: Say, one: PackedFiling, way: str) -> str:
    filing = one.stored.filing
    by = [_said(say, one.changed_by)] if one.changed_by is not None else []
    when = [_moment(say, filing.changed_at)] if filing.changed_at is not None else []
    return ", ".join([way, *by, *when, *([clean(filing.reason)] if filing.reason else [])])


def toolbar_folder(say: Say, toolbar: Toolbar) -> str:
    """1_Managing; still in the letters of the language."""
    return f"{_FOLDERS[toolbar]}_{toolbar_name(say, toolbar)}"


def sessions_folder(say: Say) -> str:
    called = say.label("From sessions")
    return f"3_{called}"


def pack_name(say: Say) -> str:
    return say.label("Evidence")


def index_name(say: Say) -> str:
    return say.label("Index")


def _moment(say: Say, at: datetime) -> str:
    """With its year: an index is read for years."""
    return at.astimezone(ZoneInfo(say.zone)).strftime("%d.%m.%Y %H:%M")


def _said(say: Say, text: str) -> str:
    return readiness.named(say, text)
