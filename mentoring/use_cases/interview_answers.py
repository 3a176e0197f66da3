"""Words typed in a talk: an answer, or a word that stands for a button. Nothing but words is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentoring.ids import InterviewId
from mentoring.interview_words import BACK, SKIP, STOP, is_word, noted, rating_said
from mentoring.interviews import AGREED, OVERALL, QUESTIONS, WHO, Answer
from mentoring.minutes import joined, tidied
from mentoring.names import cleaned_words
from mentoring.notices.interviews import Misread
from mentoring.prompts import Asking
from mentoring.refusals import Refusal
from mentoring.said_days import Asked, said
from mentoring.use_cases import interview_cards as cards
from mentoring.use_cases import interviewing
from mentoring.use_cases.interview_cards import Here
from mentoring.use_cases.interview_doors import talk_of
from mentoring.use_cases.interviewing import Go
from mentoring.use_cases.yes_no import understood
from mentoring.zones import wall

if TYPE_CHECKING:
    from datetime import datetime

    from mentoring.acting import Acting
    from mentoring.ports import Record
    from mentoring.prompts import Prompt

#: Characters of what was agreed, and of who does it: a line in a table.
LONGEST_ACTION, LONGEST_WHO = 500, 120
_WORDS = ((STOP, Go.STOP), (BACK, Go.BACK), (SKIP, Go.SKIP))


def words_given(record: Record, by: Acting, text: str, prompt: Prompt, now: datetime) -> None:
    talk = talk_of(record, by, InterviewId(prompt.number("interview")))
    here, words = Here(by=by, talk=talk, place=prompt.number("place"), now=now), tidied(text)
    way = next((way for meaning, way in _WORDS if is_word(words, meaning)), None)
    if way is not None:
        return interviewing.go(record, here, way)
    return _take(record, here, words, prompt.words("seen")) if words else cards.show(record, here)


def _take(record: Record, here: Here, words: str, seen: str) -> None:
    if here.step is None:
        return _at_the_end(record, here, words)
    if here.step in QUESTIONS[here.talk.interview.kind]:
        return _answered(record, here, here.step, words, seen=seen)
    if here.step == OVERALL:
        rating = rating_said(words)
        if rating is None:
            return cards.show(record, here, misread=Misread.COLOUR)
        return interviewing.rated(record, here, rating)
    return _agreed(record, here, words, seen=seen)


def _answered(record: Record, here: Here, question: str, words: str, *, seen: str) -> None:
    """What was rated before stays so, unless a coloured mark stands beside the words.

    What was `seen` on the card goes; what another manager has noted since then stays before the new words.
    """
    only_rated = rating_said(words)
    if only_rated is not None:
        return interviewing.rated(record, here, only_rated)
    text, rating = noted(words)
    before = here.talk.interview.answer(question)
    kept = rating or (before.rating if before is not None else None)
    theirs = "" if here.noted == seen else here.noted
    return interviewing.note(record, here, Answer(question=question, text=joined(theirs, text), rating=kept))


def _agreed(record: Record, here: Here, words: str, *, seen: str) -> None:
    interview, now = here.talk.interview, wall(here.now, here.talk.manager.zone)
    if here.step == AGREED:
        theirs = "" if here.noted == seen else here.noted
        mine = "" if understood(words) is False else cleaned_words(words)
        action = "; ".join(one for one in (theirs, mine) if one)[:LONGEST_ACTION]
        changed = replace(interview, action=action, action_by=interview.action_by if action else "")
        return interviewing.change(record, here, changed)
    if here.step == WHO:
        return interviewing.agreed(record, here, who=cleaned_words(words)[:LONGEST_WHO])
    found = said(words, now, asked=Asked.DAY)
    day = found.understood.day if found.understood is not None else None
    if day is None:
        return cards.show(record, here, said=found)
    return interviewing.agreed(record, here, until=day)


def _at_the_end(record: Record, here: Here, words: str) -> None:
    """Yes finishes it; a number is the question whose answer is put right."""
    if understood(words) and here.talk.interview.ended_at is None:
        return interviewing.finished(record, here)
    count = len(QUESTIONS[here.talk.interview.kind])
    is_number = words.isdecimal() and len(words) <= len(str(count)) and 0 < int(words) <= count
    return cards.show(record, here.to(int(words) - 1) if is_number else here)


def words_edited(record: Record, by: Acting, text: str, message_id: int, now: datetime) -> bool:
    """False where the message answered no question of the talk that goes on. A colour stays as it is."""
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.INTERVIEW:
        return False
    talk = talk_of(record, by, InterviewId(prompt.number("interview")))
    noted_before = (
        one for one in talk.interview.answers if prompt.draft.get(cards.said_in(one.question)) == message_id
    )
    before, words = next(noted_before, None), tidied(text)
    if before is None or not words:
        return False
    record.interviews.note(talk.interview.id, replace(before, text=noted(words)[0] or before.text))
    here = Here(by=by, talk=talk_of(record, by, talk.interview.id), place=prompt.number("place"), now=now)
    if here.step is None:
        cards.show(record, here)
    return True


def take_file(record: Record, by: Acting, now: datetime) -> bool:
    """Whether a talk waits for words: what is spoken or photographed is not kept, and the question is asked again."""
    prompt = record.prompts.of(by.telegram_id, now)
    if prompt is None or prompt.asking is not Asking.INTERVIEW:
        return False
    try:
        talk = talk_of(record, by, InterviewId(prompt.number("interview")))
    except Refusal:
        return False
    here = Here(by=by, talk=talk, place=prompt.number("place"), now=now)
    if here.step is None:
        return False
    cards.show(record, here, misread=Misread.FILE)
    return True
