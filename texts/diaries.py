"""Words of the diary of mentoring."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from mentoring.diaries import LONGEST_TOGETHER, QUESTIONS, Question
from texts import session_kinds
from texts.say import Html
from texts.submissions import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mentoring.diaries import DiaryAnswer
    from mentoring.notices.diaries import DiaryAsked, DiaryPart, DiaryQuestion
    from mentoring.notices.sessions import SessionSeen
    from texts.say import Say


def asked(say: Say, notice: DiaryAsked) -> Html:
    what = about(say, notice.session)
    if notice.nudged_by is not None:
        return say(
            "📓 <b>{name}</b> asks for your diary of {what}. It takes two minutes.", name=notice.nudged_by, what=what
        )
    if notice.begun:
        return say("📓 Your diary of {what} is begun. Would you like to finish it?", what=what)
    return say(
        "📓 <b>How was it?</b> Please write your diary of {what}: five short questions, two minutes. "
        "You can also speak your answers.",
        what=what,
    )


def about(say: Say, session: SessionSeen) -> Html:
    return say(
        "{number}. {kind} ({day})",
        number=session.number,
        kind=session_kinds.kind(say, session.kind, session.stage),
        day=say.day(session.starts_at),
    )


def question(say: Say, notice: DiaryQuestion) -> Html:
    return Html("\n\n".join([_asked(say, notice.question), _how(say, notice)]))


def _asked(say: Say, question: Question) -> Html:
    if question is Question.PRIVATE_NOTE:
        return say("🔒 <b>Is there anything that only your mentor should know?</b>")
    return say(
        "📓 Question {number} of {all}\n\n<b>{question}</b>",
        number=QUESTIONS.index(question) + 1,
        all=len(QUESTIONS),
        question=question_of(say, question),
    )


def _how(say: Say, notice: DiaryQuestion) -> Html:
    if notice.misread:
        return say("Please press one of the numbers: 1 is not at all, 5 is very good.")
    if notice.question is Question.PRIVATE_NOTE:
        return say("You can write it, say it in a voice message, or skip this. Nobody else will ever see it.")
    if notice.question is Question.PROGRESS:
        return say("1 is not at all, 5 is very good.")
    return say("Type your answer, or say it in a voice message.")


def question_of(say: Say, question: Question) -> str:
    match question:
        case Question.DONE:
            return say.label("What did you talk about and do?")
        case Question.LEARNED:
            return say.label("What was most useful? What did you learn?")
        case Question.NEXT:
            return say.label("What will you do before the next session, and by when?")
        case Question.EASY_HARD:
            return say.label("What was easy, and what was hard?")
        case Question.PROGRESS:
            return say.label("How do you feel about your progress?")
        case Question.PRIVATE_NOTE:
            return say.label("🔒 Only for the mentor")
        case _:
            assert_never(question)


def preview(say: Say, session: SessionSeen, answers: Sequence[DiaryAnswer]) -> Html:
    return say(
        "📓 <b>Your diary of {what}</b>\n\n{answers}\n\nOnly your mentors will read it.",
        what=about(say, session),
        answers=written(say, answers),
    )


def written(say: Say, answers: Sequence[DiaryAnswer]) -> Html:
    """What was skipped is left out."""
    given = (replace(one, text=shortened(one.text, LONGEST_TOGETHER)) for one in answers if one.text or one.voice)
    return Html("\n\n".join(_written(say, answer) for answer in given)) or say("Nothing is written yet.")


def _written(say: Say, answer: DiaryAnswer) -> Html:
    said = say.label("🎤 (spoken)") if answer.voice else answer.text
    if answer.question is Question.PROGRESS:
        said = say.label("{mark} of 5", mark=answer.text)
    return say("<i>{question}</i>\n{answer}", question=question_of(say, answer.question), answer=said)


def receipt(say: Say, session: SessionSeen, mentors: Sequence[str]) -> Html:
    what = about(say, session)
    if not mentors:
        return say("✅ Your diary of {what} is safe. Your group has no mentor here at the moment.", what=what)
    return say("✅ Your diary of {what} is with {mentors}. Thank you!", what=what, mentors=", ".join(mentors))


def is_out(say: Say, session: SessionSeen) -> Html:
    return say(
        "✏ You changed your answer, but your diary of {what} is sent already, and your mentor has it as it was. "
        "If something is to be added, just write to your mentor.",
        what=about(say, session),
    )


def received(say: Say, session: SessionSeen, mentee: str, answers: Sequence[DiaryAnswer]) -> Html:
    return say(
        "📓 <b>Diary of {mentee}</b>\n{group} · {what}\n\n{answers}",
        mentee=mentee,
        group=session.group,
        what=about(say, session),
        answers=written(say, answers),
    )


def part(say: Say, notice: DiaryPart) -> Html:
    asked = question_of(say, notice.question)
    if notice.voice is not None:
        return say("🎤 <b>{mentee}</b>: {question}", mentee=notice.mentee, question=asked)
    said = notice.text
    return say("📓 <b>{mentee}</b>: <i>{question}</i>\n\n{answer}", mentee=notice.mentee, question=asked, answer=said)
