"""What the group talks about at the end; the manager leads and notes."""

from __future__ import annotations

from doc_templates.forms.recurring import MANAGER, MENTORS_AND_MANAGER_ONLY, SESSION_DATE, WHAT_WHO_WHEN
from doc_templates.forms.vocabulary import Answer, Form, Grid, Heading, Prose, Words

FORM = Form(
    code="T13",
    title=Words(en="Final discussion", bg="Финална дискусия"),
    restricted=MENTORS_AND_MANAGER_ONLY,
    intro=Words(
        en="The manager asks, everybody may answer, and the manager notes what was said. Note opinions without names.",
        bg="Ръководителят задава въпросите, всеки може да отговори, а ръководителят записва казаното. "
        "Мненията се записват без имена.",
    ),
    blocks=(
        MANAGER,
        SESSION_DATE,
        Answer(name="present", label=Words(en="Present", bg="Присъствали"), lines=2),
        Heading(words=Words(en="Looking back", bg="Поглед назад")),
        Answer(
            name="best_moment", label=Words(en="What was the best moment?", bg="Кой беше най-хубавият момент?"), lines=2
        ),
        Answer(
            name="expectations",
            label=Words(en="What did you expect, and what came of it?", bg="Какво очаквахте и какво се получи?"),
            lines=3,
        ),
        Answer(
            name="goals_not_reached",
            label=Words(en="Which goals were not reached, and why?", bg="Кои цели не бяха постигнати и защо?"),
            lines=3,
        ),
        Answer(
            name="group_work",
            label=Words(en="How did you work together as a group?", bg="Как се работеше в групата?"),
            lines=3,
        ),
        Answer(
            name="online_or_in_person",
            label=Words(
                en="What worked better online, and what face to face?",
                bg="Кое вървеше по-добре онлайн и кое – присъствено?",
            ),
            lines=3,
        ),
        Heading(words=Words(en="Documents and tools", bg="Документи и инструменти")),
        Answer(
            name="tools_kept",
            label=Words(en="Which of them should stay?", bg="Кои от тях да останат?"),
            lines=2,
        ),
        Answer(
            name="tools_dropped",
            label=Words(en="Which of them should go or change?", bg="Кои да отпаднат или да се променят?"),
            lines=2,
        ),
        Heading(words=Words(en="Looking ahead", bg="Поглед напред")),
        Answer(
            name="advice",
            label=Words(en="What would you tell the next group?", bg="Какво бихте посъветвали следващата група?"),
            lines=3,
        ),
        Answer(name="plans", label=Words(en="What are your plans now?", bg="Какви са плановете Ви сега?"), lines=3),
        Answer(
            name="staying_in_touch",
            label=Words(en="How do you stay in touch?", bg="Как ще поддържате връзка?"),
            lines=2,
        ),
        Prose(paragraphs=(Words(en="What we have agreed", bg="Какво се договорихме"),)),
        Grid(name="actions", columns=WHAT_WHO_WHEN, blank_rows=3),
    ),
)
