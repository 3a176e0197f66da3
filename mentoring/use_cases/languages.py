"""Which language somebody reads: asked on the way in, changed with one tap later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mentoring.acting import Acting
from mentoring.acts import Act
from mentoring.people import Language
from mentoring.permissions import authorise
from mentoring.prompts import Asking
from mentoring.refusals import Refusal, Why
from mentoring.use_cases import colleagues, joining, managing, settings
from mentoring.use_cases.asking import open_question

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.ports import Record
    from mentoring.prompts import Prompt

_TYPED = {
    **dict.fromkeys(("bg", "български", "bulgarian", "bulgarski", "бг"), Language.BG),
    **dict.fromkeys(("en", "english", "английски", "angliiski"), Language.EN),
}

_ON_THE_WAY_IN = (Asking.MANAGER_LANGUAGE, Asking.COLLEAGUE_LANGUAGE, Asking.JOINER_LANGUAGE)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChooseLanguage:
    by: Acting
    language: Language


def choose_language(record: Record, command: ChooseLanguage, now: datetime) -> None:
    actor = authorise(record, command.by, Act.CHOOSE_LANGUAGE)
    prompt = open_question(record, command.by, now, *_ON_THE_WAY_IN)
    if prompt is not None:
        return _on_the_way_in(record, command.by, command.language, prompt, now)
    if actor.person is None:
        raise Refusal(Why.GONE)
    changed = replace(actor.person, language=command.language)
    return settings.change(record, command.by, actor.person, changed, now)


def language_typed(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    """What is no language's name is answered by going on in the one that Telegram guesses: it can be changed later."""
    language = _TYPED.get(text.strip().casefold(), by.language)
    _on_the_way_in(record, by, language, prompt, now)


def _on_the_way_in(record: Record, by: Acting, language: Language, prompt: Prompt, now: datetime) -> None:
    if prompt.asking is Asking.MANAGER_LANGUAGE:
        return managing.language_chosen(record, by, language, now)
    if prompt.asking is Asking.COLLEAGUE_LANGUAGE:
        return colleagues.language_chosen(record, by, language, prompt, now)
    return joining.language_chosen(record, by, language, prompt, now)
