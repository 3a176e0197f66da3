"""Who was at a session, with a signature: what auditors look at."""

from __future__ import annotations

from doc_templates.forms.recurring import MANAGER, MENTOR, SESSION_DATE, SESSION_NUMBER
from doc_templates.forms.vocabulary import Answer, Form, Prose, Signatures, Words

FORM = Form(
    code="T10",
    title=Words(en="List of participants", bg="Списък на участниците"),
    blocks=(
        SESSION_NUMBER,
        SESSION_DATE,
        MENTOR,
        Answer(name="session_hours", label=Words(en="From–to", bg="От–до")),
        Answer(name="session_title", label=Words(en="Title of the session", bg="Наименование на срещата")),
        Answer(name="session_place", label=Words(en="Place, or online by", bg="Място или онлайн чрез")),
        Signatures(
            statement=Words(
                en="With my signature I confirm that I was present.", bg="С подписа си потвърждавам, че присъствах."
            ),
            blank_rows=8,
        ),
        Prose(
            paragraphs=(
                Words(
                    en="Personal data: {{ organisation }} keeps this list only in order to prove that the session "
                    "took place, for as long as the rules of the programme ask for it. It is seen by the manager, "
                    "the mentor, the group and whoever audits the programme. You can ask the manager at any time "
                    "what is kept about you. After a session in chat, a record of who took part is added to this "
                    "list.",
                    bg="Лични данни: {{ organisation }} пази този списък само за да докаже, че срещата се е състояла, "
                    "и само докато правилата на програмата го изискват. Виждат го ръководителят, менторът, групата "
                    "и проверяващите програмата. По всяко време можете да попитате ръководителя какво се пази за Вас. "
                    "След среща в чат към списъка се добавя запис кой е участвал.",
                ),
            )
        ),
        MANAGER,
        Answer(name="confirmed_on", label=Words(en="Signature, date", bg="Подпис, дата")),
    ),
)
