"""The clauses of the contract, under the numbers that its headings have."""

from __future__ import annotations

from doc_templates.forms.vocabulary import Prose, Words

PARTIES = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="{{ organisation }}, represented by the manager of the programme {{ manager_name }};",
            bg="{{ organisation }}, чрез ръководителя на програмата {{ manager_name }};",
        ),
        Words(
            en="the mentor {{ mentor_name }};",
            bg="ментор: {{ mentor_name }};",
        ),
        Words(
            en="the mentees of the group {{ group_name }}: {{ mentee_names }}.",
            bg="участници от група {{ group_name }}: {{ mentee_names }}.",
        ),
    ),
)

PURPOSE = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="The mentor accompanies the mentees on their way to work or to a business of their own. The goals "
            "stand in their personal goals (T02) and in the goals of the group (T03).",
            bg="Менторът подкрепя участниците по пътя им към работа или собствен бизнес. Целите са записани в "
            "личните цели (T02) и в целите на групата (T03).",
        ),
        Words(
            en="Mentoring is neither employment nor therapy, and promises no job. Nobody pays anybody for it under "
            "this contract.",
            bg="Менторството не е трудово правоотношение и не е терапия; то не гарантира работа. По този договор "
            "никой не дължи плащане на никого.",
        ),
    ),
)

PERIOD = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="From {{ period_begins }} to {{ period_ends }}. About half-way the parties look together at how it "
            "is going.",
            bg="В периода от {{ period_begins }} до {{ period_ends }} страните преглеждат заедно около средата му как "
            "върви работата.",
        ),
        Words(
            en="{{ sessions_planned }} sessions are planned, at least {{ sessions_face_to_face }} of them face to "
            "face and the others online. The session plan (T05) is part of this contract and may be changed by "
            "agreement.",
            bg="Предвидени са {{ sessions_planned }} срещи, от тях поне {{ sessions_face_to_face }} присъствени, а "
            "останалите онлайн. Планът на сесиите (T05) е част от договора и се променя по взаимно съгласие.",
        ),
    ),
)

MEETINGS = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="The group meets {{ meeting_rhythm }}, for {{ session_length }} each time, at: {{ meeting_place }}. "
            "The mentor arranges the sessions.",
            bg="Групата се среща {{ meeting_rhythm }}, всеки път по {{ session_length }}, място: {{ meeting_place "
            "}}. Срещите насрочва менторът.",
        ),
        Words(
            en="Whoever cannot come says so at least 24 hours before. After two absences without notice the "
            "manager talks with the person.",
            bg="Който не може да дойде, съобщава поне 24 часа по-рано. След две отсъствия без предупреждение "
            "ръководителят разговаря с човека.",
        ),
    ),
)

MANAGER = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="to match mentor and mentees with care, to provide the documents, and to answer within three "
            "working days;",
            bg="да подбира внимателно ментори и участници, да осигурява документите и да отговаря до три работни дни;",
        ),
        Words(
            en="to look at how the mentoring is going, and to help when something goes wrong.",
            bg="да следи как върви менторството и да помага, когато нещо не е наред.",
        ),
    ),
)

MENTOR = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="to prepare and hold the sessions, to listen, and to give honest and kind feedback;",
            bg="да подготвя и провежда срещите, да изслушва и да дава честна и доброжелателна обратна връзка;",
        ),
        Words(
            en="to look at what mentees hand in, and to answer them, as a rule within three working days;",
            bg="да преглежда изпратеното от участниците и да им отговаря, обикновено до три работни дни;",
        ),
        Words(
            en="to keep the session plan and file the documents of the group.",
            bg="да води плана на сесиите и да събира документите на групата.",
        ),
    ),
)

MENTEE = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="to set goals, to come to the sessions prepared, and to do what was agreed;",
            bg="да си постави цели, да идва с подготовка на срещите и да прави каквото е уговорено;",
        ),
        Words(
            en="to write the diary (T06) after each session, and to fill in the two monitoring questionnaires (T07 "
            "and T08);",
            bg="да пише дневника (T06) след всяка среща и да попълни двата мониторинг въпросника (T07 и T08);",
        ),
        Words(
            en="to say openly what helps and what does not.",
            bg="да казва открито кое помага и кое не.",
        ),
    ),
)

