"""What people type instead of pressing: a button's label in either language and alphabet, its number, or yes and no.

Old phones, the web and people who never saw a button get as far as everybody else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from handlers.buttons.groups import LeaveChatButton, RenewLinkButton
from handlers.buttons.joining import AgreeButton, DisagreeButton
from handlers.buttons.minutes import AcceptMinutes
from handlers.buttons.plan_drafts import DropDraft, TakeDraft, TurnRowPage
from handlers.buttons.programmes import PeriodButton, WipeButton
from handlers.buttons.sent_plans import ConfirmSentPlan
from handlers.buttons.session_gaps import NotNow, TakeTime
from handlers.buttons.sessions import ConfirmPlan, SayComing, TurnPage
from handlers.buttons.submissions import Withdraw
from handlers.codec import Button, pack, unpack
from handlers.screens.doors import doors, further_doors, way_home
from mentoring.people import Language
from mentoring.permissions import Standing
from mentoring.prompts import Asking
from mentoring.sessions import Coming
from mentoring.spelling import sounds
from mentoring.use_cases.yes_no import understood
from texts.doors import other_words
from texts.say import Say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from handlers.message import Content

#: No label is longer; what is longer was not meant as one.
LONGEST = 64
#: What a label adds: how many, until when.
_REMARK = re.compile(r"\s*\([^)]*\)")
#: Questions that are answered by a choice, so that a number or a yes can only mean a button.
CHOICES = frozenset(
    {Asking.MANAGER_LANGUAGE, Asking.JOINER_LANGUAGE, Asking.WHICH_NAME, Asking.CONSENT, Asking.DRAFT, Asking.ZONE}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """A button as its reader may name it: in the language of the card, and in the others."""

    labels: tuple[str, ...]
    data: str


def keys(shown: Sequence[Content]) -> Sequence[Key]:
    """Of one card, as it looks in each language; the first is its reader's."""
    labels: dict[str, list[str]] = {data: [] for _, data in _callbacks(shown[0]) if not _heads(data)}
    for label, data in chain.from_iterable(map(_callbacks, shown)):
        if data in labels:
            labels[data] += [label, _REMARK.sub("", label)]
    return [Key(labels=tuple(dict.fromkeys(names)), data=data) for data, names in labels.items()]


def _heads(data: str) -> bool:
    """A calendar's headings look like keys: “Tue” is a day that was typed, and not its column."""
    return data.startswith((f"{TurnPage.prefix}:", f"{TurnRowPage.prefix}:"))


def _callbacks(content: Content) -> Iterator[tuple[str, str]]:
    rows = (content.reply_markup or {}).get("inline_keyboard", [])
    for row in rows if isinstance(rows, list) else []:
        for key in row:
            if "callback_data" in key:
                yield key["text"], key["callback_data"]


def by_label(text: str, of: Sequence[Key]) -> Key | None:
    """The one that is called so; None also where two are."""
    said = sounds(text)
    found = [key for key in of if any(not said.isdisjoint(sounds(label)) for label in key.labels)]
    return found[0] if len({key.data for key in found}) == 1 else None


def by_number_or_answer(text: str, of: Sequence[Key]) -> Key | None:
    """1 is the first button; yes and no are for the card that asks it."""
    if text.strip().isdecimal():
        number = int(text)
        return of[number - 1] if 0 < number <= len(of) else None
    answer = understood(text)
    return None if answer is None else _answering(of, yes=answer)


def _answering(of: Sequence[Key], *, yes: bool) -> Key | None:
    found = [key for key in of if _says(button_of(key.data)) is yes]
    if not found and not yes and len(of) == 2 and _answering(of, yes=True) is not None:  # noqa: PLR2004 - a question
        found = [key for key in of if key != _answering(of, yes=True)]
    return found[0] if len(found) == 1 else None


def _says(button: Button | None) -> bool | None:
    """What it answers, where the question is yes or no."""
    match button:
        case AcceptMinutes() | AgreeButton() | ConfirmPlan() | ConfirmSentPlan() | PeriodButton() | TakeDraft():
            return True
        case TakeTime():
            return True
        case DisagreeButton() | DropDraft() | NotNow():
            return False
        case SayComing(coming=Coming.YES | Coming.NO as coming):
            return coming is Coming.YES
        case _:
            said = (getattr(button, name, None) for name in ("yes", "held"))
            return next((one for one in said if one is not None), getattr(button, "sure", None) or None)


def needs_a_press(key: Key, text: str) -> bool:
    """What cannot be taken back: words are answered by showing the button once more, unless they are its very name.

    What asks nothing first, or wipes, is never done at a word.
    """
    button = button_of(key.data)
    wipes = isinstance(button, WipeButton) and button.sure
    never = wipes or isinstance(button, Withdraw | RenewLinkButton | LeaveChatButton)
    return never or (getattr(button, "sure", False) is True and by_label(text, [key]) is None)


def button_of(data: str) -> Button | None:
    kind = _kinds().get(data.split(":", 1)[0])
    return None if kind is None else unpack(kind, data)


@cache
def _kinds() -> Mapping[str, type[Button]]:
    return {kind.prefix: kind for kind in Button.__subclasses__()}


def door_called(text: str) -> Key | None:
    """Doors can be named at any time, wherever they stand."""
    return by_label(text, _every_door())


@cache
def _every_door() -> Sequence[Key]:
    everybody, named = [*Standing], [Say(language, "UTC") for language in Language]
    in_languages = [
        [*chain.from_iterable([*doors(say, everybody), *further_doors(say, everybody), way_home(say)])] for say in named
    ]
    return [
        Key(labels=tuple(label for label, _ in same) + other_words(target.prefix), data=pack(target))
        for same in zip(*in_languages, strict=True)
        if isinstance(target := same[0][1], Button)
    ]
