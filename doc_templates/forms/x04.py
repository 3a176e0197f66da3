"""For whoever stops before the end: no fault is looked for, and what can be learned from it is kept."""

from __future__ import annotations

from doc_templates.forms.recurring import MANAGERS_ONLY, YES_NO
from doc_templates.forms.vocabulary import Answer, Choice, Form, Heading, Option, Prose, Words

_ROLE = Choice(
    name="role",
    label=Words(en="Who is leaving", bg="Кой напуска"),
    options=(
        Option(key="mentee", words=Words(en="mentee", bg="участник")),
        Option(key="mentor", words=Words(en="mentor", bg="ментор")),
    ),
)

_DECIDED_BY = Choice(
    name="decided_by",
    label=Words(en="Who decided this", bg="По чие решение"),
    options=(
        Option(key="self", words=Words(en="the person who leaves", bg="на напускащия")),
        Option(key="together", words=Words(en="everybody together", bg="общо решение")),
        Option(key="manager", words=Words(en="the manager", bg="на ръководителя")),
    ),
)

_REASONS = Choice(
    name="reasons",
    label=Words(
        en="Why? You can mark more than one; you need not answer.",
        bg="Защо? Може да отбележите повече от едно; отговорът не е задължителен.",
    ),
    options=(
        Option(key="goals_reached", words=Words(en="the goals are reached", bg="целите са постигнати")),
        Option(key="job", words=Words(en="found work", bg="започната работа")),
        Option(key="training", words=Words(en="began training or studies", bg="започнато обучение")),
        Option(key="no_time", words=Words(en="too little time", bg="липса на време")),
        Option(key="moved", words=Words(en="moved away", bg="преместване")),
        Option(key="personal", words=Words(en="personal reasons", bg="лични причини")),
        Option(key="not_suitable", words=Words(en="it was not the right thing", bg="програмата не е подходяща")),
        Option(key="no_contact", words=Words(en="contact was lost", bg="прекъсната връзка")),
        Option(key="relationship", words=Words(en="mentor or group did not suit", bg="неподходящ ментор или група")),
        Option(key="something_else", words=Words(en="something else", bg="друго")),
    ),
    many=True,
)

FORM = Form(
    code="X04",
    title=Words(en="Early exit form", bg="Формуляр за предсрочно напускане"),
    restricted=MANAGERS_ONLY,
    intro=Words(
        en="Anybody may end the mentoring early, without fault and without giving a reason. "
        "What you tell us helps us to do better.",
        bg="Всеки може да прекрати участието си предсрочно, без вина и без да посочва причина. "
        "Каквото ни кажете, ни помага да работим по-добре.",
    ),
    blocks=(
        Answer(name="person_name", label=Words(en="Name and surname", bg="Име и фамилия")),
        Answer(name="last_day", label=Words(en="Last day", bg="Последен ден")),
        Answer(name="sessions_attended", label=Words(en="Sessions attended so far", bg="Посетени срещи досега")),
        _ROLE,
        _DECIDED_BY,
        _REASONS,
        Answer(name="reason_details", label=Words(en="In your own words", bg="Със свои думи")),
        Heading(words=Words(en="Looking back", bg="Поглед назад")),
        Answer(name="achieved", label=Words(en="What have you achieved?", bg="Какво постигнахте?"), lines=2),
        Answer(
            name="could_have_helped",
            label=Words(en="What could have helped you to stay?", bg="Какво можеше да Ви помогне да останете?"),
            lines=2,
        ),
        Heading(words=Words(en="What comes next", bg="Какво следва")),
        Answer(
            name="open_matters",
            label=Words(
                en="What is still open: documents, tasks, things lent",
                bg="Какво още е отворено: документи, задачи, взети вещи",
            ),
        ),
        Choice(
            name="wants_certificate",
            label=Words(
                en="Would you like a certificate?",
                bg="Желаете ли удостоверение?",
            ),
            options=YES_NO,
        ),
        Choice(
            name="may_contact",
            label=Words(en="May we contact you later on?", bg="Може ли да Ви потърсим след време?"),
            options=YES_NO,
        ),
        Prose(
            paragraphs=(
                Words(
                    en="The group hears only that you have left, without any reason. What is kept about you, and how "
                    "to have it deleted, stands in the privacy notice.",
                    bg="Групата научава само за напускането Ви, без причина. Какво се пази за Вас и как се изтрива, "
                    "пише в информацията за личните данни.",
                ),
            )
        ),
        Answer(
            name="signed_by_person", label=Words(en="Signature of the person, date", bg="Подпис на напускащия, дата")
        ),
        Answer(name="confirmed_by", label=Words(en="Manager (signature, date)", bg="Ръководител (подпис, дата)")),
    ),
)
