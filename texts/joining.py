"""Words on the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.people import Language, Role

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from texts.say import Html, Say

LANGUAGE_NAMES = {Language.BG: "🇧🇬 Български", Language.EN: "🇬🇧 English"}


def ask_language(say: Say, *, programme: str | None) -> Html:
    if programme is None:
        return say("Hello! I am a bot that runs mentoring programmes. <b>Which language do you prefer?</b>")
    return say(
        "Hello! I am the bot of the mentoring programme of <b>{programme}</b>. I remind you of meetings and take your "
        "documents.\n\n<b>Which language do you prefer?</b>",
        programme=programme,
    )


def at_door(say: Say, *, programme: str) -> Html:
    return say(
        "Hello! I am the bot of the mentoring programme of <b>{programme}</b>. You have asked to join the group's "
        "chat.\n\n"
        "<b>Please press Start</b>: a few taps, and the door opens by itself.",
        programme=programme,
    )


def start_button(say: Say) -> str:
    return say.label("▶ Start")


def ask_manager_name(say: Say) -> Html:
    return say("You are a manager here now. <b>What is your name?</b>\n\nType it, or use the one you have on Telegram.")


def ask_organisation(say: Say, *, name: str) -> Html:
    return say(
        "Thank you, {name}. <b>Which organisation runs the programme?</b>\n\n"
        "Type its name: people see it when they join.",
        name=name,
    )


def ask_which_name(say: Say, *, group_name: str, role: Role, taken: str | None) -> Html:
    question = _which_mentor(say, group_name) if role is Role.MENTOR else _which_mentee(say, group_name)
    if taken is None:
        return question
    return say("<i>Somebody else has taken this name a moment ago.</i>\n\n{question}", question=question)


def nobody_left(say: Say, *, group_name: str) -> Html:
    return say("All names on the list of <b>{group}</b> are taken. <b>Who are you?</b>", group=group_name)


def _which_mentor(say: Say, group_name: str) -> Html:
    return say("You are invited as mentor of <b>{group}</b>. <b>Which one are you?</b>", group=group_name)


def _which_mentee(say: Say, group_name: str) -> Html:
    return say("You are invited to the mentoring group <b>{group}</b>. <b>Which one are you?</b>", group=group_name)


def not_listed_button(say: Say) -> str:
    return say.label("I'm not on the list")


def names_button(say: Say) -> str:
    return say.label("◀ Back to the names")


def ask_own_name(say: Say) -> Html:
    return say(
        "<b>What is your name?</b> Please type first and family name.\n\nThe manager confirms it, then you are in."
    )


def await_manager(say: Say, *, name: str, group_name: str) -> Html:
    return say(
        "I have asked the manager whether <b>{name}</b> belongs to <b>{group}</b>. I write to you as soon as there is "
        "an answer; there is nothing for you to do now.",
        name=name,
        group=group_name,
    )


def not_let_in(say: Say, *, group_name: str) -> Html:
    return say(
        "The manager did not confirm you for <b>{group}</b>. I have kept nothing about you.\n\n"
        "If this is a mistake, please speak with the manager and open your link again.",
        group=group_name,
    )


def await_return(say: Say, *, group_name: str) -> Html:
    return say(
        "You have been in <b>{group}</b> before, so I have asked the manager to let you back in. I write to you as "
        "soon as "
        "there is an answer; there is nothing for you to do now.",
        group=group_name,
    )


def other_name_button(say: Say) -> str:
    return say.label("✏️ Another name")


def ask_age(say: Say, *, years: int, group_name: str) -> Html:
    return say(
        "<b>Are you {years} or older?</b>\n\n<b>{group}</b> asks because younger people take part with the agreement "
        "of a "
        "parent or guardian.",
        years=years,
        group=group_name,
    )


def adult_button(say: Say, *, years: int) -> str:
    return say.label("Yes, {years} or older", years=years)


def minor_button(say: Say, *, years: int) -> str:
    return say.label("No, under {years}", years=years)


def ask_guardian(say: Say, *, years: int) -> Html:
    return say(
        "You are welcome. Because you are under {years}, your parent or guardian signs too; the manager gives you "
        "the paper "
        "for it.\n\n<b>What is your parent's or guardian's name?</b> Type first and family name.",
        years=years,
    )


def privacy(say: Say, *, name: str, group_name: str, organisation: str, role: Role, guardian: str) -> Html:
    lines = _about_mentors(say) if role is Role.MENTOR else _about_mentees(say)
    text = say(
        "{name}, before you join <b>{group}</b>, six lines about your data:\n\n"
        "1. <b>{organisation}</b> runs this programme and answers for your data.\n"
        "{lines}\n"
        "4. What people chat in the group is not kept.\n"
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
        "3. Your mentor and the manager see what you send me. Other mentees see only your name."
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
        "voice messages and diary entries that you send me, when you met and whether you were there. Please write "
        "nothing about your health or your family that the programme does not need.\n\n"
        "<b>Who sees it.</b> Your mentor and the manager. Mentees see each other's names. Telegram carries every "
        "message and keeps its own copy; if you delete a message there, mine stays until you ask for its deletion.\n\n"
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


def somebody_declined(say: Say, *, group_name: str, name: str | None) -> Html:
    if name is None:
        return say(
            "Somebody with the link of <b>{group}</b> did not agree to the privacy notice. I have kept nothing about "
            "them.",
            group=group_name,
        )
    return say(
        "<b>{name}</b> did not agree to the privacy notice of <b>{group}</b> and wants you to know. I have kept "
        "nothing about "
        "them; please speak with them.",
        name=name,
        group=group_name,
    )


def minor_joined(say: Say, *, name: str, group_name: str, guardian: str, years: int) -> Html:
    return say(
        "<b>{name}</b>, who has just joined <b>{group}</b>, is under {years}. Parent or guardian: "
        "<b>{guardian}</b>.\n\n"
        "Please have the guardian sign too.",
        name=name,
        group=group_name,
        years=years,
        guardian=guardian,
    )


def ask_to_let_in(say: Say, *, name: str, role: Role, group_name: str) -> Html:
    match role:
        case Role.MENTOR:
            return say(
                "<b>{name}</b> wants to join <b>{group}</b> as its mentor and is not on your list.",
                name=name,
                group=group_name,
            )
        case Role.MENTEE | Role.MANAGER:
            return say(
                "<b>{name}</b> wants to join <b>{group}</b> and is not on your list.", name=name, group=group_name
            )
        case _:
            assert_never(role)


def namesake(say: Say, *, name: str, handle: str) -> Html:
    return say("There is a <b>{name}</b> ({handle}) in the group already.", name=name, handle=handle or "–")


def one_of_these(say: Say) -> Html:
    return say("<b>Is this one of these?</b>")


def choice_button(say: Say, *, name: str, role: Role) -> str:
    if role is Role.MENTOR:
        return say.label("{name} (mentor)", name=name)
    return name


def let_in_button(say: Say) -> str:
    return say.label("✅ Let in")


def let_in_as_new_button(say: Say) -> str:
    return say.label("✅ Let in as new")


def turn_away_button(say: Say) -> str:
    return say.label("Don't")


def ask_to_let_back_in(
    say: Say, *, name: str, group_name: str, into: str, removed: bool, since: datetime | None
) -> Html:
    if removed:
        before = say(
            "<b>{name}</b> was taken out of <b>{group}</b>{since}", name=name, group=group_name, since=_on(say, since)
        )
    else:
        before = say("<b>{name}</b> left <b>{group}</b>{since}", name=name, group=group_name, since=_on(say, since))
    return say(
        "{before} and has now come with a link to <b>{into}</b>.\n\n<b>Let back in?</b>", before=before, into=into
    )


def _on(say: Say, since: datetime | None) -> str:
    return "" if since is None else f" ({say.day(since)})"


def let_back_button(say: Say) -> str:
    return say.label("✅ Let back in")


def let_in(say: Say, *, name: str, group_name: str) -> Html:
    return say("✅ <b>{name}</b> may join <b>{group}</b>. I have written to them.", name=name, group=group_name)


def turned_away(say: Say, *, name: str, group_name: str) -> Html:
    return say("<b>{name}</b> does not join <b>{group}</b>. I have told them.", name=name, group=group_name)


def taken_out(say: Say, *, group_name: str) -> Html:
    return say(
        "You are no longer in the mentoring group <b>{group}</b>. Thank you for your part in it.\n\n"
        "If you have a question, please speak with the manager.",
        group=group_name,
    )


def welcome_back(say: Say, *, name: str, missed: int) -> Html:
    if missed == 0:
        return say("Welcome back, {name}! You have missed nothing.", name=name)
    return say.n(
        "Welcome back, {name}! You have missed {count} message. What matters of it stands below.",
        "Welcome back, {name}! You have missed {count} messages. What matters of them stands below.",
        missed,
        name=name,
    )
