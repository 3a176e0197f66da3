"""Words of the Files door, and on the card of what is filed."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.filings import FilingDeed, FilingState
from mentoring.kit import Toolbar
from mentoring.notices.toolbars import Section
from texts.filing import toolbar_name
from texts.kit import title
from texts.say import Html, clean
from texts.submissions import shortened
from texts.uploads import about

if TYPE_CHECKING:
    from mentoring.notices.kit import Titled
    from mentoring.notices.toolbars import (
        DocumentRerouted,
        FilesDoor,
        FilingCard,
        FilingLine,
        FoundFilings,
        HistoryLine,
        RelabelQuestion,
        RerouteQuestion,
        SectionCount,
        SectionGroups,
        SectionShelves,
        Shelf,
        ShelfCount,
    )
    from texts.say import Say


def door(say: Say, notice: FilesDoor) -> Html:
    heading = say("🗂 <b>Files</b>")
    found = say("🔎 To find something, write a word: a name, a document, a kind of file.")
    nothing = Html("") if any(one.count for one in notice.sections) else say("Nothing is filed yet.")
    return Html("\n\n".join(part for part in (heading, nothing, found) if part))


def groups(say: Say, notice: SectionGroups) -> Html:
    heading = section_heading(say, notice.section)
    asked = say("Which group?") if notice.groups else _nothing_here(say)
    return Html(f"{heading}\n\n{asked}")


def _nothing_here(say: Say) -> Html:
    return say("Nothing is filed here yet.")


def shelves(say: Say, notice: SectionShelves) -> Html:
    heading = _of_group(say, notice.section, notice.group)
    return heading if notice.shelves else Html(f"{heading}\n\n{_nothing_here(say)}")


def shelf(say: Say, notice: Shelf) -> Html:
    counted = say.n("{count} file", "{count} files", notice.count)
    named_so = say("{name}: {counted}", name=shelf_name(say, notice.document), counted=counted)
    return Html(f"{_of_group(say, notice.section, notice.group)}\n{named_so}")


def _of_group(say: Say, section: Section, group: str) -> Html:
    return say("🗂 <b>{name}</b> · {group}", name=section_name(say, section), group=group)


def found(say: Say, notice: FoundFilings) -> Html:
    words = shortened(notice.words, 80)
    if not notice.count:
        return say("🔎 Nothing is found for “{words}”. Write another word, or a part of it.", words=words)
    return say.n("🔎 “{words}”: {count} file", "🔎 “{words}”: {count} files", notice.count, words=words)


def filing(say: Say, notice: FilingCard) -> Html:
    parts = [
        say("🗄 <b>{name}</b>", name=notice.name),
        about(say, notice.about),
        _where(say, notice),
        Html("\n".join(_history_line(say, one) for one in notice.history)),
        _wanted(say, notice.wanted) if notice.wanted is not None else Html(""),
    ]
    return Html("\n\n".join(part for part in parts if part))


def _where(say: Say, notice: FilingCard) -> Html:
    match notice.state:
        case FilingState.FILED:
            return say(
                "In “{toolbar}”, version {version}", toolbar=toolbar_name(say, notice.toolbar), version=notice.version
            )
        case FilingState.REPLACED:
            return say("An earlier version ({version}): a newer one took its place.", version=notice.version)
        case FilingState.WITHDRAWN:
            return say("Taken out of the toolbar.")
        case _:
            assert_never(notice.state)


def _history_line(say: Say, line: HistoryLine) -> Html:
    day, what = say.day(line.at), deed(say, line.deed)
    if not line.reason:
        return say("{day}, {by}: {deed}", day=day, by=line.by, deed=what)
    return say("{day}, {by}: {deed} – {reason}", day=day, by=line.by, deed=what, reason=shortened(line.reason, 120))


def deed(say: Say, done: FilingDeed) -> str:
    match done:
        case FilingDeed.FILE:
            return say.label("filed")
        case FilingDeed.MOVE:
            return say.label("moved to the other toolbar")
        case FilingDeed.REPLACE:
            return say.label("replaced by a newer one")
        case FilingDeed.WITHDRAW:
            return say.label("taken out")
        case FilingDeed.RELABEL:
            return say.label("named another document")
        case FilingDeed.REROUTE:
            return say.label("given to another group or person")
        case _:
            assert_never(done)


def _wanted(say: Say, deed: FilingDeed) -> Html:
    match deed:
        case FilingDeed.REPLACE:
            return say("📎 Send the new file now. The old one is kept.")
        case FilingDeed.MOVE:
            return say("✍️ Why does it belong in the other toolbar? Please write the reason.")
        case _:
            return say("✍️ Why shall it be taken out? Please write the reason.")


def relabel(say: Say, notice: RelabelQuestion) -> Html:
    if notice.code is None:
        return say("Which document is <b>{name}</b> really?", name=notice.name)
    if any(one.at is not None for one in notice.choices):
        return say("Of which session is <b>{name}</b>?", name=notice.name)
    return say("Whom is <b>{name}</b> about?", name=notice.name)


def reroute(say: Say, notice: RerouteQuestion) -> Html:
    if notice.group_id is None:
        return say("To which group does <b>{name}</b> belong?", name=notice.name)
    return say("Whom in {group} is <b>{name}</b> about?", group=notice.group, name=notice.name)


def rerouted(say: Say, notice: DocumentRerouted) -> Html:
    where = ", ".join(part for part in (notice.group, notice.person) if part)
    if notice.is_yours:
        return say("🗄 The manager has put <b>{name}</b> where it belongs: {where}.", name=notice.name, where=where)
    return say("🗄 The manager has put <b>{name}</b> where it belongs. There is nothing to do.", name=notice.name)


def sent(say: Say, name: str) -> Html:
    return say("🗄 {name}", name=name)


def section_heading(say: Say, section: Section) -> Html:
    return say("🗂 <b>{name}</b>", name=section_name(say, section))


def section_name(say: Say, section: Section) -> str:
    match section:
        case Section.MANAGING:
            return toolbar_name(say, Toolbar.MANAGING)
        case Section.MONITORING:
            return toolbar_name(say, Toolbar.MONITORING)
        case Section.GROUP:
            return say.label("Group files")
        case Section.OWN:
            return say.label("Filed about me")
        case _:
            assert_never(section)


def named(say: Say, document: Titled) -> str:
    return f"{document.code} {title(say, document)}"


def shelf_name(say: Say, document: Titled | None) -> str:
    return named(say, document) if document is not None else say.label("Other files")


def files_button(say: Say) -> str:
    return say.label("🗂 Files")


def templates_button(say: Say) -> str:
    return say.label("📑 Templates")


def section_button(say: Say, one: SectionCount) -> str:
    return say.label("{name} ({count})", name=section_name(say, one.section), count=one.count)


def counted_button(say: Say, name: str, count: int) -> str:
    return say.label("{name} ({count})", name=clean(name), count=count)


def shelf_button(say: Say, one: ShelfCount) -> str:
    return counted_button(say, shelf_name(say, one.document), one.count)


def line_button(say: Say, line: FilingLine, *, whole: bool) -> str:
    """Of one shelf whose and when; among what was found also what it is."""
    what = named(say, line.document) if line.document is not None else line.name
    session = say.label("session {number}", number=line.session) if line.session is not None else ""
    known = [what if whole or line.document is None else "", line.person, session, say.day(line.at)]
    version = say.label("v{version}", version=line.version) if line.version > 1 else ""
    return " · ".join(part for part in (*known, version) if part)


def send_me_button(say: Say) -> str:
    return say.label("📎 Send me the file")


def move_button(say: Say, to: Toolbar) -> str:
    return say.label("🗂 Move to {toolbar}", toolbar=toolbar_name(say, to))


def replace_button(say: Say) -> str:
    return say.label("🔁 New version")


def withdraw_button(say: Say) -> str:
    return say.label("🗑 Take out")


def relabel_button(say: Say) -> str:
    return say.label("🏷 Another document")


def reroute_button(say: Say) -> str:
    return say.label("↪ Another group or person")


def whole_group_button(say: Say) -> str:
    return say.label("👥 The whole group")


def earlier_button(say: Say, line: FilingLine) -> str:
    return say.label("🕘 Version {version}, {day}", version=line.version, day=say.day(line.at))


def back_to_files_button(say: Say) -> str:
    return say.label("◀ Files")
