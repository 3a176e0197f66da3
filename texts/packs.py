"""Words around an evidence pack; what stands in its index is in pack_index."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from mentoring.notices.packs import PackStage
from mentoring.people import Language
from texts.say import Html

if TYPE_CHECKING:
    from mentoring.notices.packs import PackCard, PackVolume
    from texts.say import Say

_NAMES = {Language.EN: "🇬🇧 English", Language.BG: "🇧🇬 Български"}


def pack(say: Say, notice: PackCard) -> Html:
    group = notice.group_name
    match notice.stage:
        case PackStage.ASKING:
            return say(
                "🗄 <b>Evidence pack of {group}</b>: all that is filed, with an index of who filed what and when, and "
                "of what is missing. In which language?",
                group=group,
            )
        case PackStage.MAKING:
            return _making(say, notice)
        case PackStage.READY:
            return _ready(say, notice)
        case PackStage.FAILED:
            return say("🗄 <b>Evidence pack of {group}</b>: it could not be made. Please try once more.", group=group)
        case _:
            assert_never(notice.stage)


def _making(say: Say, notice: PackCard) -> Html:
    if not notice.total:
        return say("🗄 <b>Evidence pack of {group}</b> is being made. I send it here.", group=notice.group_name)
    return say(
        "🗄 <b>Evidence pack of {group}</b> is being made: {done} of {total}. I send it here.",
        group=notice.group_name,
        done=notice.done,
        total=notice.total,
    )


def _ready(say: Say, notice: PackCard) -> Html:
    lines = [
        say.n(
            "🗄 <b>Evidence pack of {group}</b> is ready, with {count} file.",
            "🗄 <b>Evidence pack of {group}</b> is ready, with {count} files.",
            notice.done,
            group=notice.group_name,
        )
    ]
    if notice.left_out:
        lines.append(
            say.n(
                "{count} file could not be put in; the index says why.",
                "{count} files could not be put in; the index says why.",
                notice.left_out,
            )
        )
    if notice.missing:
        lines.append(
            say.n(
                "{count} document is not filed yet; the index names it.",
                "{count} documents are not filed yet; the index names them.",
                notice.missing,
            )
        )
    return Html("\n".join(lines))


def volume(say: Say, notice: PackVolume) -> Html:
    head = say("🗄 <b>{group}</b>, {day}", group=notice.group_name, day=say.date(notice.on))
    if notice.parts == 1:
        return head
    return say("{pack}: part {part} of {parts}", pack=head, part=notice.part, parts=notice.parts)


def pack_button(say: Say) -> str:
    return say.label("🗄 Evidence pack")


def again_button(say: Say) -> str:
    return say.label("🔁 Try once more")


def language_button(language: Language) -> str:
    return _NAMES[language]
