"""With which somebody finds out whether being a mentor suits them, and tells the manager what they can offer."""

from __future__ import annotations

from doc_templates.forms.recurring import FILLED_ON, FULLY, MANAGERS_ONLY, NOT_AT_ALL
from doc_templates.forms.vocabulary import Answer, Choice, Form, Heading, Option, PageBreak, Prose, Rating, Words

_ABOUT_ME = Rating(
    name="about_me",
    items=(
        Option(
            key="likes_to_help",
            words=Words(
                en="I like to help people move forward.", bg="Харесва ми да помагам на хората да вървят напред."
            ),
        ),
        Option(key="keeps_promises", words=Words(en="I keep my promises.", bg="Спазвам обещанията си.")),
        Option(
            key="has_time",
            words=Words(en="I have time for mentoring every month.", bg="Имам време за срещи всеки месец."),
        ),
        Option(
            key="has_energy",
            words=Words(en="I have the energy to support several people.", bg="Имам сили да подкрепям няколко души."),
        ),
        Option(key="listens", words=Words(en="I listen more than I talk.", bg="Слушам повече, отколкото говоря.")),
        Option(
            key="asks",
            words=Words(
                en="I would rather ask a question than give a ready answer.",
                bg="Предпочитам да задам въпрос, вместо да дам готов отговор.",
            ),
        ),
        Option(
            key="lets_decide",
            words=Words(en="I accept that mentees decide for themselves.", bg="Приемам, че участниците решават сами."),
        ),
        Option(key="replies", words=Words(en="I reply within the agreed time.", bg="Отговарям в уговорения срок.")),
        Option(
            key="keeps_confidence",
            words=Words(
                en="I keep to myself what is told in confidence.", bg="Пазя за себе си това, което ми доверяват."
            ),
        ),
        Option(
            key="shares_network",
            words=Words(
                en="I am glad to introduce mentees to people I know.",
                bg="С готовност свързвам участниците с хора, които познавам.",
            ),
        ),
        Option(
            key="gives_feedback",
            words=Words(
                en="I can say kindly and clearly what could be better.",
                bg="Умея да кажа ясно и с уважение какво може да е по-добре.",
            ),
        ),
        Option(
            key="takes_feedback",
            words=Words(en="I can accept criticism of what I do.", bg="Приемам критика за това, което правя."),
        ),
        Option(key="self_critical", words=Words(en="I know my weak points.", bg="Познавам слабите си страни.")),
        Option(
            key="flexible",
            words=Words(
                en="I can change my plan when a mentee needs something else.",
                bg="Мога да променя плана си, ако участник има нужда от друго.",
            ),
        ),
        Option(
            key="follows_trends",
            words=Words(en="I follow what is new in my field.", bg="Следя новостите в своята област."),
        ),
    ),
    low=NOT_AT_ALL,
    high=FULLY,
)

_WHAT_IT_MEANS = Prose(
    paragraphs=(
        Words(
            en="60–75 points: mentoring suits you. 45–59 points: you can begin; talk with the manager about your "
            "lowest marks. 15–44 points: first talk with the manager about training, or about another part for you.",
            bg="60–75 точки: менторството Ви подхожда. 45–59 точки: можете да започнете; обсъдете с ръководителя "
            "най-ниските си оценки. 15–44 точки: първо говорете с ръководителя за обучение или за друга роля.",
        ),
        Words(
            en="The points help you to think; nobody is chosen or refused because of them alone.",
            bg="Точките помагат да прецените сами; никого не избират и не отказват само заради тях.",
        ),
    )
)

_CHECKS = Choice(
    name="minors",
    label=Words(
        en="If people under 18 take part, will you show the documents that the law asks for?",
        bg="Ако участват лица под 18 години, ще представите ли изискваните от закона документи?",
    ),
    options=(
        Option(key="yes", words=Words(en="yes", bg="да")),
        Option(key="no", words=Words(en="no", bg="не")),
        Option(key="only_adults", words=Words(en="I want to work with adults only", bg="предпочитам само възрастни")),
    ),
)

FORM = Form(
    code="T09",
    title=Words(en="Self-check for a future mentor", bg="Самопроверка на бъдещия ментор"),
    restricted=MANAGERS_ONLY,
    intro=Words(
        en="For everybody who thinks of becoming a mentor. It takes about fifteen minutes.",
        bg="За всички, които обмислят да станат ментори. Отнема около петнадесет минути.",
    ),
    blocks=(
        Heading(words=Words(en="A. What I can offer", bg="А. Какво мога да предложа")),
        Answer(name="mentor_name", label=Words(en="Name and surname", bg="Име и фамилия")),
        FILLED_ON,
        Answer(name="profession", label=Words(en="Profession", bg="Професия")),
        Answer(name="years_of_experience", label=Words(en="Years of experience", bg="Години опит")),
        Answer(name="spoken_languages", label=Words(en="Languages that I speak", bg="Езици, които владея")),
        Answer(
            name="topics", label=Words(en="Topics with which I can help", bg="Теми, по които мога да помогна"), lines=3
        ),
        Answer(name="groups_at_most", label=Words(en="How many groups can I take?", bg="Колко групи мога да поема?")),
        Answer(
            name="mentees_at_most", label=Words(en="How many mentees can I take?", bg="Колко участници мога да поема?")
        ),
        Answer(
            name="hours_a_month",
            label=Words(en="How many hours a month do I have?", bg="С колко часа на месец разполагам?"),
        ),
        Heading(words=Words(en="B. Before I begin", bg="Б. Преди да започна")),
        Answer(
            name="hardest", label=Words(en="What will be hardest for me?", bg="Кое ще ми бъде най-трудно?"), lines=3
        ),
        Answer(
            name="conflicts_of_interest",
            label=Words(
                en="Is there a conflict of interest, such as a mentee who works for me?",
                bg="Има ли конфликт на интереси, например участник, който работи при мен?",
            ),
            lines=3,
        ),
        _CHECKS,
        PageBreak(),
        Heading(words=Words(en="C. What I am like", bg="В. Какъв човек съм")),
        Prose(
            paragraphs=(
                Words(
                    en="How true is each sentence of you? Mark one number in each row.",
                    bg="Доколко всяко изречение е вярно за Вас? Отбележете по едно число на ред.",
                ),
            )
        ),
        _ABOUT_ME,
        Answer(name="points", label=Words(en="All numbers added up (15–75)", bg="Сбор от всички числа (15–75)")),
        _WHAT_IT_MEANS,
    ),
)