CONFIDENTIAL = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="What the parties learn of each other stays between them, also after the end.",
            bg="Каквото страните научат една за друга, остава между тях и след края на програмата.",
        ),
        Words(
            en="The limits: danger to somebody’s life, health or safety, and what the law obliges us to report. "
            "Then only those are told who must know.",
            bg="Границите: опасност за живота, здравето или сигурността на човек и онова, за което законът "
            "задължава да се съобщи. Тогава научават само тези, които трябва.",
        ),
    ),
)

COMMUNICATION = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="The rules of communication in T03 hold. Between sessions the parties write to each other in "
            "Telegram; whoever does not use it agrees on another way with the mentor.",
            bg="Важат правилата за общуване от T03. Между срещите страните си пишат в Telegram; който не го "
            "ползва, уговаря друг начин с ментора.",
        ),
        Words(
            en="The bot of the programme reminds, takes documents to the mentor, and records sessions, attendance "
            "and what was handed in. It records chat in the group only during a session, and says so.",
            bg="Ботът на програмата напомня, предава документите на ментора и записва срещите, присъствието и "
            "изпратеното. Разговорите в групата записва само по време на среща и предупреждава за това.",
        ),
    ),
)

DATA = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="{{ organisation }} processes personal data as the privacy notice (X07) says, which is an annex to "
            "this contract.",
            bg="{{ organisation }} обработва лични данни според информацията за личните данни (X07), приложение "
            "към този договор.",
        ),
    ),
)

PROBLEMS = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="First the parties talk with each other. If that does not help, the manager hears everybody and "
            "proposes a solution. A concern can be raised with the manager directly at any time.",
            bg="Първо страните разговарят помежду си. Ако това не помогне, ръководителят изслушва всички и "
            "предлага решение. Сигнал до ръководителя може да се подаде направо и по всяко време.",
        ),
        Words(
            en="A mentee may ask for another mentor, and a mentor for another group, without giving a reason.",
            bg="Участник може да поиска друг ментор, а ментор – друга група, без да посочва причина.",
        ),
    ),
)

ENDING = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="Anybody may end their part early, without fault and without giving a reason, with notice of 7 days "
            "to the manager. For the others the contract goes on.",
            bg="Всеки може да прекрати участието си предсрочно, без вина и без да посочва причина, с "
            "предизвестие от 7 дни до ръководителя. За останалите договорът продължава.",
        ),
    ),
)

COMPLETION = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="Whoever has taken part in the sessions planned and handed in the mandatory documents, the final "
            "questionnaire among them, receives a certificate (X06).",
            bg="Който е участвал в предвидените срещи и е предал задължителните документи, включително финалния "
            "въпросник, получава удостоверение (X06).",
        ),
    ),
)

SIGNING = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="Everybody signs and receives a copy. For a mentee under age a parent or guardian signs too. Pages "
            "signed apart (counterparts) are together one contract. It holds for each party from their signature.",
            bg="Всички подписват и получават екземпляр. За непълнолетен участник подписва и родител или настойник. "
            "Страниците, подписани поотделно, заедно са един договор. За всяка страна той влиза в сила с нейния "
            "подпис.",
        ),
    ),
)

IN_SHORT = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="The contract holds from {{ period_begins }} to {{ period_ends }}. I may end my part at any time, "
            "without fault, with notice of 7 days.",
            bg="Договорът важи от {{ period_begins }} до {{ period_ends }}, а по всяко време мога да прекратя "
            "участието си, без вина, с предизвестие от 7 дни.",
        ),
        Words(
            en="I keep what I learn of the others to myself, within the limits that the contract names.",
            bg="Пазя за себе си това, което науча за другите, в границите, посочени в договора.",
        ),
        Words(
            en="My data are processed as the privacy notice (X07) says.",
            bg="Данните ми се обработват според информацията за личните данни (X07).",
        ),
    ),
)
