"""Which sessions there will be, about what, and what to prepare; a page that lives as long as the group."""

from __future__ import annotations

from doc_templates.forms.printed import NUMBER
from doc_templates.forms.recurring import MENTOR
from doc_templates.forms.vocabulary import Answer, Column, Form, Grid, Heading, PageBreak, Prose, Words

_PROGRAMME = Grid(
    name="sessions",
    columns=(
        Column(name="number", label=NUMBER, share=4),
        Column(name="date", label=Words(en="Date", bg="Дата"), share=9),
        Column(name="hours", label=Words(en="From–to", bg="От–до"), share=6),
        Column(name="mode", label=Words(en="How", bg="Как"), share=10),
        Column(name="place", label=Words(en="Place or link", bg="Място или връзка"), share=8),
        Column(name="kind", label=Words(en="Kind", bg="Вид"), share=9),
        Column(name="topic", label=Words(en="Topic", bg="Тема"), share=9),
        Column(name="result", label=Words(en="Result, goal", bg="Резултат, цел"), share=8),
        Column(name="preparation", label=Words(en="To prepare", bg="Подготовка"), share=9),
        Column(name="documents", label=Words(en="Documents", bg="Документи"), share=8),
        Column(name="responsible", label=Words(en="Who", bg="Отговаря"), share=7),
        Column(name="held_on", label=Words(en="Held on", bg="Проведена"), share=9),
        Column(name="status", label=Words(en="Status", bg="Статус"), share=10),
    ),
    blank_rows=12,
)

_ACTIONS = Grid(
    name="actions",
    columns=(
        Column(name="what", label=Words(en="What will be done", bg="Какво ще се направи"), share=6),
        Column(name="who", label=Words(en="By whom", bg="Кой"), share=3),
        Column(name="by_when", label=Words(en="By when", bg="Докога"), share=2),
    ),
    blank_rows=4,
    numbered=True,
)

FORM = Form(
    code="T05",
    title=Words(en="Session plan", bg="План на сесиите"),
    landscape=True,
    intro=Words(
        en="How: face to face, video or chat. Kind: initial, employability, entrepreneurship, monitoring or final. "
        "Status: planned, held, moved or cancelled.",
        bg="Как: присъствено, видео или чат. Вид: първа среща, заетост, предприемачество, мониторинг или финална. "
        "Статус: предстои, проведена, преместена или отменена.",
    ),
    blocks=(
        MENTOR,
        Answer(name="plan_made_on", label=Words(en="Plan of", bg="План от")),
        _PROGRAMME,
        PageBreak(),
        Heading(words=Words(en="Card of one session", bg="Карта на една среща")),
        Prose(
            paragraphs=(
                Words(
                    en="Copy this page for each session: it keeps to the same six steps.",
                    bg="Копирайте тази страница за всяка среща: стъпките винаги са същите.",
                ),
            )
        ),
        Answer(name="card_number", label=Words(en="Session no., date", bg="Среща №, дата")),
        Answer(name="card_topic", label=Words(en="Topic", bg="Тема")),
        Answer(name="check_in", label=Words(en="Check-in: how are you?", bg="Начало: как сте?")),
        Answer(
            name="since_last_time",
            label=Words(en="What was done since the last time", bg="Направено от миналия път"),
            lines=2,
        ),
        Answer(name="resources", label=Words(en="Materials and links", bg="Материали и връзки"), lines=2),
        _ACTIONS,
        Answer(name="working_together", label=Words(en="How do we work together?", bg="Как работим заедно?")),
        Answer(name="next_date", label=Words(en="Next session", bg="Следваща среща")),
    ),
)
