"""What happened in a session, as the mentor notes it: the diary is each mentee’s own view only."""

from __future__ import annotations

from doc_templates.forms.recurring import (
    MENTOR,
    SESSION_DATE,
    SESSION_LENGTH,
    SESSION_MODE,
    SESSION_NUMBER,
    SESSION_TOPIC,
    WHAT_WHO_WHEN,
)
from doc_templates.forms.vocabulary import Answer, Choice, Column, Form, Grid, Heading, Option, PageBreak, Prose, Words

_ATTENDANCE = Grid(
    name="attendance",
    columns=(
        Column(name="person", label=Words(en="Name", bg="Име"), share=5),
        Column(name="role", label=Words(en="Role", bg="Роля"), share=3),
        Column(
            name="presence", label=Words(en="Present, late, absent", bg="Присъствие, закъснение, отсъствие"), share=4
        ),
        Column(name="remark", label=Words(en="Remark", bg="Бележка"), share=4),
    ),
    blank_rows=8,
    numbered=True,
)

_AGENDA = Choice(
    name="agenda",
    label=Words(en="Agenda: tick what was done", bg="Дневен ред: отбележете направеното"),
    options=(
        Option(key="check_in", words=Words(en="how everybody is", bg="как е всеки от нас")),
        Option(key="review", words=Words(en="what was agreed last time", bg="уговореното миналия път")),
        Option(key="topic", words=Words(en="the topic", bg="темата")),
        Option(key="resources", words=Words(en="useful sources", bg="полезни източници")),
        Option(key="actions", words=Words(en="what each will do", bg="какво ще направи всеки")),
        Option(key="cooperation", words=Words(en="how we work together", bg="как работим заедно")),
        Option(key="next_date", words=Words(en="next date", bg="следваща дата")),
    ),
    many=True,
)

_TRANSCRIPT = Grid(
    name="transcript",
    columns=(
        Column(name="time", label=Words(en="Time", bg="Час"), share=2),
        Column(name="person", label=Words(en="Name", bg="Име"), share=4),
        Column(name="text", label=Words(en="Text", bg="Текст"), share=12),
    ),
    blank_rows=1,
)

FORM = Form(
    code="X02",
    title=Words(en="Session record", bg="Протокол от срещата"),
    blocks=(
        MENTOR,
        SESSION_NUMBER,
        SESSION_DATE,
        Answer(name="session_hours", label=Words(en="From–to", bg="От–до")),
        SESSION_LENGTH,
        SESSION_MODE,
        SESSION_TOPIC,
        Heading(words=Words(en="Who was there", bg="Присъствие")),
        _ATTENDANCE,
        Heading(words=Words(en="What we did", bg="Какво направихме")),
        _AGENDA,
        Answer(
            name="review",
            label=Words(en="What became of the last homework", bg="Какво стана със задачите от миналия път"),
            lines=2,
        ),
        Answer(
            name="discussed",
            label=Words(en="What we talked about and found out", bg="Какво обсъдихме и до какво стигнахме"),
            lines=5,
        ),
        PageBreak(),
        Answer(name="decisions", label=Words(en="What we decided", bg="Какво решихме"), lines=3),
        Heading(words=Words(en="What each will do", bg="Какво ще направи всеки")),
        Grid(name="actions", columns=WHAT_WHO_WHEN, blank_rows=5, numbered=True),
        Answer(name="next_steps", label=Words(en="Next steps", bg="Следващи стъпки"), lines=2),
        Answer(
            name="resources",
            label=Words(en="Useful sources: links, books, people", bg="Полезни източници: връзки, книги, хора"),
            lines=2,
        ),
        Answer(name="cooperation", label=Words(en="How we work together", bg="Как работим заедно"), lines=2),
        Answer(
            name="next_session_date",
            label=Words(en="Next session: date, time, place", bg="Следваща среща: дата, час, място"),
        ),
        Heading(words=Words(en="Annex: what was written in the chat", bg="Приложение: написаното в чата")),
        Prose(
            paragraphs=(
                Words(
                    en="Only for sessions in the chat: what was written from the start of the session to its end. "
                    "Everybody was told at the start that it is recorded.",
                    bg="Само за срещи в чата: написаното от началото до края на срещата. "
                    "В началото всички са уведомени, че се записва.",
                ),
            )
        ),
        _TRANSCRIPT,
    ),
)
