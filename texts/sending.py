"""Words around handing in: the questions before it, and what is not accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.files import Unfit
from texts.say import Html
from texts.submissions import file_names, reference

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from mentoring.notices.submissions import FileShown
    from texts.say import Say


def hand_over_question(say: Say, *, files: Sequence[FileShown], group: str, asked: str | None) -> Html:
    shown = file_names(say, files)
    if asked is None:
        return say("You posted {files} in {group}. Shall I hand it to your mentor?", files=shown, group=group)
    return say("{asked}, shall I hand {files} to your mentor?", asked=asked, files=shown)


def group_question(say: Say, *, files: Sequence[FileShown]) -> Html:
    return say("I have {files}. For which group is it?", files=file_names(say, files))


def person_question(say: Say, *, files: Sequence[FileShown]) -> Html:
    return say("I have {files}. For whom is it?", files=file_names(say, files))


def repeated_question(say: Say, *, files: Sequence[FileShown], number: int, sent_at: datetime) -> Html:
    return say(
        "You already sent {files} on {day}, as <b>{name}</b>. Nothing is lost. Shall I send it once more?",
        files=file_names(say, files),
        day=say.moment(sent_at),
        name=reference(number),
    )


def one_correction_question(say: Say, *, files: Sequence[FileShown], number: int) -> Html:
    return say(
        "I have {files}. Is this the corrected <b>{name}</b>?", files=file_names(say, files), name=reference(number)
    )


def correction_question(say: Say, *, files: Sequence[FileShown]) -> Html:
    return say("I have {files}. Does it correct something that came back to you?", files=file_names(say, files))


def not_sent(say: Say) -> Html:
    return say("All right, I didn't send it. Nobody was told.")


def handed_over(say: Say, *, number: int, asked: str) -> Html:
    return say("{asked}, it is with your mentor as <b>{name}</b>.", asked=asked, name=reference(number))


def same_content(say: Say, *, number: int, earlier: int) -> Html:
    return say(
        "<b>{name}</b> holds exactly the same file as <b>{earlier}</b>. Was this meant?",
        name=reference(number),
        earlier=reference(earlier),
    )


def only_in_telegram(say: Say, *, number: int, file: str) -> Html:
    return say(
        "I could not make a copy of <b>{file}</b> (<b>{name}</b>). It is only here in Telegram: "
        "please don't delete the message with it.",
        file=file,
        name=reference(number),
    )


def copy_waits_for_room(say: Say) -> Html:
    return say(
        "📁 There is no room on my disk now, so I could not make a copy of what you sent. It is not lost: Telegram has "
        "it, and I hand it on from there.\n\nPlease keep it in this chat. I will make the copy as soon as there is "
        "room; you need not send it again."
    )


def program_in_disguise(say: Say, *, number: int, file: str) -> Html:
    return say(
        "⚠️ Please don't open <b>{file}</b> (<b>{name}</b>): it is a program, not the document that its name says. "
        "Send it back with 🔍.",
        file=file,
        name=reference(number),
    )


def refused(say: Say, *, why: Unfit, name: str) -> Html:
    return Html(f"{_why_refused(say, why, name)}\n\n{accepted_kinds(say)}")


def _why_refused(say: Say, why: Unfit, name: str) -> Html:
    match why:
        case Unfit.EMPTY:
            return say(
                "<b>{name}</b> is empty, so I didn't keep it. Please check the file and send it again.", name=name
            )
        case Unfit.ARCHIVE:
            return say("I don't take archives like <b>{name}</b>. Please send the documents themselves.", name=name)
        case Unfit.PROGRAM:
            return say("I don't take programs or pages with code like <b>{name}</b>.", name=name)
        case Unfit.VOICE:
            return say("I take voice messages as comments and for your diary, but not as a document.")
        case Unfit.KIND:
            return say("This is nothing that I can hand in.")
        case _:
            assert_never(why)


def too_much_today(say: Say, *, files: int, megabytes: int) -> Html:
    return say(
        "🐢 That was a lot: I take {files} files and {megabytes} MB a day from one person, so I didn't keep what came "
        "after that. Everything before it is safe.\n\nPlease send the rest tomorrow.",
        files=files,
        megabytes=megabytes,
    )


def accepted_kinds(say: Say) -> Html:
    return say(
        "I accept documents (PDF, Word, Excel, PowerPoint, OpenDocument, TXT, RTF) and pictures (JPG, PNG, HEIC, WEBP)."
    )


def nothing_to_send_for(say: Say) -> Html:
    return say(
        "I did nothing with this file. Mentees hand in documents here; your files are welcome as comments: "
        "open a submission, press ↩️ or ❓, and send the file."
    )


def how_to_send(say: Say) -> Html:
    return say(
        "<b>How to hand in a document</b>\n\n"
        "Press 📎 below, choose the file or photo, and send it to me. Several pages? Choose them together.\n\n"
        "I keep it, give you a number, and take it to your mentor. You can take it back within 10 minutes."
    )
