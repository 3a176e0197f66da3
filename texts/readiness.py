"""Words of the readiness wall: who still owes what, and whose turn it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from mentoring.former import in_words
from mentoring.readiness import WaitsFor
from mentoring.slots import SlotState
from texts import kit
from texts.former import word
from texts.say import Html, clean

if TYPE_CHECKING:
    from mentoring.notices.kit import SlotSeen
    from mentoring.notices.readiness import SlotStory, Wall, WallDocument, WallRow
    from mentoring.readiness import Count
    from texts.say import Say

#: As wide as a mark on a phone, so that the columns stay below each other.
_NOTHING = "➖"
#: Over what belongs to the whole group.
_OF_ALL = "👥"


def walls(say: Say, *, empty: bool) -> Html:
    heading = say("📋 <b>Readiness</b>")
    asked = say("You lead no group yet.") if empty else say("Which group?")
    return Html(f"{heading}\n\n{asked}")


def wall(say: Say, notice: Wall) -> Html:
    parts = [
        say("📋 <b>{group}</b>: {count}", group=notice.group_name, count=counted(say, notice.count)),
        _grid(say, notice) if notice.rows else _nothing(say, notice),
    ]
    if notice.rows:
        parts += [*(_signed(say, one) for one in notice.signed), _legend(say, notice)]
    return Html("\n".join(parts))


def _nothing(say: Say, notice: Wall) -> Html:
    return say("✅ Nothing is missing.") if notice.missing else say("Nothing is expected of this group yet.")


def counted(say: Say, count: Count) -> Html:
    filed = say("{filed} of {total} filed", filed=count.filed, total=count.total)
    return say("{filed}, 🔴 {overdue} overdue", filed=filed, overdue=count.overdue) if count.overdue else filed


def _grid(say: Say, notice: Wall) -> Html:
    head = "    " + " ".join([*(clean(one) for one in notice.short), _OF_ALL])
    lines = [f"{row.title.code} {_cells(row)}" for row in notice.rows]
    return say("<pre>{grid}</pre>", grid="\n".join([head, *lines]))


def _cells(row: WallRow) -> str:
    return " ".join(_NOTHING if cell is None else kit.mark(cell) for cell in row.cells)


def _signed(say: Say, seen: SlotSeen) -> Html:
    document = kit.named(say, seen)
    return say("✍️ {document}: {done} of {total} signed", document=document, done=seen.signed, total=seen.signers)


def _legend(say: Say, notice: Wall) -> Html:
    people = ", ".join(f"{short} {name}" for short, name in zip(notice.short, notice.people, strict=True))
    marks = say(
        "⬜ not sent · ✍️ being signed · 🟡 with the mentor · ↩️ to correct · ✅ done · 🔴 overdue · ⚪ not needed"
    )
    of_all = say("{sign} the whole group", sign=_OF_ALL)
    named = say("{people}, {of_all}", people=people, of_all=of_all) if people else of_all
    return Html(f"{named}\n{marks}")


def document(say: Say, notice: WallDocument) -> Html:
    head = say("📋 <b>{document}</b> · {group}", document=kit.title(say, notice.title), group=notice.group_name)
    if not notice.slots:
        return Html(f"{head}\n\n{say('✅ Nothing is missing.')}")
    return Html("\n\n".join([head, *(_story(say, one) for one in notice.slots)]))


def _story(say: Say, story: SlotStory) -> Html:
    who, seen = whose(say, story), story.seen
    lines = [say("{mark} <b>{who}</b>: {state}", mark=kit.mark(seen), who=who, state=how_far(say, story))]
    if story.waits_for in {WaitsFor.ITS_PERSON, WaitsFor.SIGNERS} and seen.day is not None:
        lines.append(kit.until(say, seen))
    if story.reason.strip(" —"):
        lines.append(say("Reason: {reason}", reason=story.reason))
    return Html("\n".join(lines))


def whose(say: Say, story: SlotStory) -> str:
    """Plain: the person, the session, or the whole group."""
    seen = story.seen
    session = [] if seen.session is None else [say.label("session {number}", number=seen.session)]
    who = [] if seen.about is None else [named(say, seen.about)]
    return " · ".join([*who, *session]) or say.label("The whole group")


def named(say: Say, name: str) -> str:
    """Plain: also somebody who was erased."""
    return in_words(clean(name), partial(word, say))


def how_far(say: Say, story: SlotStory) -> Html:
    since = say.day(story.since)
    match story.seen.state:
        case SlotState.FILED:
            return say("filed on {day}", day=since)
        case SlotState.WAIVED | SlotState.NOT_NEEDED:
            return say("not needed, decided on {day}", day=since)
        case SlotState.OPEN:
            return _not_sent(say, story)
        case SlotState.SIGNING:
            return _being_signed(say, story)
        case SlotState.SUBMITTED:
            return say("with the mentor since {day}", day=since)
        case SlotState.RETURNED:
            return say("to be corrected since {day}", day=since)
        case SlotState.ACCEPTED:
            return _to_be_filed(say, story)
        case _:
            assert_never(story.seen.state)


def _being_signed(say: Say, story: SlotStory) -> Html:
    seen, day = story.seen, say.day(story.since)
    if not seen.signers:
        return say("being signed since {day}", day=day)
    return say("being signed since {day}: {done} of {total}", day=day, done=seen.signed, total=seen.signers)


def _not_sent(say: Say, story: SlotStory) -> Html:
    match story.waits_for:
        case WaitsFor.MENTOR:
            return say("the mentor fills it in")
        case WaitsFor.MANAGER:
            return say("the manager fills it in")
        case _:
            return say("not sent yet")


def _to_be_filed(say: Say, story: SlotStory) -> Html:
    day = say.day(story.since)
    if story.waits_for is WaitsFor.MANAGER:
        return say("accepted; waits for a manager to file it since {day}", day=day)
    return say("accepted; waits to be filed since {day}", day=day)


def wall_button(say: Say) -> str:
    return say.label("📋 Readiness")


def wall_of_button(say: Say, name: str) -> str:
    return say.label("📋 Readiness: {group}", group=name)


def wall_count_button(say: Say, name: str, count: Count) -> str:
    late = f" · 🔴 {count.overdue}" if count.overdue else ""
    return say.label("{group}: {filed}/{total}", group=name, filed=count.filed, total=count.total) + late


def row_button(say: Say, row: WallRow) -> str:
    return f"{row.title.code} · {row.count.filed}/{row.count.total} · {kit.title(say, row.title)}"


def all_button(say: Say, *, chosen: bool) -> str:
    return say.label("● All") if chosen else say.label("All")


def missing_button(say: Say, *, chosen: bool) -> str:
    return say.label("● Missing") if chosen else say.label("Missing")


def picture_button(say: Say) -> str:
    return say.label("🖼 As a picture")


def page_button(*, page: int, pages: int, forward: bool) -> str:
    return f"{page + 1}/{pages} ▶" if forward else f"◀ {page + 1}/{pages}"


def picture(say: Say, *, group: str, count: Count) -> Html:
    return say("📋 <b>{group}</b>: {count}", group=group, count=counted(say, count))


def sheet_title(say: Say, group: str) -> str:
    return say.label("{group}: documents", group=group)


def sheet_count(say: Say, count: Count, day: str) -> str:
    if count.overdue:
        return say.label(
            "{filed} of {total} filed, {overdue} overdue · {day}",
            filed=count.filed,
            total=count.total,
            overdue=count.overdue,
            day=day,
        )
    return say.label("{filed} of {total} filed · {day}", filed=count.filed, total=count.total, day=day)


def sheet_group(say: Say) -> str:
    return say.label("Group")


def sheet_legend(say: Say) -> dict[str, str]:
    """By the names of the picture's cells."""
    return {
        "filed": say.label("filed"),
        "accepted": say.label("accepted"),
        "submitted": say.label("with the mentor"),
        "returned": say.label("to correct"),
        "signing": say.label("being signed"),
        "open": say.label("not sent"),
        "overdue": say.label("overdue"),
        "waived": say.label("not needed"),
    }
