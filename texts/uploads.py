"""Words about files that managers and mentors send to be filed."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.files import FileKind
from mentoring.notices.files import Ask
from texts.filing import toolbar_name
from texts.kit import title
from texts.say import Html
from texts.submissions import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.kit import Toolbar
    from mentoring.notices.files import About, Choice, UploadedFile, UploadFiled, UploadQuestion
    from texts.say import Say


def question(say: Say, notice: UploadQuestion) -> Html:
    return Html("\n\n".join([*known(say, notice.files, notice.about), _asked(say, notice)]))


def known(say: Say, of: Sequence[UploadedFile], what: About) -> Sequence[Html]:
    """Each a paragraph."""
    lines = [say("📥 I keep {files}.", files=files(say, of)), about(say, what)]
    return [line for line in lines if line]


def _asked(say: Say, notice: UploadQuestion) -> Html:
    match notice.ask:
        case Ask.GROUP:
            return say("For which group is it?")
        case Ask.DOCUMENT:
            return say("What is it?")
        case Ask.PERSON:
            return say("Whom is it about?")
        case Ask.SESSION:
            return say("Of which session is it?")
        case Ask.TOOLBAR if notice.about.title:
            return say("Where shall I file it?")
        case Ask.TOOLBAR:
            return say("✍️ Write in a few words what it is, or press where I shall file it.")
        case Ask.REASON:
            return _why(say, notice)
        case _:
            assert_never(notice.ask)


def _why(say: Say, notice: UploadQuestion) -> Html:
    if notice.filed is None:
        return say("✍️ Why does it take the place of the one that is filed? Please write the reason.")
    return say(
        "There is one already, filed by {by} on {day}. ✍️ Why does the new one take its place? Please write the reason. "
        "The old one is kept.",
        by=notice.filed.by,
        day=say.day(notice.filed.at),
    )


def files(say: Say, of: Sequence[UploadedFile]) -> str:
    photos = sum(file.kind is FileKind.PHOTO for file in of)
    named = [_named(say, file) for file in of if file.kind is not FileKind.PHOTO]
    counted = [say.n("{count} photo", "{count} photos", photos)] if photos else []
    return shortened(", ".join([*named, *counted]), 200)


def _named(say: Say, file: UploadedFile) -> str:
    return say.n("{count} page", "{count} pages", file.pages) if file.pages else file.name


def about(say: Say, known: About) -> Html:
    """Document · person · session · group."""
    parts = []
    if known.document is not None:
        parts.append(title(say, known.document))
    elif known.title:
        parts.append(known.title)
    if known.person:
        parts.append(known.person)
    if known.session is not None:
        parts.append(say.label("session {number}", number=known.session))
    if known.group:
        parts.append(known.group)
    return say("📄 {parts}", parts=" · ".join(parts)) if parts else Html("")


def choice(say: Say, one: Choice, ask: Ask) -> str:
    if one.document is not None:
        return f"{one.document.code} {title(say, one.document)}"
    return session_choice(say, one) if ask is Ask.SESSION else one.name


def session_choice(say: Say, one: Choice) -> str:
    day = say.day(one.at) if one.at is not None else ""
    return say.label("Session {number}, {day}", number=one.name, day=day)


def filed(say: Say, notice: UploadFiled) -> Html:
    name = toolbar_name(say, notice.toolbar)
    names = shortened(", ".join(notice.names), 300)
    done = say("🗄 Filed under “{toolbar}”: {names}", toolbar=name, names=names)
    return Html(f"{done}\n\n{about(say, notice.about)}")


def dropped(say: Say, of: Sequence[UploadedFile]) -> Html:
    return say("Not filed: {files}. It is nowhere but in this chat.", files=files(say, of))


def trouble(say: Say, *, file: str, is_program: bool) -> Html:
    if is_program:
        return say("⚠️ <b>{file}</b> is a program, though its name says otherwise. Don't open it.", file=file)
    return say(
        "I could not make a copy of <b>{file}</b>: it is only in Telegram. Please don't delete it here.", file=file
    )


def else_button(say: Say) -> str:
    return say.label("📄 Something else")


def more_button(say: Say) -> str:
    return say.label("⋯ More")


def before_button(say: Say) -> str:
    return say.label("◀ Back")


def anew_button(say: Say) -> str:
    return say.label("↶ From the beginning")


def drop_button(say: Say) -> str:
    return say.label("✖ Don't file it")


def undo_button(say: Say, *, until: datetime) -> str:
    return say.label("↶ Take it out again (until {time})", time=say.clock(until))


def toolbar_button(say: Say, toolbar: Toolbar) -> str:
    return say.label("🗄 {toolbar}", toolbar=toolbar_name(say, toolbar))


def file_instead_button(say: Say) -> str:
    return say.label("🗄 File it in a toolbar")
