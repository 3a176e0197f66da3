"""What a mentor thinks of the programme at its end."""

from __future__ import annotations

from doc_templates.forms.recurring import FILLED_ON, FULLY, MANAGERS_ONLY, MENTOR, NOT_AT_ALL
from doc_templates.forms.vocabulary import (
    Answer,
    Choice,
    Column,
    Form,
    Grid,
    Heading,
    Option,
    PageBreak,
    Prose,
    Rating,
    Words,
)

_HOW_IT_WAS = Rating(
    name="how_it_was",
    items=(
        Option(
            key="prepared",
            words=Words(en="I was well prepared for my part.", bg="Подготовката ми за ролята беше добра."),
        ),
        Option(
            key="matched",
            words=Words(en="The mentees and I were well matched.", bg="Подборът на участниците за мен беше сполучлив."),
        ),
        Option(key="workload", words=Words(en="The workload was right.", bg="Натоварването беше приемливо.")),
        Option(
            key="manager_support",
            words=Words(
                en="The manager supported me when I needed it.", bg="Имах подкрепа от ръководителя, когато трябваше."
            ),
        ),
        Option(key="bot_easy", words=Words(en="The bot was easy to use.", bg="С бота се работеше лесно.")),
    ),
    low=NOT_AT_ALL,
    high=FULLY,
)

_PROGRESS = Grid(
    name="mentees",
    columns=(
        Column(name="mentee", label=Words(en="Mentee", bg="Участник"), share=4),
        Column(name="progress", label=Words(en="Progress, 1–5", bg="Напредък, 1–5"), share=2),
        Column(name="in_what", label=Words(en="Where it shows most", bg="В какво личи най-много"), share=6),
    ),
    blank_rows=6,
    numbered=True,
)

_TOOLS = Rating(
    name="tools",
    items=(
        Option(key="t01", words=Words(en="Mentee’s profile", bg="Профил на участника")),
        Option(key="t02", words=Words(en="Personal goals", bg="Лични цели")),
        Option(key="t03", words=Words(en="Group’s goals and rules", bg="Цели и правила на групата")),
        Option(key="t04", words=Words(en="Contract", bg="Договор")),
        Option(key="t05", words=Words(en="Session plan", bg="План на сесиите")),
        Option(key="t06", words=Words(en="Diary", bg="Дневник")),
        Option(key="t07", words=Words(en="Questionnaires for the mentee", bg="Въпросници за участника")),
        Option(key="t10", words=Words(en="List of participants", bg="Списък на участниците")),
        Option(key="t12", words=Words(en="Mid-term interview", bg="Междинно интервю")),
    ),
    low=Words(en="not at all", bg="никак"),
    high=Words(en="very", bg="много"),
)

_AGAIN = Choice(
    name="mentor_again",
    label=Words(en="Would you be a mentor again?", bg="Бихте ли станали отново ментор?"),
    options=(
        Option(key="yes", words=Words(en="yes", bg="да")),
        Option(key="perhaps", words=Words(en="perhaps", bg="може би")),
        Option(key="no", words=Words(en="no", bg="не")),
    ),
)

FORM = Form(
    code="T14",
    title=Words(en="Final questionnaire for the mentor", bg="Финален въпросник за ментора"),
    restricted=MANAGERS_ONLY,
    intro=Words(
        en="It takes about fifteen minutes. Please be frank: we want to do better next time.",
        bg="Отнема около петнадесет минути. Отговаряйте, моля, откровено: искаме да се подобрим.",
    ),
    blocks=(
        MENTOR,
        FILLED_ON,
        Heading(words=Words(en="A. In numbers", bg="А. В числа")),
        Answer(
            name="sessions_planned", label=Words(en="How many sessions were planned?", bg="Колко срещи бяха планирани?")
        ),
        Answer(name="sessions_held", label=Words(en="How many took place?", bg="Колко се състояха?")),
        Answer(
            name="hours_spent",
            label=Words(en="How many hours did you spend in all?", bg="Колко часа отделихте общо?"),
        ),
        Heading(words=Words(en="B. How it was", bg="Б. Как беше")),
        Prose(
            paragraphs=(
                Words(
                    en="How true is each sentence for you? Mark one number in each row.",
                    bg="Доколко всяко изречение е вярно за Вас? Отбележете по едно число на ред.",
                ),
            )
        ),
        _HOW_IT_WAS,
        Heading(words=Words(en="C. My mentees", bg="В. Моите участници")),
        Prose(
            paragraphs=(
                Words(
                    en="How much has each one moved forward? 1 is not at all, 5 is very much.",
                    bg="Колко напредна всеки? 1 е „изобщо не“, 5 е „много“.",
                ),
            )
        ),
        _PROGRESS,
        PageBreak(),
        Heading(words=Words(en="D. Documents", bg="Г. Документи")),
        Prose(
            paragraphs=(
                Words(
                    en="How useful was each document? Leave out what you did not use.",
                    bg="Колко полезен беше всеки документ? Пропуснете онези, които не сте използвали.",
                ),
            )
        ),
        _TOOLS,
        Heading(words=Words(en="E. Looking back and ahead", bg="Д. Поглед назад и напред")),
        Answer(name="learned", label=Words(en="What have you learned yourself?", bg="Какво научихте Вие?"), lines=3),
        Answer(name="was_hard", label=Words(en="What was hard for you?", bg="Кое беше трудно за Вас?"), lines=3),
        Answer(
            name="recommendations",
            label=Words(en="What should we do differently next time?", bg="Какво да направим различно следващия път?"),
            lines=3,
        ),
        _AGAIN,
    ),
)
