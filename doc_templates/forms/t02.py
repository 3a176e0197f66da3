"""What one mentee wants to reach, in at most three goals, and what has come of it half-way and at the end."""

from __future__ import annotations

from doc_templates.forms.recurring import MENTEE, MENTOR
from doc_templates.forms.vocabulary import Answer, Column, Form, Grid, Heading, PageBreak, Prose, Words

_GOALS = Grid(
    name="goals",
    columns=(
        Column(name="goal", label=Words(en="Goal", bg="Цел"), share=5),
        Column(name="now", label=Words(en="Where I am now", bg="Докъде съм сега"), share=4),
        Column(name="measure", label=Words(en="How I will know", bg="По какво ще позная"), share=4),
        Column(name="by_when", label=Words(en="By when", bg="Докога"), share=3),
        Column(name="sessions", label=Words(en="Sessions that help", bg="Срещи, които помагат"), share=3),
    ),
    blank_rows=3,
    numbered=True,
    lines=3,
)

_STEPS = Grid(
    name="steps",
    columns=(
        Column(name="first", label=Words(en="First step", bg="Първа стъпка"), share=4),
        Column(name="second", label=Words(en="Second step", bg="Втора стъпка"), share=4),
        Column(name="third", label=Words(en="Third step", bg="Трета стъпка"), share=4),
        Column(name="help", label=Words(en="Help I need", bg="Нужна помощ"), share=4),
    ),
    blank_rows=3,
    numbered=True,
    lines=2,
)


def _review(name: str) -> Grid:
    return Grid(
        name=name,
        columns=(
            Column(name="reached", label=Words(en="Reached, %", bg="Постигната, %"), share=2),
            Column(name="comment", label=Words(en="Comment", bg="Коментар"), share=4),
            Column(name="why_not", label=Words(en="If not reached, why", bg="Ако не е постигната, защо"), share=4),
            Column(name="new_date", label=Words(en="New date", bg="Нов срок"), share=2),
        ),
        blank_rows=3,
        numbered=True,
        lines=3,
    )


FORM = Form(
    code="T02",
    title=Words(en="Personal goals and objectives", bg="Лични цели и задачи"),
    intro=Words(
        en="Fill this in together with your mentor. Three goals at most: a goal begins with a verb, says what exactly, "
        "and can be seen by somebody else when it is reached.",
        bg="Попълнете формуляра заедно с ментора си. Най-много три цели: целта започва с глагол, казва точно какво "
        "и постигането ѝ личи и за другите.",
    ),
    blocks=(
        MENTEE,
        MENTOR,
        Answer(name="filled_on", label=Words(en="Date", bg="Дата")),
        Answer(name="goals_version", label=Words(en="Version of the goals", bg="Версия на целите")),
        Answer(
            name="long_term_aim",
            label=Words(
                en="Where do I want to be in two or three years? One sentence.",
                bg="Къде искам да съм след две-три години? Едно изречение.",
            ),
            lines=2,
        ),
        Heading(words=Words(en="My goals", bg="Моите цели")),
        _GOALS,
        Heading(words=Words(en="How I begin, goal by goal", bg="Как започвам, цел по цел")),
        _STEPS,
        Answer(name="initials", label=Words(en="Initials: mentee, mentor", bg="Инициали: участник, ментор")),
        PageBreak(),
        Heading(words=Words(en="Review half-way", bg="Преглед по средата")),
        Prose(
            paragraphs=(
                Words(
                    en="How much of each goal is reached: 0, 25, 50, 75 or 100 %?",
                    bg="Каква част от всяка цел е постигната: 0, 25, 50, 75 или 100 %?",
                ),
            )
        ),
        _review("review_middle"),
        Heading(words=Words(en="Review at the end", bg="Преглед в края")),
        _review("review_final"),
    ),
)
