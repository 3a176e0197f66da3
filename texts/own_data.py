"""Words about what is kept of somebody, and about their rights to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html
from texts.withdrawing import has_withdrawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.own_data import AllMyData, MyData
    from texts.say import Say


def my_data(say: Say, notice: MyData) -> Html:
    kept = say(
        "🔐 <b>What I keep about you</b>\n\n• your name, language, time zone and Telegram number\n• your places in "
        "groups: {places}\n• what you handed in: {submissions}, with {files} files\n• diaries: {diaries}, private "
        "questions: {questions}, concerns: {concerns}\n\nYour mentor sees your documents and diaries; only managers "
        "see concerns, and what you tell them when they ask how it goes. Chat in the group is kept only while a "
        "session is recorded. I can't prevent that somebody forwards or photographs what they may read.",
        places=notice.places,
        submissions=notice.submissions,
        files=notice.files,
        diaries=notice.diaries,
        questions=notice.questions,
        concerns=notice.concerns,
    )
    rights = say(
        "You can take your consent back at any time. Documents that prove that the programme took place may have to "
        "be kept also then."
    )
    parts = [kept, has_withdrawn(say) if notice.withdrawn else rights]
    if notice.asked:
        parts.append(say("⏳ You have asked to be deleted. A manager decides and tells you."))
    return Html("\n\n".join(parts))


def all_my_data(say: Say, notice: AllMyData) -> Html:
    if notice.parts > 1:
        head = say("🔐 All that I keep about you: {part}/{parts}.", part=notice.part, parts=notice.parts)
    else:
        head = say("🔐 All that I keep about you. Open my-data.html to read it; your files are beside it.")
    if not notice.follow or notice.part < notice.parts:
        return head
    follow = say.n(
        "{count} file that only Telegram keeps follows.",
        "{count} files that only Telegram keeps follow.",
        notice.follow,
    )
    return Html(f"{head} {follow}")


def my_file(say: Say, name: str) -> Html:
    return say("🔐 Yours: {name}", name=name)


def ask_erasure(say: Say, managers: Sequence[str]) -> Html:
    return say(
        "🗑 <b>Do you want to be deleted?</b>\n\nI pass your wish on to <b>{managers}</b>, who decides. What has to be "
        "kept as proof that the programme took place may stay; you hear which and why.",
        managers=", ".join(managers),
    )


def door_button(say: Say) -> str:
    return say.label("🔐 My data")


def everything_button(say: Say) -> str:
    return say.label("📦 Send me everything")


def quotes_button(say: Say, *, allowed: bool) -> str:
    return say.label("🚫 No quotes or photos of me") if allowed else say.label("✅ Allow quotes and photos")


def erase_button(say: Say) -> str:
    return say.label("🗑 Delete me")


def sure_button(say: Say) -> str:
    return say.label("🗑 Yes, pass on my wish")
