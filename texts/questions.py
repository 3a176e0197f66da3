"""Words about questions that are asked in private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.concerns import Way

if TYPE_CHECKING:
    from mentoring.notices.questions import (
        AnswerSent,
        AnswerWriting,
        PrivateAnswerPosted,
        QuestionAnswered,
        QuestionAsked,
        QuestionSent,
        QuestionWriting,
    )
    from texts.say import Html, Say


def how_to_ask(say: Say) -> Html:
    return say(
        "🙋 <b>Whom do you want to ask?</b>\n\n• Your mentor: nobody else sees it.\n• The group: I post your question "
        "without your name. Your mentor can see that it is from you."
    )


def question(say: Say, notice: QuestionWriting) -> Html:
    if notice.way is Way.TO_MENTOR:
        return say(
            "🙋 <b>What do you want to ask?</b> Type it as one message.\n\nOnly {mentors} will see it.",
            mentors=_mentors(notice.group.mentors),
        )
    return say(
        "🙋 <b>What shall I ask the group?</b> Type it as one message.\n\n<b>{group}</b> sees the question without "
        "your name. {mentors} can see that it is from you.",
        group=notice.group.name,
        mentors=_mentors(notice.group.mentors),
    )


def question_preview(say: Say, notice: QuestionWriting) -> Html:
    if notice.way is Way.TO_MENTOR:
        return say(
            "🙋 <b>To {mentors}:</b>\n\n{words}\n\nNobody else sees it.",
            mentors=_mentors(notice.group.mentors),
            words=notice.words,
        )
    return say(
        "🙋 <b>To the group {group}, without your name:</b>\n\n{words}\n\n{mentors} can see that it is from you.",
        group=notice.group.name,
        words=notice.words,
        mentors=_mentors(notice.group.mentors),
    )


def question_sent(say: Say, notice: QuestionSent) -> Html:
    if not notice.reached and notice.way is Way.TO_MENTOR:
        return say("✅ Your question is kept, but I can't reach {mentors} now.", mentors=_mentors(notice.mentors))
    if notice.way is Way.TO_MENTOR:
        return say("✅ Your question is with {mentors}. The answer comes here.", mentors=_mentors(notice.mentors))
    return say(
        "✅ Your question stands in the group <b>{group}</b>, without your name. The answer comes here or there.",
        group=notice.group,
    )


def question_asked(say: Say, notice: QuestionAsked) -> Html:
    if notice.way is Way.TO_MENTOR:
        return say(
            "🙋 <b>{name}</b> asks you, just you · {group}\n\n{words}",
            name=notice.name,
            group=notice.group,
            words=notice.words,
        )
    return say(
        "🙋 <b>{name}</b> asks the group {group}; the question stands there without the name. Please keep it so.\n"
        "{words}",
        name=notice.name,
        group=notice.group,
        words=notice.words,
    )


def answer(say: Say, notice: AnswerWriting) -> Html:
    if notice.way is Way.TO_MENTOR:
        return say(
            "<b>What do you answer {name}?</b> Type it as one message; only they see it.\n\n"
            "<blockquote>{question}</blockquote>",
            name=notice.name,
            question=notice.question,
        )
    return say(
        "<b>What do you answer in the group {group}?</b> Type it as one message; please don't name who asked.\n\n"
        "<blockquote>{question}</blockquote>",
        group=notice.group,
        question=notice.question,
    )


def answer_preview(say: Say, notice: AnswerWriting) -> Html:
    if notice.way is Way.TO_MENTOR:
        return say("<b>Only to {name}:</b>\n\n{words}", name=notice.name, words=notice.words)
    return say("<b>To everybody in {group}:</b>\n\n{words}", group=notice.group, words=notice.words)


def answer_sent(say: Say, notice: AnswerSent) -> Html:
    if notice.way is Way.TO_GROUP:
        if notice.reached:
            return say("✅ Your answer stands in the group <b>{group}</b>.", group=notice.group)
        return say("I can't post into the group <b>{group}</b> at the moment.", group=notice.group)
    if notice.reached:
        return say("✅ <b>{name}</b> has your answer.", name=notice.name)
    return say("Your answer is kept, but I can't reach <b>{name}</b> now.", name=notice.name)


def question_answered(say: Say, notice: QuestionAnswered) -> Html:
    return say(
        "💬 <b>{mentor}</b> answers you:\n\n<blockquote>{question}</blockquote>\n{words}",
        mentor=notice.mentor,
        question=notice.question,
        words=notice.words,
    )


def group_question(say: Say) -> Html:
    return say("🙋 <b>A question from the group</b>, without the name; the mentor knows who asks.")


def group_answer(say: Say, notice: PrivateAnswerPosted) -> Html:
    return say("💬 <b>{mentor}</b> answers a question from the group:", mentor=notice.mentor)


def ask_button(say: Say) -> str:
    return say.label("🙋 Ask privately")


def to_mentor_button(say: Say, group: str, *, alone: bool) -> str:
    return say.label("🙋 My mentor") if alone else say.label("🙋 My mentor in {group}", group=group)


def to_group_button(say: Say, group: str, *, alone: bool) -> str:
    return (
        say.label("👥 The group, without my name") if alone else say.label("👥 {group}, without my name", group=group)
    )


def answer_button(say: Say, way: Way, name: str) -> str:
    return say.label("↩ Answer {name}", name=name) if way is Way.TO_MENTOR else say.label("👥 Answer in the group")


def _mentors(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "–"
