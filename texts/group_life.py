"""A whole group finishes, opens again, merges or splits: what follows, told plainly and without reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.group_deeds import GroupDeed
from mentoring.groups import GroupState
from mentoring.people import Role
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.notices.group_life import AskGroupDeed, GroupLifePost, GroupMoved, GroupNews, SplitLine
    from texts.say import Say


def group_life_button(say: Say) -> str:
    return say.label("🔀 Finish, merge, split")


def group_life(say: Say, *, name: str, state: GroupState) -> Html:
    match state:
        case GroupState.RUNNING:
            return say("<b>{name}</b> is running. What shall become of it?", name=name)
        case GroupState.COMPLETED:
            return say("🎓 <b>{name}</b> has completed. Everything can still be read.", name=name)
        case GroupState.COMPLETED_EARLY:
            return say("🎓 <b>{name}</b> has completed early. Everything can still be read.", name=name)
        case GroupState.MERGED:
            return say("<b>{name}</b> goes on in another group. Its history can still be read.", name=name)
        case _:
            assert_never(state)


def deed_button(say: Say, deed: GroupDeed) -> str:
    match deed:
        case GroupDeed.COMPLETE:
            return say.label("🎓 The group has completed")
        case GroupDeed.COMPLETE_EARLY:
            return say.label("🎓 Completed early: goals reached")
        case GroupDeed.REOPEN:
            return say.label("▶ Open again")
        case GroupDeed.MERGE:
            return say.label("🔀 Merge into another group")
        case GroupDeed.SPLIT:
            return say.label("✂ Split")
        case _:
            assert_never(deed)


def choose_merge(say: Say, *, name: str, any_other: bool) -> Html:
    if not any_other:
        return say("There is no other running group that <b>{name}</b> could join.", name=name)
    return say("<b>Into which group shall {name} go?</b>", name=name)


def ask_split_name(say: Say, *, name: str) -> Html:
    return say("<b>What is the new group called?</b>\n\nSome people of {name} will go there. Type its name.", name=name)


def choose_split(say: Say, *, name: str, new_name: str) -> Html:
    return say(
        "<b>Who goes from {name} to {new}?</b>\n\nTap the names, then Done. Without a mentor among them, those of "
        "{name} lead both groups.",
        name=name,
        new=new_name,
    )


def split_line(say: Say, one: SplitLine) -> str:
    name = say.label("{name} (mentor)", name=one.name) if one.role is Role.MENTOR else one.name
    return say.label("☑ {name}", name=name) if one.picked else say.label("☐ {name}", name=name)


def all_picked_button(say: Say) -> str:
    return say.label("✅ Done")


def ask_group_deed(say: Say, notice: AskGroupDeed) -> Html:
    parts = [_question(say, notice), *_follows(say, notice)]
    if notice.reason:
        parts.append(say("Reason: <i>{reason}</i>", reason=notice.reason))
    else:
        parts.append(say("If you like, type the reason in a few words. Only managers see it."))
    return Html("\n\n".join(parts))


def _question(say: Say, notice: AskGroupDeed) -> Html:
    match notice.deed:
        case GroupDeed.COMPLETE | GroupDeed.COMPLETE_EARLY:
            return say(
                "<b>Has {name} completed?</b>\n\nIts mentees count as completed and go on reading their documents. "
                "Nothing more is planned, and reminders stop. You can open it again.",
                name=notice.name,
            )
        case GroupDeed.REOPEN:
            return say(
                "<b>Open {name} again?</b>\n\nThe mentees who completed with it take part again.", name=notice.name
            )
        case GroupDeed.MERGE:
            return say(
                "<b>Merge {name} into {other}?</b>\n\nEverybody below goes to {other} with all documents. {name} can "
                "only be read after that.",
                name=notice.name,
                other=notice.other,
            )
        case GroupDeed.SPLIT:
            return say(
                "<b>Split {name}?</b>\n\nThe people below go to the new group {other} with all their documents. "
                "Sessions stay with {name}.",
                name=notice.name,
                other=notice.other,
            )
        case _:
            assert_never(notice.deed)


def _follows(say: Say, notice: AskGroupDeed) -> Sequence[Html]:
    parts = []
    if notice.people:
        parts.append(say("👥 {names}", names=", ".join(notice.people)))
    if notice.sessions:
        parts.append(
            say.n(
                "🗓 {count} planned session is called off.",
                "🗓 {count} planned sessions are called off.",
                notice.sessions,
            )
        )
    if notice.documents:
        parts.append(
            say.n("📄 {count} document is still open.", "📄 {count} documents are still open.", notice.documents)
        )
    if notice.both:
        parts.append(say("These lead both groups: {names}.", names=", ".join(notice.both)))
    return parts


def confirm_button(say: Say, deed: GroupDeed) -> str:
    match deed:
        case GroupDeed.MERGE:
            return say.label("✅ Yes, merge")
        case GroupDeed.SPLIT:
            return say.label("✅ Yes, split")
        case GroupDeed.REOPEN:
            return say.label("✅ Yes, open again")
        case _:
            return say.label("✅ Yes, completed")


def group_moved(say: Say, notice: GroupMoved) -> Html:
    return say(
        "🔀 <b>You are in the group {name} now</b>, together with others. Until now it was {old}.\n\n"
        "Mentor: {mentors}\nYour documents have come along.",
        name=notice.name,
        old=notice.old_name,
        mentors=", ".join(notice.mentors) or "–",
    )


def group_news(say: Say, notice: GroupNews) -> Html:
    parts = [_news(say, notice)]
    if notice.people:
        parts.append(say("👥 {names}", names=", ".join(notice.people)))
    if notice.documents:
        parts.append(
            say.n("📄 {count} document is still open.", "📄 {count} documents are still open.", notice.documents)
        )
    if notice.reason:
        parts.append(say("Reason: <i>{reason}</i>", reason=notice.reason))
    return Html("\n\n".join(parts))


def _news(say: Say, notice: GroupNews) -> Html:
    match notice.deed:
        case GroupDeed.COMPLETE | GroupDeed.COMPLETE_EARLY:
            return say("🎓 <b>{name}</b> has completed. Everything can still be read.", name=notice.name)
        case GroupDeed.REOPEN:
            return say("▶ <b>{name}</b> is open again.", name=notice.name)
        case GroupDeed.MERGE:
            return say("🔀 The people of {name} are in <b>{other}</b> now.", name=notice.name, other=notice.other)
        case GroupDeed.SPLIT:
            return say(
                "✂ Some people of {name} are in the new group <b>{other}</b> now.", name=notice.name, other=notice.other
            )
        case _:
            assert_never(notice.deed)


def post(say: Say, notice: GroupLifePost) -> Html:
    if notice.deed is GroupDeed.MERGE:
        return say("🔀 <b>{name}</b> goes on together with <b>{other}</b>.", name=notice.name, other=notice.other)
    return say("🎓 <b>{name}</b> has completed. Thank you all for the time together!", name=notice.name)


def too_small(say: Say, *, name: str, left: int) -> Html:
    if not left:
        return say("<b>{name}</b> has no mentees left. Shall it go on in another group?", name=name)
    return say("<b>{name}</b> has only one mentee left. Shall it go on in another group?", name=name)


def leave_it_button(say: Say) -> str:
    return say.label("Leave it")
