"""People without Telegram: named, filed for, and remembered by their mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.submissions import file_names, reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.on_paper import CorrectionForQuestion, RemindOnPaper
    from texts.say import Html, Say


def on_paper_button(say: Say) -> str:
    return say.label("📄 Without Telegram")


def choose_group(say: Say) -> Html:
    return say("<b>In which group is the person without Telegram?</b>")


def ask_names(say: Say, *, group: str) -> Html:
    return say(
        "<b>Who takes part in {group} without Telegram?</b>\n\nType the names, one in each line. You send me their "
        "documents, and I remind you for them.",
        group=group,
    )


def added(say: Say, *, names: Sequence[str], group: str) -> Html:
    return say(
        "📄 <b>{names}</b> – in {group}, without Telegram.\n\nWhen you send me a document, I ask for whom it is.",
        names=", ".join(names),
        group=group,
    )


def file_for_button(say: Say, *, name: str, group: str) -> str:
    return say.label("📄 {name} ({group})", name=name, group=group)


def correction_for(say: Say, notice: CorrectionForQuestion) -> Html:
    files = file_names(say, notice.files)
    if len(notice.open) == 1:
        [only] = notice.open
        return say(
            "I have {files}. Is this the corrected <b>{reference}</b> of {name}?",
            files=files,
            reference=reference(only.number),
            name=notice.name,
        )
    return say("I have {files}. Does it correct something that came back to {name}?", files=files, name=notice.name)


def corrected_for(say: Say, *, number: int, name: str, group: str) -> Html:
    return say(
        "✅ The corrected <b>{reference}</b> is filed on behalf of {name} ({group}).",
        reference=reference(number),
        name=name,
        group=group,
    )


def filed_for(say: Say, *, number: int, name: str, group: str) -> Html:
    return say(
        "✅ <b>{reference}</b> is filed on behalf of {name} ({group}).",
        reference=reference(number),
        name=name,
        group=group,
    )


def remind(say: Say, notice: RemindOnPaper) -> Html:
    names, at = ", ".join(notice.names), say.moment(notice.session.starts_at)
    if notice.diary:
        return say(
            "📄 Without Telegram: please ask <b>{names}</b> for the diary of the session on {at} ({group}).",
            names=names,
            at=at,
            group=notice.session.group,
        )
    return say(
        "📄 Without Telegram: please tell <b>{names}</b> of the session on {at} ({group}).",
        names=names,
        at=at,
        group=notice.session.group,
    )


def gets_telegram_button(say: Say) -> str:
    return say.label("📱 Has Telegram now")


def still_on_paper_button(say: Say) -> str:
    return say.label("📄 Still without Telegram")
