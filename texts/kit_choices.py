"""What a manager decides about the documents of a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.own_templates import LARGEST, TemplateFault
from mentoring.papers import PaperLanguage
from mentoring.people import Language
from texts import kit
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.kit_choices import (
        AskTitle,
        AskWordFile,
        Chosen,
        FormPreview,
        KitChoices,
        KitDocument,
        WordFileLookedAt,
        WordFileRefused,
        WordFileTaken,
    )
    from mentoring.own_templates import Faulty
    from texts.say import Say

_MEGABYTES = LARGEST // 2**20
LANGUAGES = {PaperLanguage.EN: "English", PaperLanguage.BG: "Български", PaperLanguage.BOTH: "EN + БГ"}


def choices(say: Say, notice: KitChoices) -> Html:
    lines = [
        say("🗂 <b>The documents of {programme}</b>", programme=notice.programme),
        say("● is mandatory, ✅ switched on, ▫️ not used, ✎ your own Word file."),
        Html(""),
        *(Html(f"{mark(one)} {_named(say, one)}") for one in notice.documents),
    ]
    return Html("\n".join(lines))


def mark(one: Chosen) -> str:
    used = "●" if one.mandatory else "✅" if one.used else "▫️"
    return f"{used}✎" if one.own else used


def _named(say: Say, one: Chosen) -> Html:
    return say("{code} {title}", code=one.title.code, title=kit.title(say, one.title))


def document(say: Say, notice: KitDocument) -> Html:
    titles = say("EN: {en}\nБГ: {bg}", en=notice.title.en, bg=notice.title.bg)
    used = say("It is used.") if notice.used else say("It is not used.")
    files = [say("✎ {language}: {file}", language=LANGUAGES[one.language], file=one.name) for one in notice.own]
    own = files or [say("Its forms are the standard ones.")]
    return Html("\n".join([say("🗂 <b>{code}</b>", code=notice.title.code), titles, used, *own]))


def ask_title(say: Say, notice: AskTitle) -> Html:
    asked = (
        say("<b>What is it called in English?</b> Now: {title}", title=notice.title.en)
        if notice.language is Language.EN
        else say("<b>And in Bulgarian?</b> Now: {title}", title=notice.title.bg)
    )
    if not notice.misread:
        return asked
    return Html("\n".join([say("That is too long, or no words. Please write a short title."), asked]))


def ask_word_file(say: Say, notice: AskWordFile) -> Html:
    asked = say(
        "<b>Send me the Word file</b> (.docx) that takes the place of “{title}” ({language}).\n"
        "Where I shall fill something in, it has fields such as {example}. I check it first and show you a sample.",
        title=kit.title(say, notice.title),
        language=LANGUAGES[notice.language],
        example=Html("<code>{{ mentee_name }}</code>, <code>{{ group_name }}</code>"),
    )
    if not notice.unfit:
        return asked
    return Html("\n\n".join([say("I need a Word file (.docx) of at most {size} MB.", size=_MEGABYTES), asked]))


def looked_at(say: Say, notice: WordFileLookedAt) -> Html:
    return say("🔎 I am looking at the file for “{title}”. One moment.", title=kit.title(say, notice.title))


def refused(say: Say, notice: WordFileRefused) -> Html:
    lines = [say("✖ This file cannot take the place of “{title}”:", title=kit.title(say, notice.title))]
    lines += [Html(f"• {_fault(say, one)}") for one in notice.faults]
    lines += [say("… and {count} more", count=notice.more)] if notice.more else []
    lines.append(say("Nothing has changed. Correct it in Word and send it again."))
    return Html("\n".join(lines))


def _fault(say: Say, one: Faulty) -> Html:
    match one.fault:
        case TemplateFault.UNREADABLE:
            return say("it is no Word file that I can open")
        case TemplateFault.LOCKED:
            return say("it asks for a password")
        case TemplateFault.TOO_MUCH:
            return say("it is too large inside")
        case TemplateFault.UNKNOWN_FIELD:
            return say("I do not know the field {name}", name=one.name)
        case TemplateFault.BROKEN_FIELD:
            return say("a field is not written correctly: {name}", name=one.name)
        case TemplateFault.NOT_FETCHED:
            return say("Telegram did not hand it over")
        case TemplateFault.VIRUS:
            return say("the virus scanner has found something in it")
        case _:
            return _does_something(say, one)


def _does_something(say: Say, one: Faulty) -> Html:
    match one.fault:
        case TemplateFault.MACROS:
            return say("it has macros")
        case TemplateFault.EMBEDDED:
            return say("another file is embedded in it")
        case TemplateFault.LINKED:
            return say("it fetches something from outside: {name}", name=one.name)
        case TemplateFault.LIVE_FIELD | TemplateFault.FORBIDDEN:
            return say("it asks for something that a form may not do: {name}", name=one.name)
        case _:
            return say("it is no Word file that I can open")


def taken(say: Say, notice: WordFileTaken) -> Html:
    title, language = kit.title(say, notice.title), LANGUAGES[notice.language]
    done = say("✅ From now on “{title}” ({language}) is your own file.", title=title, language=language)
    if not notice.plain:
        return done
    return Html("\n".join([done, say("It has no fields, so I fill nothing in; the number at the bottom I add.")]))


def preview(say: Say, notice: FormPreview) -> Html:
    return say(
        "👁 “{title}” ({language}) with sample names, as people will get it.",
        title=kit.title(say, notice.title),
        language=LANGUAGES[notice.language],
    )


def sample_group(say: Say) -> str:
    return say.label("Sample group")


def sample_mentor(say: Say) -> str:
    return say.label("Maria Ivanova")


def sample_mentees(say: Say) -> tuple[str, ...]:
    return (say.label("Petar Dimitrov"), say.label("Elena Koleva"))


def kit_button(say: Say) -> str:
    return say.label("🗂 Documents: titles and own files")


def toggle_button(say: Say, *, used: bool) -> str:
    return say.label("▫️ Switch it off") if used else say.label("✅ Use it")


def rename_button(say: Say) -> str:
    return say.label("✏️ Another title")


def standard_title_button(say: Say) -> str:
    return say.label("↩️ The standard title")


def word_file_button(language: PaperLanguage) -> str:
    """The same in every language."""
    return f"📎 Word: {LANGUAGES[language]}"


def standard_form_button(say: Say, language: PaperLanguage) -> str:
    return say.label("↩️ Standard form: {language}", language=LANGUAGES[language])


def preview_button(say: Say, language: PaperLanguage) -> str:
    return say.label("👁 Sample: {language}", language=LANGUAGES[language])


def send_again_button(say: Say) -> str:
    return say.label("📎 Send another file")
