"""What stands on the buttons of the templates section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.papers import PaperLanguage

if TYPE_CHECKING:
    from mentoring.notices.forms import Choice, FormCard
    from texts.say import Say


def read_button(say: Say) -> str:
    return say.label("✅ I have read it")


def guide_button(say: Say) -> str:
    return say.label("📖 The guide")


def get_button(say: Say) -> str:
    return say.label("📄 Get the form")


def fill_button(say: Say, notice: FormCard) -> str:
    if notice.about is not None:
        return say.label("📄 For {name}", name=notice.about)
    if notice.group is not None:
        return say.label("📄 For {name}", name=notice.group)
    return say.label("📄 For me")


def blank_button(say: Say, *, read_only: bool) -> str:
    return say.label("📄 Get it") if read_only else say.label("▫️ Blank")


def pdf_button(say: Say) -> str:
    return say.label("🖨 As PDF")


def whom_button(say: Say) -> str:
    return say.label("👤 For somebody else")


def which_session_button(say: Say) -> str:
    return say.label("🗓 Of another session")


def which_group_button(say: Say, *, chosen: bool) -> str:
    return say.label("👥 For another group") if chosen else say.label("👥 Choose the group")


def first_whom_button(say: Say) -> str:
    return say.label("👤 For whom?")


def first_session_button(say: Say) -> str:
    return say.label("🗓 Of which session?")


def language_button(language: PaperLanguage, *, chosen: bool) -> str:
    names = {PaperLanguage.EN: "English", PaperLanguage.BG: "Български", PaperLanguage.BOTH: "EN + БГ"}
    return f"● {names[language]}" if chosen else names[language]


def choice_button(say: Say, choice: Choice) -> str:
    if choice.on is None:
        return choice.name
    return say.label("{number}. {day}", number=choice.number, day=say.date(choice.on))


def how_back_button(say: Say) -> str:
    return say.label("📤 Send it back: how")


def page_button(say: Say, *, onward: bool) -> str:
    return say.label("▶ Further") if onward else say.label("◀ Earlier")
