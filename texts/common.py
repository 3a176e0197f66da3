"""Words of no single area: strangers, refusals, the home card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never

from mentoring.refusals import Why

if TYPE_CHECKING:
    from texts.say import Html, Say


def stranger(say: Say) -> Html:
    return say(
        "Hello! I am a bot: I help mentoring groups meet on time and hand in their documents.\n\n"
        "I don't know you yet. Please open the link or the QR code that your manager or mentor gave you, "
        "or type the code that stands on the poster."
    )


def refusal(say: Say, why: Why) -> str:
    """Plain text: it is shown over a button or as a message."""
    match why:
        case Why.NOT_ALLOWED:
            return say.label("This isn't open to you. Nothing was changed.")
        case Why.ONLY_IN_PRIVATE:
            return say.label("Please do this in our private chat. Nothing was changed.")
        case Why.GONE:
            return say.label("This is no longer there. Please open the latest card.")
        case Why.ALREADY_DONE:
            return say.label("This is done already.")
        case Why.TOO_LATE:
            return say.label("It is too late for this now.")
        case Why.SESSION_BEGUN | Why.TOO_EARLY | Why.ANOTHER_RUNS:
            return _of_sessions(say, why)
        case Why.INVITATION_UNKNOWN | Why.INVITATION_EXPIRED | Why.INVITATION_USED:
            return _closed_invitation(say, why)
        case Why.TOO_MANY_TRIES:
            return say.label("Too many tries. Please wait an hour, or ask your manager for help.")
        case Why.FOR_SOMEBODY_ELSE:
            return say.label("This question is for somebody else.")
        case Why.NAME_TAKEN:
            return say.label("Somebody has taken this name already. Please choose again, or ask your manager.")
        case Why.CHAT_TAKEN:
            return say.label("This Telegram group belongs to another mentoring group already. Nothing was changed.")
        case Why.LAST_MENTOR:
            return say.label("You are the only mentor here. Please ask your manager to name another one first.")
        case Why.GROUP_CLOSED:
            return say.label("This group has finished. What was handed in can still be read.")
        case Why.TAKEN_BY_ANOTHER:
            return say.label(
                "Another mentor of the group has this now. Your card shows who; you can take it over there."
            )
        case Why.BEING_CHECKED | Why.HOLDS_A_VIRUS | Why.HELD_BACK:
            return _of_files(say, why)
        case Why.LAST_MANAGER:
            return say.label("You are the only manager. Invite another one first; then you can leave.")
        case Why.CONSENT_FIRST:
            return say.label("One question first: please answer the card below.")
        case Why.MENTOR_AND_MENTEE | Why.NOBODY_PICKED:
            return _of_whole_groups(say, why)
        case Why.LANGUAGE_IN_USE:
            return say.label("Somebody reads this language, so it stays. Nothing was changed.")
        case Why.LAST_LANGUAGE:
            return say.label("A programme needs a language. Add the other one first.")
        case Why.NOT_UNDERSTOOD:
            return say.label("I didn't understand this.")
        case _:
            assert_never(why)


def _of_files(say: Say, why: Literal[Why.BEING_CHECKED, Why.HOLDS_A_VIRUS, Why.HELD_BACK]) -> str:
    if why is Why.BEING_CHECKED:
        return say.label("The file is still being checked for viruses. It can be filed as soon as that is done.")
    if why is Why.HELD_BACK:
        return say.label("It was held back, so it is not given out any more. Please ask whoever posted it.")
    return say.label("The check for viruses has found something in this file, so it is kept apart.")


def _of_whole_groups(say: Say, why: Literal[Why.MENTOR_AND_MENTEE, Why.NOBODY_PICKED]) -> str:
    if why is Why.NOBODY_PICKED:
        return say.label("Nobody is chosen yet. Please tap at least one name.")
    return say.label(
        "Somebody would be both mentor and mentee of one group. First end one of their two places under People, then "
        "try again."
    )


def _of_sessions(say: Say, why: Literal[Why.SESSION_BEGUN, Why.TOO_EARLY, Why.ANOTHER_RUNS]) -> str:
    match why:
        case Why.SESSION_BEGUN:
            return say.label("The session has begun already. Your card shows how it stands.")
        case Why.TOO_EARLY:
            return say.label("It is too early for this. A session can be begun from an hour before its time on.")
        case Why.ANOTHER_RUNS:
            return say.label("Another session of this group is going on. Please end that one first.")
        case _:
            assert_never(why)


def _closed_invitation(
    say: Say, why: Literal[Why.INVITATION_UNKNOWN, Why.INVITATION_EXPIRED, Why.INVITATION_USED]
) -> str:
    match why:
        case Why.INVITATION_UNKNOWN:
            return say.label("I don't know this invitation. Please ask your manager for a new link.")
        case Why.INVITATION_EXPIRED:
            return say.label("This invitation has run out. Please ask your manager for a new link.")
        case Why.INVITATION_USED:
            return say.label("This invitation has been used already. Please ask your manager for a new link.")
        case _:
            assert_never(why)


def home_button(say: Say) -> str:
    return say.label("🏠 Home")


def repeated(say: Say, text: Html) -> Html:
    """Marks a message that may have arrived before, so that nobody takes it for a second event."""
    return say("🔁 <i>Sent again, in case it did not reach you.</i>\n\n{text}", text=text)
