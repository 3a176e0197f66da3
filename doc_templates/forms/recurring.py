"""Parts that stand in several forms, so that they read the same everywhere."""

from __future__ import annotations

from doc_templates.forms.vocabulary import Answer, Column, Option, Words

LEADERS_ONLY = Words(
    en="For the mentor and the manager only. You always see your own.",
    bg="Само за ментора и ръководителя. Своя формуляр виждате винаги.",
)
MENTORS_AND_MANAGER_ONLY = Words(en="For mentors and the manager only.", bg="Само за менторите и ръководителя.")
MANAGERS_ONLY = Words(en="For the manager only.", bg="Само за ръководителя.")

MENTEE = Answer(name="mentee_name", label=Words(en="Mentee", bg="Участник"))
MENTOR = Answer(name="mentor_name", label=Words(en="Mentor", bg="Ментор"))
MANAGER = Answer(name="manager_name", label=Words(en="Manager", bg="Ръководител"))
FILLED_ON = Answer(name="filled_on", label=Words(en="Filled in on", bg="Дата на попълване"))

SESSION_NUMBER = Answer(name="session_number", label=Words(en="Session no.", bg="Среща №"))
SESSION_DATE = Answer(name="session_date", label=Words(en="Date", bg="Дата"))
SESSION_MODE = Answer(name="session_mode", label=Words(en="How we met", bg="Как се срещнахме"))
SESSION_LENGTH = Answer(name="session_length", label=Words(en="Length", bg="Продължителност"))
SESSION_TOPIC = Answer(name="session_topic", label=Words(en="Topic", bg="Тема"))

YES_NO = (
    Option(key="yes", words=Words(en="yes", bg="да")),
    Option(key="no", words=Words(en="no", bg="не")),
)
TRAFFIC_LIGHT = (
    Option(key="green", words=Words(en="green – well", bg="зелено – добре")),
    Option(key="amber", words=Words(en="amber – attention", bg="жълто – внимание")),
    Option(key="red", words=Words(en="red – act now", bg="червено – намеса")),
)
WAYS_TO_MEET = (
    Option(key="face_to_face", words=Words(en="face to face", bg="присъствено")),
    Option(key="video", words=Words(en="video call", bg="видеоразговор")),
    Option(key="chat", words=Words(en="chat", bg="чат")),
    Option(key="phone", words=Words(en="phone", bg="телефон")),
)
WHAT_WHO_WHEN = (
    Column(name="what", label=Words(en="What", bg="Какво"), share=5),
    Column(name="who", label=Words(en="Who", bg="Кой"), share=2),
    Column(name="by_when", label=Words(en="By when", bg="Докога"), share=2),
)

NOT_AT_ALL = Words(en="not at all", bg="изобщо не")
FULLY = Words(en="fully", bg="изцяло")
