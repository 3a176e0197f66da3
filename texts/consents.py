"""Words of the privacy notice: before somebody is in, and again when it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.people import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from texts.say import Html, Say


def privacy(say: Say, *, name: str, group_name: str, organisation: str, role: Role, guardian: str) -> Html:
    lines = _about_mentors(say) if role is Role.MENTOR else _about_mentees(say)
    text = say(
        "{name}, before you join <b>{group}</b>, six lines about your data:\n\n"
        "1. <b>{organisation}</b> runs this programme and answers for your data.\n"
        "{lines}\n"
        "4. Chat in the group is kept only while a session is recorded; you are told so when it begins.\n"
        "5. Everything travels through Telegram. We keep it as long as the programme has to prove its work.\n"
        "6. You can see, correct or delete your data and leave at any time, under Help.\n\n"
        "{optional}\n\n"
        "<b>Do you agree to take part and to have your documents kept?</b>",
        name=name,
        group=group_name,
        organisation=organisation,
        lines=lines,
        optional=quotes_line(say),
    )
    if not guardian:
        return text
    return say(
        "{text}\n\n<i>{guardian} signs for you too; the manager will see to it.</i>", text=text, guardian=guardian
    )


def _about_mentees(say: Say) -> Html:
    return say(
        "2. I keep your name, your Telegram number, your documents, diary entries and meeting dates.\n"
        "3. Your mentor and the manager see what you send me. Other mentees see your name and what is meant for the "
        "group."
    )


def _about_mentors(say: Say) -> Html:
    return say(
        "2. I keep your name, your Telegram number, your decisions and comments, and meeting dates.\n"
        "3. Your mentees see your name and what you answer them; the manager sees that too."
    )


def quotes_line(say: Say) -> Html:
    return say(
        "<i>The first button is a question of its own: may the programme quote you and show photos with you? Leave "
        "it as it "
        "is if not; nothing depends on it.</i>"
    )


def quotes_button(say: Say, *, allowed: bool) -> str:
    if allowed:
        return say.label("☑ Quotes and photos: allowed")
    return say.label("☐ Quotes and photos: not allowed")


def whole_privacy(say: Say, *, organisation: str, managers: Sequence[str]) -> Html:
    return say(
        "<b>What happens with your data</b>\n\n"
        "<b>Who answers for it.</b> {organisation}. Contact: {managers}, through Help in this chat.\n\n"
        "<b>What for.</b> To run the mentoring: to remind you of meetings, to take your documents to your mentor, and "
        "to show the manager that the programme works.\n\n"
        "<b>What.</b> Your name as the manager listed it, your Telegram number, your language, the documents, photos, "
        "voice messages and diary entries that you send me, when you met and whether you were there, and what a "
        "manager notes of a talk with you about how it goes; only managers read that. Chat in the group, with its "
        "files, is kept only while a session is recorded, and you are told so when it begins. Please write nothing "
        "about your health or your family that the programme does not need.\n\n"
        "<b>Who sees it.</b> Your mentor and the manager; whoever pays for or audits the programme, as far as its "
        "rules ask for it. Your group sees your name and what is meant for the group. Telegram carries every message "
        "and keeps its own copy; if you delete a message there, mine stays until you ask for its deletion.\n\n"
        "<b>How long.</b> Until the programme and the time in which it must prove its work have ended. Signed papers "
        "may have to be kept longer by law, even if you withdraw.\n\n"
        "<b>Your rights.</b> To see, correct, receive and delete what is kept, to withdraw this consent at any time, "
        "and to complain to the data protection authority. Taking part is your own choice.",
        organisation=organisation,
        managers=", ".join(managers),
    )


def agree_button(say: Say) -> str:
    return say.label("✅ I agree")


def disagree_button(say: Say) -> str:
    return say.label("No, thanks")


def whole_button(say: Say) -> str:
    return say.label("📄 Full text")


def short_button(say: Say) -> str:
    return say.label("◀ Short text")


def declined(say: Say) -> Html:
    return say(
        "All right. I keep nothing about you: what you have told me is forgotten within the hour. The manager hears "
        "only "
        "that somebody has declined.\n\nIf you change your mind, open your link again."
    )


def tell_manager_button(say: Say) -> str:
    return say.label("Tell the manager that it is me")


def read_again_button(say: Say) -> str:
    return say.label("◀ Read it again")


def declined_and_told(say: Say) -> Html:
    return say(
        "I have told the manager, and have kept nothing about you.\n\nIf you change your mind, open your link again."
    )


def changed(say: Say, *, name: str, organisation: str) -> Html:
    return say(
        "{name}, the privacy notice of <b>{organisation}</b> has changed. Please read it before we go on: what you "
        "have just "
        "sent waits and is not lost.\n\n"
        "1. <b>{organisation}</b> runs the programme and answers for your data.\n"
        "2. I keep your name, your Telegram number, meeting dates, and what you send or answer here.\n"
        "3. Mentor and manager see what belongs to the mentoring. Your group sees your name and what is meant "
        "for it.\n"
        "4. Chat in the group is kept only while a session is recorded; you are told so when it begins.\n"
        "5. Everything travels through Telegram. We keep it as long as the programme has to prove its work.\n"
        "6. You can see, correct or delete your data and leave at any time, under Help.\n\n"
        "{optional}\n\n"
        "<b>Do you agree?</b>",
        name=name,
        organisation=organisation,
        optional=quotes_line(say),
    )


def declined_anew(say: Say) -> Html:
    return say(
        "All right. I keep nothing new, and what you sent meanwhile is forgotten. What I kept before stays as you "
        "agreed then; "
        "under Help you can speak with the manager about it.\n\nIf you change your mind, read it again here."
    )


def declined_news(say: Say, *, name: str) -> Html:
    return say(
        "<b>{name}</b> does not agree to the changed privacy notice. Until they do, I take nothing new from them; "
        "please speak "
        "with them.",
        name=name,
    )
