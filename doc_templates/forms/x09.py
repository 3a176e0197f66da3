"""How all who take part treat each other, in rules short enough to be read aloud at the first session."""

from __future__ import annotations

from doc_templates.forms.vocabulary import Form, Heading, Prose, Words

_EVERYBODY = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="We treat everybody with respect, whatever their age, origin, sex, faith, opinions or health.",
            bg="Отнасяме се към всеки с уважение, независимо от възраст, произход, пол, вяра, мнения и здраве.",
        ),
        Words(
            en="We let each other finish, and criticise what was done, never the person.",
            bg="Изслушваме се докрай и критикуваме направеното, а не човека.",
        ),
        Words(
            en="What is said in the group or in confidence stays there. The exception is danger to somebody’s life, "
            "health or safety, and what the law obliges us to report.",
            bg="Казаното в групата или в доверие остава там. Изключение са опасността за живота, здравето или "
            "сигурността на човек и това, за което законът ни задължава да съобщим.",
        ),
        Words(
            en="We take no photos, recordings or screenshots of others without asking them first.",
            bg="Не снимаме, не записваме и не правим екранни снимки на други, без да ги попитаме.",
        ),
        Words(
            en="We keep our promises, come on time, and say at least 24\u00a0hours before if we cannot come.",
            bg="Спазваме обещаното, идваме навреме и предупреждаваме поне 24\u00a0часа по-рано, ако няма да дойдем.",
        ),
        Words(
            en="We do not write at night, and nobody has to answer outside the agreed hours.",
            bg="Не пишем нощем и никой не е длъжен да отговаря извън уговорените часове.",
        ),
    ),
)

_MENTORS = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="Mentors advise from experience; the mentee decides.",
            bg="Менторът съветва от опит; решава участникът.",
        ),
        Words(
            en="Mentors know their limits: for legal, medical and psychological questions they name a professional.",
            bg="Менторът познава границите си: за правни, медицински и психологически въпроси насочва към специалист.",
        ),
        Words(
            en="Mentors take neither money nor gifts, and do not use mentees for their own work, sales or beliefs.",
            bg="Менторът не приема пари и подаръци и не използва участниците за своя работа, продажби или убеждения.",
        ),
        Words(
            en="Mentors tell the manager of a conflict of interest or a personal relationship at once.",
            bg="За конфликт на интереси или лична връзка менторът веднага съобщава на ръководителя.",
        ),
        Words(
            en="A mentor meets somebody under age only where others can see them, and with a parent’s knowledge.",
            bg="С непълнолетни менторът се среща само в присъствието на други и със знанието на родител.",
        ),
    ),
)

_MENTEES = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="Mentees set their own goals, prepare for the sessions and write the diary.",
            bg="Участникът сам определя целите си, готви се за срещите и пише дневника.",
        ),
        Words(
            en="Mentees use the mentor’s time and contacts with care, and ask for neither money nor a job.",
            bg="Участникът цени времето и контактите на ментора и не иска от него нито пари, нито работа.",
        ),
        Words(
            en="Mentees hand in only what is true and their own work.",
            bg="Участникът предава само вярна информация и свой труд.",
        ),
    ),
)

_MANAGERS = Prose(
    numbered=True,
    paragraphs=(
        Words(
            en="The manager treats all groups alike, keeps data safe, and answers in good time.",
            bg="Ръководителят се отнася еднакво към всички групи, пази данните и отговаря навреме.",
        ),
        Words(
            en="The manager takes every concern seriously, and protects whoever raised it.",
            bg="Ръководителят приема сериозно всеки сигнал и защитава подателя му.",
        ),
    ),
)

_NEVER = Prose(
    paragraphs=(
        Words(
            en="Insults, threats, harassment, discrimination and pressure; alcohol or drugs at a session.",
            bg="Обиди, заплахи, тормоз, дискриминация и натиск; алкохол и наркотици по време на среща.",
        ),
    )
)

_TROUBLE = Prose(
    paragraphs=(
        Words(
            en="First speak with each other. If that does not help, or if it is serious, tell the manager: in the bot "
            "under Help, or with form X08. In danger call 112.",
            bg="Първо поговорете помежду си. Ако това не помогне или случаят е сериозен, кажете на ръководителя: "
            "от „Помощ“ в бота или с формуляр X08. При опасност се обадете на 112.",
        ),
        Words(
            en="Whoever breaks these rules may be warned, moved to another group or, in serious cases, excluded. "
            "The manager hears both sides first.",
            bg="При нарушение може да последва предупреждение, преместване в друга група или, в тежки случаи, "
            "изключване. Преди това ръководителят изслушва и двете страни.",
        ),
    )
)

FORM = Form(
    code="X09",
    title=Words(en="Code of conduct", bg="Правила за поведение"),
    intro=Words(
        en="These rules hold in sessions, in chats and between them, for everybody who takes part.",
        bg="Тези правила важат на срещите, в чата и между срещите, за всички, които участват.",
    ),
    blocks=(
        Heading(words=Words(en="Everybody", bg="Всички")),
        _EVERYBODY,
        Heading(words=Words(en="Mentors", bg="Менторите")),
        _MENTORS,
        Heading(words=Words(en="Mentees", bg="Участниците")),
        _MENTEES,
        Heading(words=Words(en="The manager", bg="Ръководителят")),
        _MANAGERS,
        Heading(words=Words(en="What we never accept", bg="Какво не приемаме")),
        _NEVER,
        Heading(words=Words(en="If something goes wrong", bg="Ако нещо не е наред")),
        _TROUBLE,
    ),
)
