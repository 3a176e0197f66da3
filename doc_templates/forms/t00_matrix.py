"""The matrix of the guide: each document, who fills, signs and sees it, and when, as the kit of a programme begins."""

from __future__ import annotations

from typing import TypeAlias

from doc_templates.forms.vocabulary import Words

Line: TypeAlias = tuple[Words, ...]

_MANAGER, _MENTOR = ("manager", "ръководител"), ("mentor", "ментор")
_MENTEE, _NOBODY = ("mentee", "участник"), ("–", "–")
_LEADERS, _ALL = ("mentor + manager", "ментор + ръководител"), ("everybody", "всички")
_GROUP = ("the group", "групата")
_INITIAL, _FINAL = ("first session", "първа среща"), ("at the end", "в края")
_EACH, _MIDDLE = ("after each session", "след всяка среща"), ("half-way", "по средата")
_AS_NEEDED = ("when needed", "при нужда")

Said: TypeAlias = tuple[str, str]


def _line(code: str, *said: Said) -> Line:
    """Its name, who fills it in, who signs it, when, and who sees it."""
    return tuple(Words(en=en, bg=bg) for en, bg in ((code, code), *said))


TOOLS: tuple[Line, ...] = (
    _line(
        "T01",
        ("● Mentee’s profile: who you are, what you expect", "● Профил на участника: кой сте и какво очаквате"),
        _MENTEE,
        _NOBODY,
        ("on joining", "при включване"),
        _LEADERS,
    ),
    _line(
        "T02",
        ("● Personal goals and objectives", "● Лични цели и задачи"),
        ("mentee with mentor", "участник с ментора"),
        ("initials", "инициали"),
        _INITIAL,
        _GROUP,
    ),
    _line(
        "T03",
        ("● Group’s goals and rules of communication", "● Цели на групата и правила за общуване"),
        ("the group; mentor writes", "групата; пише менторът"),
        _NOBODY,
        _INITIAL,
        _GROUP,
    ),
    _line("T04", ("● Contract", "● Договор"), _MANAGER, ("all parties", "всички страни"), _INITIAL, _GROUP),
    _line(
        "T05",
        ("● Session plan, kept up to date", "● План на сесиите, поддържа се актуален"),
        _MENTOR,
        _NOBODY,
        _INITIAL,
        _GROUP,
    ),
    _line(
        "T06",
        (
            "● Diary: what happened, what you learned, what is next",
            "● Дневник: какво стана, какво научихте, какво следва",
        ),
        _MENTEE,
        _NOBODY,
        _EACH,
        _GROUP,
    ),
    _line(
        "T07",
        ("● Initial questionnaire: where you stand", "● Начален въпросник: докъде сте"),
        _MENTEE,
        _NOBODY,
        _INITIAL,
        _LEADERS,
    ),
    _line(
        "T08",
        ("● Final questionnaire: what has changed", "● Финален въпросник: какво се промени"),
        _MENTEE,
        _NOBODY,
        _FINAL,
        _LEADERS,
    ),
    _line(
        "T09",
        ("○ Self-check for a future mentor", "○ Самопроверка на бъдещия ментор"),
        _MENTOR,
        _NOBODY,
        ("on joining", "при включване"),
        _MANAGER,
    ),
    _line(
        "T10",
        ("○ List of participants", "○ Списък на участниците"),
        _LEADERS,
        ("all present", "присъстващите"),
        ("first and last session", "първа и последна среща"),
        _GROUP,
    ),
    _line(
        "T11",
        ("○ Plan for the mid-term monitoring", "○ План за междинния мониторинг"),
        _MANAGER,
        _NOBODY,
        ("before the middle", "преди средата"),
        _LEADERS,
    ),
    _line(
        "T12",
        ("○ Mid-term interview with mentor and mentees", "○ Междинно интервю с ментор и участници"),
        _MANAGER,
        _NOBODY,
        _MIDDLE,
        _MANAGER,
    ),
    _line(
        "T13", ("○ Final discussion in the group", "○ Финална дискусия в групата"), _MANAGER, _NOBODY, _FINAL, _LEADERS
    ),
    _line(
        "T14",
        ("○ Final questionnaire for the mentor", "○ Финален въпросник за ментора"),
        _MENTOR,
        _NOBODY,
        _FINAL,
        _MANAGER,
    ),
)

EXTRA: tuple[Line, ...] = (
    _line("X01", ("Attendance register", "Присъствен списък на сесиите"), _MENTOR, _NOBODY, _FINAL, _LEADERS),
    _line("X02", ("Session record", "Протокол от срещата"), _MENTOR, _NOBODY, _EACH, _GROUP),
    _line("X03", ("Monitoring report", "Мониторинг доклад"), _MANAGER, _MANAGER, _FINAL, _MANAGER),
    _line("X04", ("Early exit form", "Формуляр за предсрочно напускане"), _MENTEE, _MENTEE, _AS_NEEDED, _MANAGER),
    _line(
        "X05",
        ("Handover note", "Бележка за предаване"),
        _MENTOR,
        _NOBODY,
        ("change of mentor", "смяна на ментора"),
        _LEADERS,
    ),
    _line("X06", ("Certificate of participation", "Удостоверение за участие"), _MANAGER, _MANAGER, _FINAL, _LEADERS),
    _line(
        "X07",
        ("Privacy notice and consent", "Информация за личните данни и съгласие"),
        _MENTEE,
        _MENTEE,
        ("on joining", "при включване"),
        _MANAGER,
    ),
    _line("X08", ("Concern or incident form", "Формуляр за сигнал или инцидент"), _ALL, _NOBODY, _AS_NEEDED, _MANAGER),
    _line("X09", ("Code of conduct", "Правила за поведение"), _NOBODY, _NOBODY, ("at the start", "в началото"), _ALL),
)
