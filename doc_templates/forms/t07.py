"""Where a mentee stands at the start, and what they expect; its first part is asked again at the end."""

from __future__ import annotations

from doc_templates.forms.block_a import BLOCK_A
from doc_templates.forms.recurring import FILLED_ON, LEADERS_ONLY, MENTEE
from doc_templates.forms.vocabulary import Answer, Form, Heading, Prose, Words

FORM = Form(
    code="T07",
    title=Words(en="Initial questionnaire for the mentee", bg="Начален въпросник за участника"),
    restricted=LEADERS_ONLY,
    intro=Words(
        en="It takes about ten minutes. There are no right or wrong answers. The sentences of part A come again "
        "at the end of the programme, so that you can see what has changed.",
        bg="Отнема около десет минути. Няма верни и грешни отговори. Изреченията в част А ще видите отново "
        "в края на програмата, за да проследите какво се е променило.",
    ),
    blocks=(
        MENTEE,
        FILLED_ON,
        Heading(words=Words(en="A. Where I stand today", bg="А. Докъде съм днес")),
        Prose(
            paragraphs=(
                Words(
                    en="How true is each sentence for you today? Mark one number in each row.",
                    bg="Доколко всяко изречение е вярно за Вас днес? Отбележете по едно число на ред.",
                ),
            )
        ),
        BLOCK_A,
        Heading(words=Words(en="B. What I expect", bg="Б. Какво очаквам")),
        Answer(
            name="expects_of_mentoring",
            label=Words(en="What do you expect of the mentoring?", bg="Какво очаквате от менторството?"),
            lines=3,
        ),
        Answer(
            name="expects_of_mentor",
            label=Words(en="What do you expect of your mentor?", bg="Какво очаквате от своя ментор?"),
            lines=3,
        ),
        Answer(
            name="expects_of_group",
            label=Words(en="What do you expect of the group?", bg="Какво очаквате от групата?"),
            lines=3,
        ),
        Answer(
            name="expects_of_manager",
            label=Words(en="What do you expect of the manager?", bg="Какво очаквате от ръководителя?"),
            lines=3,
        ),
        Heading(words=Words(en="C. Looking ahead", bg="В. Поглед напред")),
        Answer(
            name="success",
            label=Words(
                en="What would make this programme a success for you?",
                bg="Какво трябва да се случи, за да е успешна програмата за Вас?",
            ),
            lines=3,
        ),
        Answer(
            name="worries",
            label=Words(en="Is there anything that worries you?", bg="Има ли нещо, което Ви тревожи?"),
            lines=3,
        ),
        Answer(
            name="obstacles",
            label=Words(en="What could get in your way?", bg="Какво може да Ви попречи?"),
            lines=3,
        ),
    ),
)
