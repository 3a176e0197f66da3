"""What the manager will check half-way, how and when."""

from __future__ import annotations

from doc_templates.forms.recurring import MANAGER, MENTORS_AND_MANAGER_ONLY
from doc_templates.forms.vocabulary import Answer, Choice, Column, Form, Grid, Heading, Option, Prose, Words

_CHECKED = Choice(
    name="checked",
    label=Words(en="What is looked at", bg="Какво се проверява"),
    options=(
        Option(key="attendance", words=Words(en="attendance", bg="присъствие")),
        Option(key="documents", words=Words(en="mandatory documents", bg="задължителни документи")),
        Option(key="goals", words=Words(en="progress with the goals", bg="напредък по целите")),
        Option(key="reply_times", words=Words(en="reply times", bg="време за отговор")),
        Option(key="atmosphere", words=Words(en="atmosphere in the group", bg="атмосфера в групата")),
        Option(key="manager_support", words=Words(en="the manager’s support", bg="подкрепа от ръководителя")),
        Option(key="something_else", words=Words(en="something else", bg="друго")),
    ),
    many=True,
)

_METHODS = Choice(
    name="methods",
    label=Words(en="How we find out", bg="По какъв начин"),
    options=(
        Option(key="bot", words=Words(en="what the bot has recorded", bg="каквото е записал ботът")),
        Option(key="questionnaire", words=Words(en="questionnaire", bg="въпросник")),
        Option(key="interview", words=Words(en="interviews (form T12)", bg="интервюта (формуляр T12)")),
        Option(key="meeting", words=Words(en="meeting with the group", bg="среща с групата")),
    ),
    many=True,
)

_STEPS = Grid(
    name="steps",
    columns=(
        Column(name="what", label=Words(en="What will be done", bg="Какво ще се направи"), share=5),
        Column(name="with_whom", label=Words(en="With whom", bg="С кого"), share=3),
        Column(name="how", label=Words(en="How", bg="Как"), share=3),
        Column(name="who", label=Words(en="By whom", bg="Кой"), share=2),
        Column(name="by_when", label=Words(en="By when", bg="Докога"), share=2),
    ),
    blank_rows=4,
    numbered=True,
)

FORM = Form(
    code="T11",
    title=Words(en="Plan for the mid-term monitoring", bg="План за междинния мониторинг"),
    restricted=MENTORS_AND_MANAGER_ONLY,
    intro=Words(
        en="Half-way through we look together at how it is going, while there is still time to change something.",
        bg="По средата на програмата преглеждаме заедно как върви, докато още има време за промяна.",
    ),
    blocks=(
        MANAGER,
        Answer(name="groups", label=Words(en="Groups that this plan covers", bg="Групи, за които се отнася планът")),
        Answer(name="purpose", label=Words(en="What we want to find out", bg="Какво искаме да разберем"), lines=2),
        _CHECKED,
        _METHODS,
        Heading(words=Words(en="Steps", bg="Стъпки")),
        _STEPS,
        Heading(words=Words(en="Questions and risks", bg="Въпроси и рискове")),
        Prose(
            paragraphs=(
                Words(
                    en="The questions of the interviews stand in form T12; here only further ones.",
                    bg="Въпросите за интервютата са във формуляр T12; тук са само допълнителните.",
                ),
            )
        ),
        Answer(name="questions", label=Words(en="Further questions", bg="Допълнителни въпроси"), lines=2),
        Answer(name="risks", label=Words(en="Risks noticed so far", bg="Забелязани досега рискове"), lines=2),
        Answer(name="report_date", label=Words(en="The report will be ready on", bg="Докладът ще е готов на")),
    ),
)
