"""Where a mentee stands at the end, what has come of it, and what they think of the programme."""

from __future__ import annotations

from doc_templates.forms.block_a import BLOCK_A
from doc_templates.forms.recurring import FILLED_ON, FULLY, LEADERS_ONLY, MENTEE, NOT_AT_ALL
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

_GOALS = Grid(
    name="goals",
    columns=(
        Column(name="goal", label=Words(en="My goal", bg="Моята цел"), share=4),
        Column(name="reached", label=Words(en="Reached, %", bg="Постигната, %"), share=2),
        Column(name="why", label=Words(en="Why, or why not", bg="Защо да или защо не"), share=5),
    ),
    blank_rows=3,
    numbered=True,
)

_HOW_IT_WAS = Rating(
    name="how_it_was",
    items=(
        Option(key="mentor_listened", words=Words(en="My mentor listened to me.", bg="Менторът ме изслушваше.")),
        Option(
            key="mentor_prepared",
            words=Words(en="My mentor came prepared.", bg="Менторът идваше с подготовка за срещите."),
        ),
        Option(key="mentor_replied", words=Words(en="My mentor replied in time.", bg="Менторът отговаряше навреме.")),
        Option(
            key="group_safe",
            words=Words(en="I could speak freely in the group.", bg="В групата можех да говоря свободно."),
        ),
        Option(key="group_useful", words=Words(en="The group was useful to me.", bg="Групата ми беше полезна.")),
        Option(
            key="documents_load",
            words=Words(en="The documents took a reasonable amount of time.", bg="Документите отнемаха разумно време."),
        ),
        Option(key="bot_easy", words=Words(en="The bot was easy to use.", bg="С бота се работеше лесно.")),
    ),
    low=NOT_AT_ALL,
    high=FULLY,
)

_RESULTS = Choice(
    name="results",
    label=Words(
        en="What has come of it so far? You can mark more than one.",
        bg="Какво постигнахте досега? Може да отбележите повече от едно.",
    ),
    options=(
        Option(key="interview", words=Words(en="job interview", bg="интервю за работа")),
        Option(key="job", words=Words(en="a job", bg="работа")),
        Option(key="training", words=Words(en="training or studies", bg="обучение")),
        Option(key="business", words=Words(en="registered business", bg="регистриран бизнес")),
        Option(key="something_else", words=Words(en="something else", bg="друго")),
        Option(key="none_yet", words=Words(en="none of these yet", bg="още нищо от това")),
    ),
    many=True,
)

_RECOMMENDS = Choice(
    name="recommends",
    label=Words(
        en="Would you recommend the programme to a friend? 0 is never, 10 is certainly.",
        bg="Бихте ли препоръчали програмата на близък човек? 0 е „никога“, 10 е „със сигурност“.",
    ),
    options=tuple(Option(key=str(mark), words=Words(en=str(mark), bg=str(mark))) for mark in range(11)),
)

_STORY = Choice(
    name="success_story",
    label=Words(
        en="May we tell others your story? You read the text first and can change your mind.",
        bg="Може ли да разкажем Вашата история? Първо ще прочетете текста и можете да размислите.",
    ),
    options=(
        Option(key="with_name", words=Words(en="yes, with my name", bg="да, с името ми")),
        Option(key="without_name", words=Words(en="yes, without my name", bg="да, без името ми")),
        Option(key="no", words=Words(en="no", bg="не")),
    ),
)

FORM = Form(
    code="T08",
    title=Words(en="Final questionnaire for the mentee", bg="Финален въпросник за участника"),
    restricted=LEADERS_ONLY,
    intro=Words(
        en="It takes about fifteen minutes. Please be frank: nothing that you write here lowers your result or "
        "keeps the certificate from you.",
        bg="Отнема около петнадесет минути. Отговаряйте, моля, откровено: нищо от написаното тук не намалява "
        "резултата Ви и не пречи да получите удостоверение.",
    ),
    blocks=(
        MENTEE,
        FILLED_ON,
        Answer(
            name="sessions_attended",
            label=Words(en="How many sessions did you attend?", bg="На колко срещи присъствахте?"),
        ),
        Answer(
            name="helped_most", label=Words(en="Which session helped you most?", bg="Коя среща Ви помогна най-много?")
        ),
        Answer(
            name="helped_least", label=Words(en="Which session helped you least?", bg="Коя среща Ви помогна най-малко?")
        ),
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
        Heading(words=Words(en="B. My goals", bg="Б. Моите цели")),
        Prose(
            paragraphs=(
                Words(
                    en="How much of each goal have you reached: 0, 25, 50, 75 or 100 %?",
                    bg="Каква част от всяка цел постигнахте: 0, 25, 50, 75 или 100 %?",
                ),
            )
        ),
        _GOALS,
        _RESULTS,
        PageBreak(),
        Heading(words=Words(en="C. How it was", bg="В. Как беше")),
        _HOW_IT_WAS,
        Answer(
            name="blind_spots",
            label=Words(
                en="What have you noticed about yourself that you had not seen before?",
                bg="Какво забелязахте у себе си, което преди не виждахте?",
            ),
            lines=2,
        ),
        Answer(
            name="was_missing",
            label=Words(en="What was missing in the programme?", bg="Какво не достигаше на програмата?"),
            lines=2,
        ),
        Answer(
            name="recommendations",
            label=Words(en="What should we do differently next time?", bg="Какво да направим различно следващия път?"),
            lines=2,
        ),
        _RECOMMENDS,
        Heading(words=Words(en="D. What comes next", bg="Г. Какво следва")),
        Answer(
            name="learned",
            label=Words(
                en="What have you learned? Two or three sentences; they can stand on your certificate.",
                bg="Какво научихте? Две-три изречения; те могат да влязат в удостоверението Ви.",
            ),
            lines=3,
        ),
        Answer(name="plans", label=Words(en="What are your plans now?", bg="Какви са плановете Ви сега?")),
        _STORY,
    ),
)
