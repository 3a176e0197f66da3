"""What a group wants to reach together, and how its members talk with each other."""

from __future__ import annotations

from doc_templates.forms.recurring import MENTOR, YES_NO
from doc_templates.forms.vocabulary import Answer, Choice, Column, Form, Grid, Heading, Option, PageBreak, Words

_MEMBERS = Grid(
    name="members",
    columns=(
        Column(name="name", label=Words(en="Name", bg="Име и фамилия"), share=5),
        Column(name="task", label=Words(en="Task in the group", bg="Задача в групата"), share=5),
        Column(name="agreed_on", label=Words(en="Agreed on", bg="Съгласие на"), share=3),
    ),
    blank_rows=6,
    numbered=True,
)

_OBJECTIVES = Grid(
    name="objectives",
    columns=(
        Column(name="objective", label=Words(en="Objective", bg="Задача"), share=6),
        Column(name="measure", label=Words(en="How we will know", bg="По какво ще познаем"), share=5),
        Column(name="by_when", label=Words(en="By when", bg="Докога"), share=3),
    ),
    blank_rows=4,
    numbered=True,
    lines=2,
)

FORM = Form(
    code="T03",
    title=Words(en="Group’s goals and objectives", bg="Цели и задачи на групата"),
    intro=Words(
        en="The group agrees on this at its first session and the mentor writes it down. Short and clear is enough.",
        bg="Групата се договаря за това на първата среща, а менторът го записва. Кратко и ясно е достатъчно.",
    ),
    blocks=(
        Answer(name="group_name", label=Words(en="Name of the group", bg="Име на групата")),
        MENTOR,
        Answer(name="group_motto", label=Words(en="Motto", bg="Мото")),
        Answer(name="agreed_on", label=Words(en="Date", bg="Дата")),
        Heading(words=Words(en="1. Who we are", bg="1. Кои сме ние")),
        _MEMBERS,
        Heading(words=Words(en="2. What we want", bg="2. Какво искаме")),
        Answer(name="common_aim", label=Words(en="Our common aim", bg="Общата ни цел"), lines=2),
        _OBJECTIVES,
        PageBreak(),
        Heading(words=Words(en="3. Rules of communication", bg="3. Правила за общуване")),
        Answer(name="spoken_languages", label=Words(en="Languages", bg="Езици")),
        Answer(name="reply_time", label=Words(en="We reply within", bg="Отговаряме до")),
        Answer(name="quiet_hours", label=Words(en="We do not write from … to", bg="Не пишем от … до")),
        Answer(name="cancel_notice", label=Words(en="We cancel at least", bg="Отменяме поне")),
        Answer(name="private_questions", label=Words(en="Where to ask in private", bg="Къде се пита лично")),
        Answer(name="lateness", label=Words(en="When somebody is late", bg="При закъснение")),
        Answer(name="diary_duty", label=Words(en="Who posts the diary, and when", bg="Кой и кога пише дневника")),
        Choice(
            name="photos",
            label=Words(en="May photos be taken at sessions?", bg="Може ли да се снима на срещите?"),
            options=(*YES_NO, Option(key="ask", words=Words(en="ask each time", bg="с питане всеки път"))),
        ),
        Choice(
            name="recording",
            label=Words(en="May sessions be recorded?", bg="Може ли срещите да се записват?"),
            options=(*YES_NO, Option(key="ask", words=Words(en="ask each time", bg="с питане всеки път"))),
        ),
        Choice(
            name="promises",
            label=Words(en="We all promise (mark each)", bg="Всички обещаваме (отбележете всяко)"),
            options=(
                Option(
                    key="confidential",
                    words=Words(
                        en="What is said in the group stays in the group.", bg="Казаното в групата остава в групата."
                    ),
                ),
                Option(
                    key="respect",
                    words=Words(en="We let each other finish.", bg="Изслушваме се докрай."),
                ),
                Option(
                    key="honest",
                    words=Words(en="We speak openly and kindly.", bg="Говорим открито и с уважение."),
                ),
            ),
            many=True,
        ),
        Answer(name="other_rules", label=Words(en="Other rules of ours", bg="Други наши правила"), lines=4),
    ),
)
