"""The one next step of everybody, in words and on its button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from mentoring.next_steps import Doing
from texts import kit

if TYPE_CHECKING:
    from mentoring.next_steps import NextStep
    from texts.say import Html, Say

#: What a manager does before the first session of a group.
_SettingUp: TypeAlias = Literal[
    Doing.NAME_FIRST_GROUP, Doing.NAME_MENTOR, Doing.NAME_MENTEES, Doing.SHARE_LINKS, Doing.BIND_CHAT
]

#: What somebody else waits for.
_ForOthers: TypeAlias = Literal[Doing.READ_CONCERN, Doing.REVIEW_WAITING]


def step(say: Say, next_step: NextStep) -> Html:
    group = next_step.group_name or ""
    name = next_step.reference or ""
    match next_step.doing:
        case Doing.READ_CONCERN | Doing.REVIEW_WAITING as doing:
            return _for_others(say, doing, next_step)
        case Doing.ANSWER_QUESTION:
            return say("<b>Next:</b> answer the question about <b>{name}</b>.", name=name)
        case Doing.FIX_RETURNED:
            return say("<b>Next:</b> correct <b>{name}</b> and send it again.", name=name)
        case Doing.FINISH_SENDING:
            return say("<b>Next:</b> finish sending <b>{name}</b>; one answer is missing.", name=name)
        case Doing.SIGN:
            title = "" if next_step.title is None else kit.title(say, next_step.title)
            return say("<b>Next:</b> sign “{title}” of <b>{group}</b>.", title=title, group=group)
        case (
            Doing.NAME_FIRST_GROUP | Doing.NAME_MENTOR | Doing.NAME_MENTEES | Doing.SHARE_LINKS | Doing.BIND_CHAT
        ) as doing:
            return _setting_up(say, doing, group)
        case Doing.READ_GUIDE:
            return say("<b>Next:</b> read the guide to the documents: what each is for, who signs it, until when.")
        case Doing.WAIT_FOR_PEOPLE:
            return say.n(
                "All is set up. <b>{count}</b> person of <b>{group}</b> has not joined yet.",
                "All is set up. <b>{count}</b> people of <b>{group}</b> have not joined yet.",
                next_step.count,
                group=group,
            )
        case Doing.WRITE_DIARY:
            return say("<b>Next:</b> write your diary of the session of <b>{group}</b>. Five questions.", group=group)
        case Doing.PLAN_SESSION:
            return say("<b>Next:</b> plan the next session of <b>{group}</b>.", group=group)
        case Doing.SESSION_AHEAD:
            at = say.moment(next_step.at) if next_step.at else ""
            return say("<b>Next:</b> <b>{group}</b> meets on {at}.", group=group, at=at)
        case Doing.SEND_FIRST:
            return say("<b>Next:</b> send your first document. I take it to your mentor.")
        case Doing.FIND_A_GROUP:
            return say("<b>Next:</b> open the link that your manager gave you. You are in no group at the moment.")
        case Doing.NOTHING:
            return say("All is done; nothing waits for you.")
        case _:
            assert_never(next_step.doing)


def _for_others(say: Say, doing: _ForOthers, next_step: NextStep) -> Html:
    name = next_step.reference or ""
    match doing:
        case Doing.READ_CONCERN:
            return say.n(
                "<b>Next:</b> read the concern <b>{name}</b>; nobody takes care of it yet.",
                "<b>Next:</b> read {count} concerns; nobody takes care of them yet. The oldest is <b>{name}</b>.",
                next_step.count,
                name=name,
            )
        case Doing.REVIEW_WAITING:
            return say.n(
                "<b>Next:</b> {count} submission waits for your review, <b>{name}</b> from {who}.",
                "<b>Next:</b> {count} submissions wait for your review, the longest <b>{name}</b> from {who}.",
                next_step.count,
                name=name,
                who=next_step.who or "",
            )
        case _:
            assert_never(doing)


def line(say: Say, one: NextStep) -> Html:
    """As one of several things that are open."""
    name, group = one.reference or "", one.group_name or ""
    match one.doing:
        case Doing.READ_CONCERN:
            return say("🛟 Concern <b>{name}</b>: nobody takes care of it yet", name=name)
        case Doing.REVIEW_WAITING:
            return say("📥 <b>{name}</b> from {who} waits for your review", name=name, who=one.who or "")
        case Doing.ANSWER_QUESTION:
            return say("❔ A question about <b>{name}</b>", name=name)
        case Doing.FIX_RETURNED:
            return say("✏️ <b>{name}</b> is to be corrected", name=name)
        case Doing.FINISH_SENDING:
            return say("📎 <b>{name}</b>: one answer is missing", name=name)
        case Doing.WRITE_DIARY:
            return say("📓 The diary of the session of <b>{group}</b>", group=group)
        case Doing.SESSION_AHEAD:
            return say("🗓 <b>{group}</b> meets on {at}", group=group, at=say.moment(one.at) if one.at else "")
        case _:
            return step(say, one)


def _setting_up(say: Say, doing: _SettingUp, group: str) -> Html:
    match doing:
        case Doing.NAME_FIRST_GROUP:
            return say("<b>Next:</b> name your first mentoring group.")
        case Doing.NAME_MENTOR:
            return say("<b>Next:</b> say who the mentor of <b>{group}</b> is.", group=group)
        case Doing.NAME_MENTEES:
            return say("<b>Next:</b> list the mentees of <b>{group}</b>.", group=group)
        case Doing.SHARE_LINKS:
            return say("<b>Next:</b> pass on the links, so that the people of <b>{group}</b> can join.", group=group)
        case Doing.BIND_CHAT:
            return say("<b>Next:</b> connect <b>{group}</b> with its Telegram group.", group=group)
        case _:
            assert_never(doing)


def button(say: Say, doing: Doing) -> str | None:
    """None where there is nothing to press."""
    match doing:
        case Doing.READ_CONCERN:
            return say.label("▶ Read it")
        case Doing.REVIEW_WAITING:
            return say.label("▶ Review")
        case Doing.ANSWER_QUESTION:
            return say.label("▶ Answer")
        case Doing.FIX_RETURNED:
            return say.label("▶ Correct it")
        case Doing.FINISH_SENDING:
            return say.label("▶ Finish")
        case Doing.SIGN:
            return say.label("▶ To the signature")
        case Doing.NAME_FIRST_GROUP:
            return say.label("▶ Name the group")
        case Doing.NAME_MENTOR:
            return say.label("▶ Name the mentor")
        case Doing.NAME_MENTEES:
            return say.label("▶ List the mentees")
        case Doing.SHARE_LINKS:
            return say.label("▶ Links and posters")
        case Doing.BIND_CHAT:
            return say.label("▶ Connect the Telegram group")
        case Doing.READ_GUIDE:
            return say.label("▶ Read the guide")
        case Doing.WAIT_FOR_PEOPLE:
            return say.label("▶ See who is missing")
        case Doing.WRITE_DIARY:
            return say.label("▶ Write the diary")
        case Doing.PLAN_SESSION:
            return say.label("▶ Plan the session")
        case Doing.SESSION_AHEAD:
            return say.label("▶ Open the session")
        case Doing.SEND_FIRST:
            return say.label("▶ How to send it")
        case Doing.FIND_A_GROUP | Doing.NOTHING:
            return None
        case _:
            assert_never(doing)
