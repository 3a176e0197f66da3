"""What manager, mentor and mentees promise each other; and the page on which one of them signs in another town."""

from __future__ import annotations

from doc_templates.forms import t04_clauses
from doc_templates.forms.vocabulary import Form, Heading, Prose, Signatures, Words


def _title(en: str, bg: str) -> Heading:
    return Heading(words=Words(en=en, bg=bg))


_STATEMENT = Words(en="I have read this contract and agree to it.", bg="Прочетох този договор и приемам условията му.")
_FACTS = (
    "mentee_names",
    "sessions_planned",
    "sessions_face_to_face",
    "meeting_rhythm",
    "session_length",
    "meeting_place",
)

FORM = Form(
    code="T04",
    title=Words(en="Contract between manager, mentor and mentees", bg="Договор между ръководител, ментор и участници"),
    bilingual=True,
    facts=_FACTS,
    blocks=(
        _title("1. Parties", "1. Страни"),
        t04_clauses.PARTIES,
        _title("2. Purpose", "2. Цел"),
        t04_clauses.PURPOSE,
        _title("3. Period and sessions", "3. Срок и срещи"),
        t04_clauses.PERIOD,
        _title("4. Meetings", "4. Провеждане"),
        t04_clauses.MEETINGS,
        _title("5. The manager undertakes", "5. Ръководителят се задължава"),
        t04_clauses.MANAGER,
        _title("6. The mentor undertakes", "6. Менторът се задължава"),
        t04_clauses.MENTOR,
        _title("7. Each mentee undertakes", "7. Всеки участник се задължава"),
        t04_clauses.MENTEE,
        _title("8. Confidentiality", "8. Поверителност"),
        t04_clauses.CONFIDENTIAL,
        _title("9. Communication and records", "9. Общуване и записи"),
        t04_clauses.COMMUNICATION,
        _title("10. Personal data", "10. Лични данни"),
        t04_clauses.DATA,
        _title("11. When something goes wrong", "11. Ако нещо не върви"),
        t04_clauses.PROBLEMS,
        _title("12. Ending early", "12. Предсрочно прекратяване"),
        t04_clauses.ENDING,
        _title("13. Completion", "13. Завършване"),
        t04_clauses.COMPLETION,
        _title("14. Signatures", "14. Подписи"),
        t04_clauses.SIGNING,
        Signatures(statement=_STATEMENT, blank_rows=5),
    ),
)

COUNTERPART = Form(
    code="T04",
    title=Words(en="Contract: signature page of one party", bg="Договор: страница за подпис на една страна"),
    bilingual=True,
    facts=("mentee_names",),
    intro=Words(
        en="This page belongs to the contract of the group {{ group_name }}. Please read the contract first: the "
        "bot has sent it to you together with this page.",
        bg="Тази страница е част от договора на група {{ group_name }}. Моля, първо прочетете договора: ботът Ви "
        "го изпрати заедно с тази страница.",
    ),
    blocks=(
        _title("Parties", "Страни"),
        t04_clauses.PARTIES,
        _title("What I sign", "Какво подписвам"),
        t04_clauses.IN_SHORT,
        _title("Signature", "Подпис"),
        Signatures(statement=_STATEMENT, blank_rows=2),
        Prose(
            paragraphs=(
                Words(
                    en="For a mentee under age a parent or guardian signs in the second row.",
                    bg="За непълнолетен участник на втория ред подписва родител или настойник.",
                ),
            )
        ),
    ),
)
