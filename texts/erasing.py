"""Words about a wish to be erased, for the manager who decides and for whoever wished it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.erasing import Because
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.erasing import Erased, ErasureDecided, ErasureWish, NotErased
    from texts.say import Say


def wish(say: Say, notice: ErasureWish) -> Html:
    extent = notice.extent
    goes = say(
        "🗑 <b>{name}</b> wishes to be erased. You decide.\n\n<b>What would go:</b> the name, the Telegram account, "
        "files: {files}, from submissions: {submissions}, and the words of diaries: {diaries}, private questions: "
        "{questions} and concerns: {concerns}. They leave their groups.",
        name=notice.name,
        files=extent.files,
        submissions=extent.submissions,
        diaries=extent.diaries,
        questions=extent.questions,
        concerns=extent.concerns,
    )
    stays = say(
        "<b>What stays, and why:</b> filed files: {evidence}, because they prove that the programme took place; "
        "how many came to {attended} sessions and what was counted, without the person; and that you decided.",
        evidence=extent.evidence,
        attended=extent.attended,
    )
    return Html(f"{goes}\n\n{stays}")


def wish_for_button(say: Say) -> str:
    return say.label("🗑 Wishes to be erased…")


def ask_wish_for(say: Say, name: str) -> Html:
    return say(
        "🗑 <b>Does {name} wish to be erased?</b>\n\nI note it as their own wish. Nothing is erased yet: you see what "
        "would go and what has to stay, and then a manager decides.",
        name=name,
    )


def wishes_button(say: Say) -> str:
    return say.label("✅ Yes, note it")


def sure(say: Say, name: str) -> Html:
    return say(
        "🗑 <b>Erase {name} for good?</b>\n\nNobody can bring it back. What Telegram shows in chats stays with "
        "whoever has it.",
        name=name,
    )


def erase_button(say: Say) -> str:
    return say.label("🗑 Erase")


def sure_button(say: Say) -> str:
    return say.label("🗑 Yes, erase for good")


def keep_button(say: Say) -> str:
    return say.label("🔒 Keep, with a reason")


def ask_why(say: Say, name: str) -> Html:
    return say("🔒 Why is what I keep about <b>{name}</b> not erased? Choose, or write it; they read it.", name=name)


def because_button(say: Say, because: Because) -> str:
    match because:
        case Because.EVIDENCE:
            return say.label("It proves our work")
        case Because.RUNNING:
            return say.label("The programme still runs")
        case Because.OTHER:
            return say.label("Another reason")
        case _:
            assert_never(because)


def decided(say: Say, notice: ErasureDecided) -> Html:
    if notice.erased:
        done = say("🗑 Done: here it is now <b>{name}</b>. {by} decided.", name=notice.name, by=notice.by)
        untold = say("Telegram does not let me write to them: they have not been told.")
    else:
        reason = _reason(say, notice.because or Because.OTHER, notice.words)
        done = say(
            "🔒 <b>{name}</b> is not erased. {by} decided: {reason}", name=notice.name, by=notice.by, reason=reason
        )
        untold = say("Telegram does not let me write to them now: they hear it when they are back.")
    if notice.on_paper:
        untold = say("They are not on Telegram: please tell them yourself.")
    return done if notice.told else Html(f"{done}\n\n{untold}")


def erased(say: Say, notice: Erased) -> Html:
    done = say(
        "🗑 What I kept about you is erased; {by} decided. I know neither your name nor your account any more. This is "
        "my last message, unless you come back with a new invitation.",
        by=notice.by,
    )
    if not notice.evidence:
        return done
    stays = say.n(
        "{count} filed file stays without your name in the record, because it proves that the programme took place.",
        "{count} filed files stay without your name in the record, because they prove that the programme took place.",
        notice.evidence,
    )
    return Html(f"{done}\n\n{stays}")


def not_erased(say: Say, notice: NotErased) -> Html:
    return say(
        "🔒 What I keep about you is not erased now. {by} decided, for this reason:\n\n<i>{reason}</i>\n\nIf you don't "
        "agree, write to {by}, or to the data protection authority. You can ask again at any time, under My data.",
        by=notice.by,
        reason=_reason(say, notice.because, notice.words),
    )


def _reason(say: Say, because: Because, words: str) -> Html:
    match because:
        case Because.EVIDENCE:
            return say("These documents prove that the programme took place, and have to be kept for now.")
        case Because.RUNNING:
            return say("The programme is still running and needs them until it ends.")
        case Because.OTHER:
            return say("{words}", words=words)
        case _:
            assert_never(because)
