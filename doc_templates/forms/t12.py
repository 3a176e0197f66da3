"""What the manager asks mentees and mentors half-way; each part is a page of its own, so that one can be printed."""

from __future__ import annotations

from doc_templates.forms.recurring import MANAGERS_ONLY, TRAFFIC_LIGHT, WHAT_WHO_WHEN
from doc_templates.forms.vocabulary import Answer, Block, Choice, Form, Grid, Heading, PageBreak, Prose, Words

_ACTIONS = Words(en="What we have agreed", bg="Какво се договорихме")
_RATING = Words(en="The manager’s opinion", bg="Мнение на ръководителя")


def _agreed(part: str) -> tuple[Block, ...]:
    return (
        Prose(paragraphs=(_ACTIONS,)),
        Grid(name=f"{part}_actions", columns=WHAT_WHO_WHEN, blank_rows=2),
        Choice(name=f"{part}_rating", label=_RATING, options=TRAFFIC_LIGHT),
    )


_MENTEE = (
    Heading(words=Words(en="Part A. Interview with a mentee", bg="Част А. Разговор с участник")),
    Answer(name="mentee_name", label=Words(en="Mentee", bg="Участник")),
    Answer(name="mentee_asked_by", label=Words(en="Asked by, on", bg="Разговора води, дата")),
    Answer(name="mentee_meets", label=Words(en="1. Do you meet as planned?", bg="1. Срещате ли се по план?")),
    Answer(
        name="mentee_goals",
        label=Words(en="2. How far have you come with your goals?", bg="2. Докъде стигнахте с целите си?"),
        lines=2,
    ),
    Answer(name="mentee_helps", label=Words(en="3. What helps you most?", bg="3. Какво Ви помага най-много?"), lines=2),
    Answer(name="mentee_hinders", label=Words(en="4. What gets in the way?", bg="4. Какво Ви пречи?"), lines=2),
    Answer(
        name="mentee_heard",
        label=Words(en="5. Are you heard as much as the others?", bg="5. Изслушват ли Ви колкото другите?"),
    ),
    Answer(
        name="mentee_replies",
        label=Words(en="6. Does your mentor reply in time?", bg="6. Отговаря ли менторът Ви навреме?"),
    ),
    Answer(
        name="mentee_change",
        label=Words(
            en="7. Would you change anything: mentor, group or times?",
            bg="7. Бихте ли променили нещо: ментора, групата или часовете?",
        ),
        lines=2,
    ),
    Answer(
        name="mentee_support",
        label=Words(en="8. What support do you need?", bg="8. От каква подкрепа имате нужда?"),
        lines=2,
    ),
    *_agreed("mentee"),
)

_MENTOR = (
    Heading(words=Words(en="Part B. Interview with a mentor", bg="Част Б. Разговор с ментор")),
    Answer(name="mentor_name", label=Words(en="Mentor", bg="Ментор")),
    Answer(name="mentor_asked_by", label=Words(en="Asked by, on", bg="Разговора води, дата")),
    Answer(name="mentor_meets", label=Words(en="1. Do you meet as planned?", bg="1. Срещате ли се по план?")),
    Answer(
        name="mentor_goals",
        label=Words(en="2. How far have your mentees come?", bg="2. Докъде стигнаха участниците Ви?"),
        lines=2,
    ),
    Answer(name="mentor_helps", label=Words(en="3. What helps most?", bg="3. Какво помага най-много?"), lines=2),
    Answer(name="mentor_hinders", label=Words(en="4. What gets in the way?", bg="4. Какво пречи?"), lines=2),
    Answer(
        name="mentor_heard",
        label=Words(en="5. Is everybody in the group heard?", bg="5. Изслушват ли се всички в групата?"),
    ),
    Answer(
        name="mentor_replies",
        label=Words(en="6. Do your mentees reply in time?", bg="6. Отговарят ли участниците навреме?"),
    ),
    Answer(
        name="mentor_dropout",
        label=Words(en="7. Is anyone at risk of dropping out?", bg="7. Има ли риск някой да се откаже?"),
    ),
    Answer(
        name="mentor_workload",
        label=Words(en="8. Is the workload right for you?", bg="8. Приемливо ли е натоварването за Вас?"),
    ),
    Answer(
        name="mentor_documents",
        label=Words(en="9. How do you get on with the documents?", bg="9. Как се справяте с документите?"),
    ),
    Answer(
        name="mentor_change",
        label=Words(
            en="10. Would you change anything: group or times?", bg="10. Бихте ли променили групата или часовете?"
        ),
    ),
    Answer(
        name="mentor_support",
        label=Words(
            en="11. What support do you need from the manager?",
            bg="11. От каква подкрепа на ръководителя имате нужда?",
        ),
        lines=2,
    ),
    *_agreed("mentor"),
)

FORM = Form(
    code="T12",
    title=Words(en="Mid-term interview", bg="Междинно интервю"),
    restricted=MANAGERS_ONLY,
    intro=Words(
        en="A talk in private, about twenty minutes. Fill in one part only and print the page that you need. "
        "Say before you begin that neither the group nor the other side will see the answers.",
        bg="Разговор насаме, около двадесет минути. Попълнете само едната част и отпечатайте нужната страница. "
        "Преди началото кажете, че нито групата, нито другата страна ще види отговорите.",
    ),
    blocks=(*_MENTEE, PageBreak(), *_MENTOR),
)
