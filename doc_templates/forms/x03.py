"""What the manager tells whoever pays: how often people met, what came of it, what should change."""

from __future__ import annotations

from doc_templates.forms.recurring import MANAGER, MANAGERS_ONLY, MENTOR, TRAFFIC_LIGHT, WHAT_WHO_WHEN
from doc_templates.forms.vocabulary import Answer, Choice, Column, Form, Grid, Heading, Prose, Words

_CONTACTS = Grid(
    name="contacts",
    columns=(
        Column(name="kind", label=Words(en="How they met", bg="Вид на срещите"), share=4),
        Column(name="planned", label=Words(en="Planned", bg="Планирани"), share=2),
        Column(name="held", label=Words(en="Held", bg="Състояли се"), share=2),
        Column(name="hours", label=Words(en="Hours", bg="Часове"), share=2),
        Column(name="attendance", label=Words(en="Attendance, %", bg="Присъствие, %"), share=2),
    ),
    blank_rows=4,
)

_DATES = Grid(
    name="sessions",
    columns=(
        Column(name="date", label=Words(en="Date", bg="Дата"), share=3),
        Column(name="kind", label=Words(en="How they met", bg="Вид"), share=3),
        Column(name="length", label=Words(en="Length", bg="Времетраене"), share=3),
        Column(name="topic", label=Words(en="Topic", bg="Тема"), share=6),
        Column(name="present", label=Words(en="Present", bg="Присъствали"), share=3),
    ),
    blank_rows=6,
    numbered=True,
)

_OUTCOMES = Grid(
    name="outcomes",
    columns=(
        Column(name="mentee", label=Words(en="Mentee", bg="Участник"), share=4),
        Column(name="sessions", label=Words(en="Sessions", bg="Срещи"), share=2),
        Column(name="documents", label=Words(en="Documents", bg="Документи"), share=3),
        Column(name="goals", label=Words(en="Goals, %", bg="Цели, %"), share=2),
        Column(name="outcome", label=Words(en="What came of it", bg="Резултат"), share=6),
    ),
    blank_rows=6,
    numbered=True,
)

FORM = Form(
    code="X03",
    title=Words(en="Monitoring report", bg="Мониторинг доклад"),
    restricted=MANAGERS_ONLY,
    blocks=(
        Prose(
            paragraphs=(
                Words(
                    en="On the group {{ group_name }}, from {{ period_begins }} to {{ period_ends }}.",
                    bg="За група {{ group_name }}, от {{ period_begins }} до {{ period_ends }}",
                ),
            )
        ),
        MANAGER,
        MENTOR,
        Heading(words=Words(en="1. Meetings", bg="1. Срещи")),
        _CONTACTS,
        _DATES,
        Heading(words=Words(en="2. Results", bg="2. Резултати")),
        _OUTCOMES,
        Answer(
            name="change",
            label=Words(
                en="What changed between the first and the last questionnaire",
                bg="Какво се промени между началния и финалния въпросник",
            ),
            lines=2,
        ),
        Heading(words=Words(en="3. How it goes", bg="3. Как върви")),
        Answer(
            name="relationship",
            label=Words(en="Work between mentor and mentees", bg="Работа между ментора и участниците"),
            lines=2,
        ),
        Answer(name="documents", label=Words(en="Documents still missing", bg="Липсващи документи"), lines=2),
        Answer(
            name="issues",
            label=Words(en="Difficulties, and what was done about them", bg="Трудности и какво е направено"),
            lines=3,
        ),
        Choice(name="overall", label=Words(en="On the whole", bg="Обща оценка"), options=TRAFFIC_LIGHT),
        Heading(words=Words(en="4. Recommendations", bg="4. Препоръки")),
        Answer(name="recommendations", label=Words(en="What should change", bg="Какво да се промени"), lines=3),
        Grid(name="actions", columns=WHAT_WHO_WHEN, blank_rows=3, numbered=True),
        Answer(name="confirmed_by", label=Words(en="Manager (signature, date)", bg="Ръководител (подпис, дата)")),
    ),
)
