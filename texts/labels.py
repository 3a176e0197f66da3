"""Which document a submission is, and what was found in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.scans import Verdict
from texts import kit
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.kit import SlotSeen
    from mentoring.notices.recognising import CannotOpen
    from mentoring.notices.submissions import Sheet
    from texts.say import Say


def document(say: Say, sheet: Sheet) -> Html:
    """Empty where nobody has said."""
    if sheet.document is None:
        return Html("")
    parts = [say("📄 <b>{document}</b>", document=kit.named(say, sheet.document))]
    if sheet.late:
        parts.append(say("sent after its day"))
    if sheet.earlier_form:
        parts.append(say("on an earlier form"))
    return Html(" · ".join(parts))


def anothers(say: Say, sheet: Sheet) -> Html:
    """Its sender is not told whose: they need not know them."""
    if not sheet.is_anothers:
        return Html("")
    return say(
        "👤 The number on this page is from somebody else's papers. Your mentor has it, and puts it where it belongs. "
        "If you took the wrong page, please send your own."
    )


def anothers_for_mentor(say: Say, sheet: Sheet) -> Html:
    if not sheet.is_anothers:
        return Html("")
    return say("👤 The number on this page is not from the papers of {mentee}.", mentee=sheet.mentee)


def what_is_it(say: Say) -> Html:
    return say("❔ Which document is it? It is with your mentor in any case; this only helps to file it.")


def which(say: Say) -> Html:
    return say("❔ Which document is it?")


def slot_button(say: Say, seen: SlotSeen) -> str:
    return kit.named(say, seen)


def other_button(say: Say) -> str:
    return say.label("Something else")


def relabel_button(say: Say, *, known: bool) -> str:
    return say.label("✏️ Another document") if known else say.label("✏️ Name the document")


def filed_button(say: Say) -> str:
    return say.label("🗄 What is filed")


def cannot_open(say: Say, notice: CannotOpen) -> Html:
    match notice.verdict:
        case Verdict.LOCKED:
            return say(
                "🔒 “{file}” is locked with a password. Please save it without one and send it again, or send photos "
                "of the pages.",
                file=notice.file,
            )
        case Verdict.DANGEROUS:
            return say(
                "⚠️ “{file}” holds more than a document: a program or a hidden command. Please save it as PDF and send "
                "it again.",
                file=notice.file,
            )
        case Verdict.BROKEN | Verdict.TOO_MUCH:
            return say(
                "🔍 I could not open “{file}”. It may be damaged. Please look whether it opens on your side, and send "
                "it again or send photos of the pages.",
                file=notice.file,
            )
        case Verdict.FINE | Verdict.WAITING:
            return say("✅ “{file}” can be opened.", file=notice.file)
        case _:
            assert_never(notice.verdict)
