"""Words about submissions: receipts, reviews and the comments in between."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from mentoring.files import FileKind
from mentoring.notices.submissions import Wanted
from mentoring.submissions import State
from texts import labels, screening, second_thoughts
from texts.filing import settled
from texts.ready_returns import ready_return
from texts.say import Html, clean, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.submissions import FileShown, Sheet
    from texts.say import Say

#: A card with a file is a caption, which holds 1024 UTF-16 units.
LONGEST_ON_CARD = 300


def reference(number: int) -> str:
    """How a submission is called everywhere; the same in every language."""
    return f"S-{number}"


def shortened(text: str, longest: int = LONGEST_ON_CARD) -> str:
    """Measured in UTF-16 units, as Telegram does."""
    whole = clean(text)
    if len(whole.encode("utf-16-le")) <= 2 * longest:
        return whole
    return whole.encode("utf-16-le")[: 2 * (longest - 1)].decode("utf-16-le", errors="ignore").rstrip() + "…"


def is_shortened(text: str) -> bool:
    return shortened(text) != clean(text)


def names(people: Sequence[str]) -> str:
    return ", ".join(people)


def submission_card(say: Say, sheet: Sheet, wanted: Wanted | None, *, asks_label: bool = False) -> Html:
    if sheet.part_of is not None:
        return _part_of(say, sheet.number, sheet.part_of)
    parts = [_mentee_headline(say, sheet), _particulars(say, sheet), _said(say, sheet), _reference_only(say, sheet)]
    parts += [screening.receipt(say, [file.screening for file in sheet.files]), labels.anothers(say, sheet)]
    asked = labels.what_is_it(say) if asks_label else second_thoughts.for_mentee(say, sheet)
    return _paragraphs([*parts, asked_for(say, wanted) if wanted else _mentee_turn(say, sheet), asked])


def review_card(
    say: Say,
    sheet: Sheet,
    wanted: Wanted | None,
    *,
    can_review: bool,
    taker: str | None = None,
    mine: bool = True,
    left_to_manager: bool = False,
    asks_label: bool = False,
) -> Html:
    if sheet.part_of is not None:
        return _part_of(say, sheet.number, sheet.part_of)
    parts = [_mentor_headline(say, sheet), _particulars(say, sheet), _said(say, sheet), _taken(say, taker, mine=mine)]
    parts.append(labels.anothers_for_mentor(say, sheet))
    turn = asked_for(say, wanted) if wanted else Html("")
    turn = turn or _mentor_turn(say, sheet, can_review=can_review, left_to_manager=left_to_manager)
    offered = second_thoughts.for_mentor(say, sheet) if can_review else Html("")
    return _paragraphs([*parts, _no_copy(say, sheet), turn, labels.which(say) if asks_label else offered])


def _taken(say: Say, taker: str | None, *, mine: bool) -> Html:
    if taker is None:
        return Html("")
    return say("✋ You have it.") if mine else say("✋ {mentor} has it.", mentor=taker)


def _part_of(say: Say, number: int, whole: int) -> Html:
    return say("🔗 <b>{name}</b> is now part of <b>{whole}</b>.", name=reference(number), whole=reference(whole))


def _paragraphs(parts: Sequence[Html]) -> Html:
    return Html("\n\n".join(part for part in parts if part))


def _mentee_headline(say: Say, sheet: Sheet) -> Html:
    name = reference(sheet.number)
    match sheet.state:
        case State.WAITING:
            return say("📬 <b>{name}</b> has arrived and is with your mentor.", name=name)
        case State.ASKED:
            return say("❓ There is a question about <b>{name}</b>.", name=name)
        case State.RETURNED:
            return say("↩️ Please correct <b>{name}</b>.", name=name)
        case State.UNREADABLE:
            return say("🔍 <b>{name}</b> can't be read. Please send it again.", name=name)
        case State.ACCEPTED:
            return say("✅ <b>{name}</b> is accepted. There is nothing more to do.", name=name)
        case _:
            return say("🗑 <b>{name}</b> is taken back. Nobody will review it.", name=name)


def _mentor_headline(say: Say, sheet: Sheet) -> Html:
    name = reference(sheet.number)
    match sheet.state:
        case State.WAITING:
            return say("📥 <b>{name}</b> from {mentee}", name=name, mentee=sheet.mentee)
        case State.ASKED:
            return say("❓ <b>{name}</b> from {mentee}: your question is sent.", name=name, mentee=sheet.mentee)
        case State.RETURNED:
            return say("↩️ <b>{name}</b> from {mentee} went back for correction.", name=name, mentee=sheet.mentee)
        case State.UNREADABLE:
            return say("🔍 <b>{name}</b> from {mentee} went back as not readable.", name=name, mentee=sheet.mentee)
        case State.ACCEPTED:
            return say("✅ <b>{name}</b> from {mentee} is accepted.", name=name, mentee=sheet.mentee)
        case _ if sheet.version > 1:
            return say(
                "🗑 <b>{name}</b>: {mentee} has taken back version {version}. The one before it stands again.",
                name=name,
                mentee=sheet.mentee,
                version=sheet.version,
            )
        case _:
            return say("🗑 <b>{name}</b>: {mentee} has taken it back.", name=name, mentee=sheet.mentee)


def _particulars(say: Say, sheet: Sheet) -> Html:
    lines = [
        say("👥 {group} · version {version}", group=sheet.group, version=sheet.version),
        say("📎 {files}", files=_listed(say, sheet.files)),
    ]
    if sheet.document is not None:
        lines.insert(0, labels.document(say, sheet))
    if sheet.filed_by:
        lines.append(say("🖊 Filed by {by} on behalf of {mentee}", by=sheet.filed_by, mentee=sheet.mentee))
    if sheet.note:
        lines.append(say("📝 {note}", note=shortened(sheet.note)))
    return Html("\n".join(lines))


def _said(say: Say, sheet: Sheet) -> Html:
    said = sheet.said
    if said is None:
        return Html("")
    if ready := ready_return(say, said.kind):
        return say("💬 <b>{author}</b>: {text}", author=said.author, text=ready)
    text = shortened(said.text) if said.text else say("(see the message above)")
    return say("💬 <b>{author}</b>: {text}", author=said.author, text=text)


def _reference_only(say: Say, sheet: Sheet) -> Html:
    if any(file.lost for file in sheet.files):
        return say("I could not make a copy of the file: it is only in Telegram. Please don't delete it here.")
    if not any(file.too_large for file in sheet.files):
        return Html("")
    return say(
        "The file is larger than 20 MB: your mentor can open it, but I can't keep a copy. Please don't delete it here."
    )


def _no_copy(say: Say, sheet: Sheet) -> Html:
    if not any(file.lost or file.too_large for file in sheet.files):
        return Html("")
    return say("📌 I have no copy of the file: it is only here in Telegram. Please don't delete the message with it.")


def _mentee_turn(say: Say, sheet: Sheet) -> Html:
    since = say.moment(sheet.since)
    match sheet.state:
        case State.WAITING if sheet.mentors:
            return say("⏳ Waiting for {mentors} since {since}.", mentors=names(sheet.mentors), since=since)
        case State.WAITING:
            return say("⏳ Waiting since {since}. Your group has no mentor here yet; I keep it safe.", since=since)
        case State.UNREADABLE:
            return _paragraphs([_waiting_for_you(say, since), picture_advice(say)])
        case State.ASKED | State.RETURNED:
            return _waiting_for_you(say, since)
        case State.ACCEPTED:
            return settled(say, sheet)
        case _:
            return Html("")


def _mentor_turn(say: Say, sheet: Sheet, *, can_review: bool, left_to_manager: bool) -> Html:
    since = say.moment(sheet.since)
    match sheet.state:
        case State.WAITING if can_review:
            return _waiting_for_you(say, since)
        case State.WAITING:
            return say("⏳ Waiting for {mentors} since {since}.", mentors=names(sheet.mentors), since=since)
        case State.ASKED | State.RETURNED | State.UNREADABLE:
            return say("⏳ Waiting for {mentee} since {since}.", mentee=sheet.mentee, since=since)
        case State.ACCEPTED:
            return settled(say, sheet, left_to_manager=left_to_manager)
        case _:
            return Html("")


def _waiting_for_you(say: Say, since: str) -> Html:
    return say("⏳ Waiting for you since {since}.", since=since)


def asked_for(say: Say, wanted: Wanted) -> Html:
    match wanted:
        case Wanted.NOTE:
            return say("✍️ Write your note now. Your mentor sees it beside the file.")
        case Wanted.CORRECTION:
            return say("📎 Send the corrected file now.")
        case Wanted.ANSWER:
            return say("✍️ Answer now: write it, say it in a voice message, or send a file.")
        case Wanted.RETURN:
            return say(
                "✍️ What should be corrected? Write it, say it in a voice message, or send a file with your marks."
            )
        case Wanted.QUESTION:
            return say("✍️ What do you want to ask? Write it, say it in a voice message, or send a file.")
        case _:
            assert_never(wanted)


def picture_advice(say: Say) -> Html:
    return say(
        "A photo is easy to read when the page lies flat near a window, all four corners are in it and no shadow "
        "falls on it. Sent as a file instead of a photo, it stays sharp."
    )


def spoken_or_marked(say: Say, *, number: int, author: str) -> Html:
    return say("💬 {author} on <b>{name}</b>", author=author, name=reference(number))


def review_files(say: Say, *, number: int, version: int) -> Html:
    return say("<b>{name}</b> · version {version}", name=reference(number), version=version)


def all_words(say: Say, *, number: int, author: str, text: str) -> Html:
    return say(
        "💬 <b>{author}</b> on <b>{name}</b>:\n\n{text}",
        author=author,
        name=reference(number),
        text=text,
    )


def what_is_this_comment(say: Say, *, number: int) -> Html:
    return say(
        "I have your comment on <b>{name}</b>. Shall it go back for correction, or is it a question?",
        name=reference(number),
    )


def version_taken_back(say: Say, *, version: int) -> Html:
    return say("Version {version} is taken back. The one before it stands again.", version=version)


def file_names(say: Say, files: Sequence[FileShown]) -> Html:
    return Html(f"<b>{escaped(_listed(say, files))}</b>")


def _listed(say: Say, files: Sequence[FileShown]) -> str:
    """Photos have no names of their own, so they are counted."""
    counted = Counter(file.name for file in files if file.kind is not FileKind.PHOTO)
    photos = sum(file.kind is FileKind.PHOTO for file in files)
    named = [name if count == 1 else f"{name} × {count}" for name, count in counted.items()]
    return shortened(names([*named, *([say.n("{count} photo", "{count} photos", photos)] if photos else [])]), 200)
