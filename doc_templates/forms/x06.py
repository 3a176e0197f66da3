"""The certificate: what took place, what it was about, and what was learned, each vouched for by whoever knows it."""

from __future__ import annotations

from doc_templates.forms.vocabulary import Answer, Form, Heading, Prose, Signatures, Words

_WHO = (
    Prose(paragraphs=(Words(en="This is to certify that", bg="С настоящото се удостоверява, че"),)),
    Heading(words=Words(en="{{ mentee_name }}", bg="{{ mentee_name }}")),
    Prose(
        paragraphs=(
            Words(
                en="took part from {{ period_begins }} to {{ period_ends }} in the mentoring programme "
                "“{{ programme_name }}” of {{ organisation }}.",
                bg="взе участие от {{ period_begins }} до {{ period_ends }} в менторската програма "
                "„{{ programme_name }}“ на {{ organisation }}.",
            ),
        )
    ),
)

_TOOK_PART = Prose(
    paragraphs=(
        Words(
            en="Role: mentee. Group: {{ group_name }}.",
            bg="Роля: участник. Група: {{ group_name }}.",
        ),
        Words(
            en="Sessions attended: {{ sessions_attended }} of {{ sessions_held }}.",
            bg="Посетени срещи: {{ sessions_attended }} от {{ sessions_held }}.",
        ),
        Words(
            en="Hours: {{ hours_total }}, face to face {{ hours_face_to_face }}, online {{ hours_online }}.",
            bg="Часове: {{ hours_total }}, присъствено {{ hours_face_to_face }}, онлайн {{ hours_online }}.",
        ),
    )
)

_CONTENT = Prose(
    paragraphs=(
        Words(
            en="Work on personal goals with a mentor and a group, with a diary after each session.",
            bg="Работа по лични цели с ментор и група, с дневник след всяка среща.",
        ),
        Words(en="Topics: {{ topics_covered }}.", bg="Теми: {{ topics_covered }}."),
    )
)

FORM = Form(
    code="X06",
    title=Words(en="Certificate of participation", bg="Удостоверение за участие"),
    bilingual=True,
    facts=(
        "sessions_attended",
        "sessions_held",
        "hours_total",
        "hours_face_to_face",
        "hours_online",
        "topics_covered",
        "serial_number",
    ),
    blocks=(
        *_WHO,
        Heading(words=Words(en="1. Participation", bg="1. Участие")),
        _TOOK_PART,
        Heading(words=Words(en="2. Content", bg="2. Съдържание")),
        _CONTENT,
        Heading(words=Words(en="3. What I learned", bg="3. Какво научих")),
        Answer(
            name="own_summary",
            label=Words(en="In the participant’s own words", bg="Със собствените думи на участника"),
            lines=4,
        ),
        Signatures(
            statement=Words(
                en="The signature confirms parts 1 and 2; part 3 is the participant’s own.",
                bg="Подписът потвърждава части 1 и 2; част 3 е написана от участника.",
            ),
            blank_rows=2,
        ),
        Prose(
            paragraphs=(
                Words(
                    en="Serial number: {{ serial_number }}. {{ organisation }} confirms on request that this "
                    "certificate is genuine.",
                    bg="Сериен номер: {{ serial_number }}. {{ organisation }} потвърждава при поискване, че "
                    "удостоверението е истинско.",
                ),
            )
        ),
    ),
)
