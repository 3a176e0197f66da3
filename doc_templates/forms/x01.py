"""Who was at which session: what funders ask for first."""

from __future__ import annotations

from doc_templates.forms.recurring import MENTORS_AND_MANAGER_ONLY
from doc_templates.forms.vocabulary import Answer, Column, Form, Grid, Heading, PageBreak, Prose, Words

#: How many sessions stand beside each other; who has more begins a second sheet.
SESSIONS_ON_A_SHEET = 12

_ATTENDANCE = Grid(
    name="attendance",
    columns=(
        Column(name="person", label=Words(en="Name", bg="Име"), share=10),
        Column(name="role", label=Words(en="Role", bg="Роля"), share=5),
        *(
            Column(name=f"session_{number}", label=Words(en=str(number), bg=str(number)), share=2)
            for number in range(1, SESSIONS_ON_A_SHEET + 1)
        ),
        Column(name="attended", label=Words(en="Attended", bg="Общо срещи"), share=4),
        Column(name="hours", label=Words(en="Hours", bg="Часове"), share=4),
    ),
    blank_rows=10,
    numbered=True,
)

_SESSIONS = Grid(
    name="sessions",
    columns=(
        Column(name="date", label=Words(en="Date", bg="Дата"), share=3),
        Column(name="begins", label=Words(en="From", bg="От"), share=2),
        Column(name="ends", label=Words(en="To", bg="До"), share=2),
        Column(name="mode", label=Words(en="How we met", bg="Как се срещнахме"), share=4),
        Column(name="topic", label=Words(en="Topic", bg="Тема"), share=9),
        Column(name="present", label=Words(en="Present", bg="Присъствали"), share=3),
    ),
    blank_rows=SESSIONS_ON_A_SHEET,
    numbered=True,
)

FORM = Form(
    code="X01",
    title=Words(en="Attendance register", bg="Присъствен списък на сесиите"),
    restricted=MENTORS_AND_MANAGER_ONLY,
    landscape=True,
    blocks=(
        Prose(
            paragraphs=(
                Words(
                    en="Group {{ group_name }}, {{ period_begins }} – {{ period_ends }}",
                    bg="Група {{ group_name }}, {{ period_begins }} – {{ period_ends }}",
                ),
                Words(
                    en="P – present, L – late, E – excused, A – absent, N – not expected at this session.",
                    bg="П – присъствие, З – закъснение, У – уважителна причина, О – отсъствие, Н – не се очаква.",
                ),
            )
        ),
        _ATTENDANCE,
        Answer(
            name="confirmed_by",
            label=Words(en="Confirmed by (name, signature, date)", bg="Потвърждава (име, подпис, дата)"),
        ),
        PageBreak(),
        Heading(words=Words(en="The sessions", bg="Срещите")),
        _SESSIONS,
    ),
)
