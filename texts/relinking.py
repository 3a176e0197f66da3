"""Words about new phones and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.relinking import (
        AskMerge,
        AskRelink,
        MergeAwaited,
        MergeDecided,
        RelinkCode,
        RelinkDone,
        RelinkNews,
    )
    from texts.say import Say


def relink_button(say: Say) -> str:
    return say.label("📱 New phone or account")


def own_link_button(say: Say) -> str:
    return say.label("🔗 A link for them alone")


def relink_of_button(say: Say, *, name: str) -> str:
    return say.label("📱 New account: {name}", name=name)


def relink_code(say: Say, notice: RelinkCode, *, link: str) -> Html:
    if notice.first:
        return say(
            "🔗 <b>{name}</b> opens this link in Telegram, answers a few questions and goes on with everything that "
            "was filed for them:\n{link}\n\nIt works once, until {until}. Give it to nobody else: whoever opens it "
            "takes the place.",
            name=notice.name,
            link=link,
            until=say.moment(notice.expires_at),
        )
    return say(
        "📱 <b>{name}</b> opens this link on the new Telegram account and has their place back, with everything in "
        "it:\n{link}\n\nIt works once, until {until}. Give it to nobody else: whoever opens it takes over the place. "
        "With the same account on a new phone there is nothing to do.",
        name=notice.name,
        link=link,
        until=say.moment(notice.expires_at),
    )


def ask_relink(say: Say, notice: AskRelink) -> Html:
    question = say(
        "Hello! With this link the place of <b>{name}</b> ({organisation}) moves to this Telegram account: groups, "
        "documents and diaries. The old account loses it.",
        name=notice.name,
        organisation=", ".join((*notice.groups, notice.organisation)),
    )
    confirm = say("<b>Are you {name}?</b>", name=notice.name)
    if not notice.duplicate:
        return Html(f"{question}\n\n{confirm}")
    known = say(
        "I know this account as <b>{name}</b> already; both become one, and nothing of either is lost.",
        name=notice.duplicate,
    )
    return Html(f"{question}\n\n{known}\n\n{confirm}")


def yes_button(say: Say) -> str:
    return say.label("✅ Yes, that's me")


def no_button(say: Say) -> str:
    return say.label("No, that's not me")


def merge_awaited(say: Say, notice: MergeAwaited) -> Html:
    return say(
        "I have asked the manager whether this account and <b>{name}</b> are one person, because that can't be undone. "
        "I write to you as soon as there is an answer.",
        name=notice.name,
    )


def ask_merge(say: Say, notice: AskMerge) -> Html:
    return say(
        "📱 The link for <b>{name}</b> was opened by <b>{duplicate}</b> ({groups}), whom I know already. "
        "<b>Are they one and the same person?</b>\n\nThen both become one, with everything of both; that can't be "
        "undone.",
        name=notice.name,
        duplicate=notice.duplicate,
        groups=", ".join(notice.groups) or "–",
    )


def one_person_button(say: Say) -> str:
    return say.label("✅ Yes, one person")


def two_people_button(say: Say) -> str:
    return say.label("No, two people")


def merge_decided(say: Say, notice: MergeDecided) -> Html:
    if notice.merged:
        return say(
            "📱 <b>{duplicate}</b> and <b>{name}</b> are one person now.", duplicate=notice.duplicate, name=notice.name
        )
    return say(
        "📱 <b>{duplicate}</b> and <b>{name}</b> stay two people. The link is ended; nothing was changed.",
        duplicate=notice.duplicate,
        name=notice.name,
    )


def same_account(say: Say) -> Html:
    return say("This is the account I know you by. There is nothing to change.")


def relink_declined(say: Say) -> Html:
    return say("All right. Nothing was changed, this link is ended, and the manager has been told.")


def relink_done(say: Say, notice: RelinkDone) -> Html:
    if notice.merged:
        return say(
            "📱 <b>Welcome back, {name}!</b> Your two accounts are one now. What is open follows.", name=notice.name
        )
    return say("📱 <b>Welcome back, {name}!</b> Your place is here now. What is open follows.", name=notice.name)


def place_moved(say: Say) -> Html:
    return say(
        "📱 Your place in the programme has moved to another Telegram account; I go on there. If that was not you, "
        "please tell your manager at once."
    )


def relink_news(say: Say, notice: RelinkNews) -> Html:
    if not notice.done:
        return say(
            "📱 The link for <b>{name}</b> was opened by {account}, who said that it was not for them. It is ended; "
            "nothing was changed.",
            name=notice.name,
            account=notice.account,
        )
    parts = [
        say(
            "📱 <b>{name}</b> has moved to a new Telegram account ({account}). If this wasn't right, make a new link "
            "and speak with {name} yourself.",
            name=notice.name,
            account=notice.account,
        )
    ]
    if notice.merged:
        parts.append(say("The new account was known to me already; both are one person now."))
    if notice.chats:
        parts.append(
            say(
                "In the Telegram group the old account may still be there; please remove it: {chats}",
                chats=", ".join(notice.chats),
            )
        )
    return Html("\n\n".join(parts))
