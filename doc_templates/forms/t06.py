"""The diary of mentoring: the questions of the chat in the same words, without the note that only the mentor sees."""

from __future__ import annotations

from doc_templates.forms.recurring import (
    MENTEE,
    SESSION_DATE,
    SESSION_LENGTH,
    SESSION_MODE,
    SESSION_NUMBER,
    SESSION_TOPIC,
)
from doc_templates.forms.vocabulary import Answer, Form, Heading, Option, Rating, Words

FORM = Form(
    code="T06",
    title=Words(en="Diary of mentoring", bg="Дневник"),
    intro=Words(
        en="Five short questions after each session. The group can read this page; "
        "what only your mentor should know, send to the mentor in private.",
        bg="Пет кратки въпроса след всяка среща. Групата може да чете тази страница; "
        "каквото е само за ментора Ви, изпратете лично на него.",
    ),
    blocks=(
        MENTEE,
        SESSION_NUMBER,
        SESSION_DATE,
        SESSION_MODE,
        SESSION_LENGTH,
        SESSION_TOPIC,
        Answer(name="present", label=Words(en="Who was there", bg="Присъствали")),
        Heading(words=Words(en="How was it?", bg="Как мина?")),
        Answer(
            name="done",
            label=Words(en="1. What did you talk about and do?", bg="1. За какво говорихте и какво правихте?"),
            lines=3,
        ),
        Answer(
            name="learned",
            label=Words(
                en="2. What was most useful? What did you learn?", bg="2. Кое беше най-полезно? Какво научихте?"
            ),
            lines=3,
        ),
        Answer(
            name="next",
            label=Words(
                en="3. What will you do before the next session, and by when?",
                bg="3. Какво ще направите до следващата среща и докога?",
            ),
            lines=3,
        ),
        Answer(
            name="easy_hard",
            label=Words(en="4. What was easy, and what was hard?", bg="4. Кое беше лесно и кое трудно?"),
            lines=2,
        ),
        Rating(
            name="progress",
            items=(
                Option(
                    key="progress",
                    words=Words(en="5. How do you feel about your progress?", bg="5. Как оценявате напредъка си?"),
                ),
            ),
            low=Words(en="not at all", bg="никак"),
            high=Words(en="very good", bg="много добре"),
        ),
        Answer(
            name="question_for_next_time",
            label=Words(en="A question for next time", bg="Въпрос за следващия път"),
            lines=2,
        ),
        Answer(name="next_session_date", label=Words(en="Next session", bg="Следваща среща")),
    ),
)
