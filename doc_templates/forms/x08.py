"""With which anybody tells the manager of a concern or an incident, past the mentor and past the group."""

from __future__ import annotations

from doc_templates.forms.recurring import YES_NO
from doc_templates.forms.vocabulary import Answer, Choice, Column, Form, Grid, Heading, Option, PageBreak, Words

_RISK = Choice(
    name="risk",
    label=Words(en="How urgent is it?", bg="Колко е спешно?"),
    options=(
        Option(key="low", words=Words(en="not urgent – to be watched", bg="не е спешно – за наблюдение")),
        Option(key="medium", words=Words(en="act this week", bg="до една седмица")),
        Option(key="high", words=Words(en="act today", bg="още днес")),
    ),
)

_TOLD = Choice(
    name="told",
    label=Words(en="Who has been told", bg="Кой е уведомен"),
    options=(
        Option(key="organisation", words=Words(en="head of the organisation", bg="ръководство на организацията")),
        Option(key="guardian", words=Words(en="parent or guardian", bg="родител или настойник")),
        Option(key="emergency", words=Words(en="emergency services 112", bg="спешен телефон 112")),
        Option(key="police", words=Words(en="police", bg="полиция")),
        Option(key="social_services", words=Words(en="social services", bg="социални служби")),
        Option(
            key="data_protection", words=Words(en="data protection authority", bg="Комисия за защита на личните данни")
        ),
        Option(key="nobody", words=Words(en="nobody else", bg="никой друг")),
    ),
    many=True,
)

_STEPS = Grid(
    name="steps",
    columns=(
        Column(name="date", label=Words(en="Date", bg="Дата"), share=2),
        Column(name="what", label=Words(en="What was done", bg="Какво е направено"), share=7),
        Column(name="who", label=Words(en="By whom", bg="От кого"), share=3),
    ),
    blank_rows=4,
    numbered=True,
)

_REPORT = (
    Heading(words=Words(en="Part 1. What happened", bg="Част 1. Какво се случи")),
    Answer(name="reported_by", label=Words(en="Your name", bg="Вашето име")),
    Answer(name="reporter_contact", label=Words(en="How to reach you", bg="Как да се свържем с Вас")),
    Answer(name="happened_on", label=Words(en="When it happened", bg="Кога се случи")),
    Answer(name="happened_at", label=Words(en="Where it happened", bg="Къде се случи")),
    Answer(name="about", label=Words(en="Whom it concerns", bg="За кого се отнася")),
    Answer(
        name="what_happened",
        label=Words(
            en="What you saw or heard: facts, as much as possible word for word",
            bg="Какво видяхте или чухте: факти, по възможност дословно",
        ),
        lines=6,
    ),
    Answer(name="witnesses", label=Words(en="Who else knows about it", bg="Кой още знае"), lines=2),
    Choice(
        name="in_danger",
        label=Words(en="Is anybody in danger now?", bg="Има ли човек в опасност сега?"),
        options=YES_NO,
    ),
    Answer(name="done_so_far", label=Words(en="What has been done so far", bg="Какво е направено досега"), lines=2),
    Answer(
        name="wishes", label=Words(en="What you would like to happen", bg="Какво бихте желали да се случи"), lines=2
    ),
    Answer(name="not_to_be_told", label=Words(en="Who should not hear of it", bg="Кой да не научава")),
    Answer(name="reported_on", label=Words(en="Date, signature", bg="Дата, подпис")),
)

_HANDLING = (
    Heading(words=Words(en="Part 2. For the manager", bg="Част 2. Попълва ръководителят")),
    Answer(name="received_on", label=Words(en="Received on, by", bg="Получено на, от")),
    _RISK,
    _TOLD,
    _STEPS,
    Answer(name="support", label=Words(en="Support for those concerned", bg="Подкрепа за засегнатите"), lines=2),
    Answer(name="decision", label=Words(en="Decision, and why", bg="Решение и защо"), lines=3),
    Answer(
        name="answered_on",
        label=Words(en="Reporter told of the result on", bg="Подателят е уведомен за резултата на"),
    ),
    Answer(name="prevention", label=Words(en="So that it does not happen again", bg="За да не се повтаря"), lines=2),
    Answer(name="closed_on", label=Words(en="Closed on, signature", bg="Приключено на, подпис")),
)

FORM = Form(
    code="X08",
    title=Words(en="Concern or incident form", bg="Формуляр за сигнал или инцидент"),
    restricted=Words(
        en="For the manager only: neither the mentor nor the group sees it.",
        bg="Само за ръководителя: нито менторът, нито групата вижда написаното.",
    ),
    intro=Words(
        en="In danger now? Call 112. For a child in danger you can also call 116 111. You need not have proof, "
        "and you need not give your name. Nobody may treat you worse because you spoke up.",
        bg="Има опасност сега? Обадете се на 112. За дете в опасност може и на 116 111. Не са нужни доказателства, "
        "не е нужно и да посочвате името си. Никой няма право да Ви навреди заради сигнала.",
    ),
    blocks=(*_REPORT, PageBreak(), *_HANDLING),
)
