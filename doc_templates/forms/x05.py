"""What a mentor leaves to the one who follows, so that nobody has to begin anew."""

from __future__ import annotations

from doc_templates.forms.recurring import MENTORS_AND_MANAGER_ONLY
from doc_templates.forms.vocabulary import Answer, Column, Form, Grid, Heading, Words

_MENTEES = Grid(
    name="mentees",
    columns=(
        Column(name="mentee", label=Words(en="Mentee", bg="Участник"), share=3),
        Column(name="goal", label=Words(en="Most important goal", bg="Най-важна цел"), share=4),
        Column(name="so_far", label=Words(en="How far they have come", bg="Докъде се стигна"), share=4),
        Column(name="mind", label=Words(en="What to mind", bg="На какво да се обърне внимание"), share=4),
    ),
    blank_rows=6,
    numbered=True,
)

_OPEN = Grid(
    name="open_tasks",
    columns=(
        Column(name="what", label=Words(en="What is open", bg="Какво е отворено"), share=6),
        Column(name="who", label=Words(en="Whose turn it is", bg="Чий ред е"), share=3),
        Column(name="by_when", label=Words(en="By when", bg="Докога"), share=2),
    ),
    blank_rows=5,
    numbered=True,
)

_SESSIONS = Grid(
    name="next_sessions",
    columns=(
        Column(name="date", label=Words(en="Date and time", bg="Дата и час"), share=3),
        Column(name="mode", label=Words(en="How you meet", bg="Как се срещате"), share=3),
        Column(name="place", label=Words(en="Place or link", bg="Място или връзка"), share=4),
        Column(name="topic", label=Words(en="Topic", bg="Тема"), share=4),
    ),
    blank_rows=3,
)

FORM = Form(
    code="X05",
    title=Words(en="Handover note", bg="Бележка за предаване"),
    restricted=MENTORS_AND_MANAGER_ONLY,
    intro=Words(
        en="For the mentor who follows. Leave out what a mentee told you in confidence, unless they agree.",
        bg="За следващия ментор. Не записвайте доверено Ви от участник, освен с негово съгласие.",
    ),
    blocks=(
        Answer(name="from_mentor", label=Words(en="Handed over by", bg="Предава")),
        Answer(name="to_mentor", label=Words(en="Taken over by", bg="Приема")),
        Answer(name="handed_over_on", label=Words(en="On", bg="На дата")),
        Heading(words=Words(en="The mentees", bg="Участниците")),
        _MENTEES,
        Heading(words=Words(en="What is open", bg="Какво е отворено")),
        _OPEN,
        Answer(
            name="documents_missing",
            label=Words(en="Documents still missing, and whose", bg="Липсващи документи и чии са те"),
            lines=2,
        ),
        Heading(words=Words(en="Next sessions", bg="Следващи срещи")),
        _SESSIONS,
        Heading(words=Words(en="The group", bg="Групата")),
        Answer(
            name="works_well",
            label=Words(en="What works well in this group", bg="Какво върви добре в тази група"),
            lines=2,
        ),
        Answer(name="needs_care", label=Words(en="What needs care", bg="Кое иска внимание"), lines=2),
        Answer(
            name="promised",
            label=Words(en="What I have promised, and to whom", bg="Какво обещах и на кого"),
            lines=2,
        ),
        Answer(
            name="reachable",
            label=Words(en="How and until when you can ask me", bg="Как и докога можете да ме попитате"),
        ),
    ),
)
