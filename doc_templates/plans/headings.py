"""Which column of a plan a heading stands for, whoever wrote it: ours, a synonym, or both languages at once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mentoring.plan_rows import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The words of each column, in either language. The longest that stands in a heading counts.
_PHRASES: Mapping[Column, str] = {
    Column.NUMBER: "no|nr|number|session|session no|session number|n|п о ред|по ред|номер|пореден номер|среща|сесия"
    "|среща номер|сесия номер",
    Column.DATE: "date|dates|when|planned date|planned for|date and time|date time|date of session|session date"
    "|дата|дати|кога|планирана дата|насрочена|насрочена за|дата и час|дата час|дата на срещата|дата на сесията",
    Column.WEEKDAY: "day|weekday|day of week|day of the week|ден|ден от седмицата|седмичен ден",
    Column.HOURS: "from to|hours|hour|time|times|start end|start finish|begin end|time slot|at what time"
    "|от до|час|часове|часа|време|начало край|в колко часа|часови интервал|начален и краен час",
    Column.BEGINS: "from|start|starts|starts at|start time|begins|begins at|beginning"
    "|от|от часа|начало|начален час|започва|започва в",
    Column.ENDS: "to|until|till|end|ends|ends at|end time|finish|finishes"
    "|до|до часа|край|краен час|свършва|завършва|приключва",
    Column.LENGTH: "length|duration|minutes|how long|продължителност|времетраене|минути|колко време",
    Column.MODE: "how|mode|format|form|way|how we meet|how we met|online or face to face|face to face or online"
    "|как|форма|формат|начин|режим|как се срещаме|начин на провеждане|форма на провеждане|онлайн или присъствено"
    "|присъствено или онлайн",
    Column.PLACE: "place|link|place or link|where|location|venue|room|address|online link"
    "|място|връзка|линк|място или връзка|място или линк|къде|локация|зала|адрес|място на провеждане",
    Column.KIND: "kind|type|session type|type of session|kind of session|вид|тип|вид на срещата|вид среща|вид сесия"
    "|тип среща|тип сесия|вид на сесията",
    Column.TOPIC: "topic|topics|subject|theme|about|about what|content|тема|теми|съдържание|за какво|предмет",
    Column.RESULT: "result|results|result goal|expected result|expected results|outcome|outcomes|expected outcome"
    "|резултат|резултати|резултат цел|очакван резултат|очаквани резултати|очакван ефект",
    Column.GOALS: "goal|goals|aim|aims|objective|objectives|linked goal|linked goals"
    "|цел|цели|свързана цел|свързани цели",
    Column.PREPARATION: "to prepare|preparation|prepare|what to prepare|what to bring|bring|to bring"
    "|подготовка|за подготовка|какво да се подготви|какво да се донесе|за носене",
    Column.HOMEWORK: "homework|assignment|assignments|tasks|task"
    "|домашно|домашна работа|задача за вкъщи|задачи за вкъщи|задача|задачи",
    Column.DOCUMENTS: "documents|document|documents due|papers|forms"
    "|документи|документ|документи за предаване|формуляри",
    Column.RESPONSIBLE: "who|responsible|responsible person|person responsible|in charge|led by|leader|led"
    "|отговаря|отговорник|отговорен|кой|кой отговаря|отговорно лице|води|водещ",
    Column.HELD_ON: "held on|held|actual date|took place|took place on|date held|проведена|проведена на|проведено"
    "|действителна дата|реална дата|дата на провеждане|състояла се",
    Column.STATUS: "status|state|done|статус|състояние|статут",
}
#: They hold words of a column and are none of ours.
_OTHERS = (
    "due date|next date|deadline|next session|date of birth|by when|date signed|due"
    "|следваща дата|следваща среща|краен срок|срок|дата на раждане|докога|дата на подпис"
)
#: Two parts of one thing in one cell, and where what they make goes.
_TOGETHER = {
    frozenset({Column.DATE, Column.HOURS}): Column.DATE,
    frozenset({Column.DATE, Column.WEEKDAY}): Column.DATE,
    frozenset({Column.DATE, Column.BEGINS}): Column.DATE,
    frozenset({Column.WEEKDAY, Column.HOURS}): Column.DATE,
    frozenset({Column.BEGINS, Column.ENDS}): Column.HOURS,
    frozenset({Column.MODE, Column.PLACE}): Column.PLACE,
    frozenset({Column.RESULT, Column.GOALS}): Column.RESULT,
    frozenset({Column.PREPARATION, Column.HOMEWORK}): Column.PREPARATION,
    frozenset({Column.KIND, Column.TOPIC}): Column.TOPIC,
}
#: They stand in all kinds of sentences: only alone do they say anything.
_ONLY_ALONE = {
    "session",
    "среща",
    "сесия",
    "to",
    "from",
    "no",
    "n",
    "nr",
    "day",
    "about",
    "от",
    "до",
    "ден",
    "form",
    "way",
    "done",
    "held",
    "state",
}
_EXPLAINED = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
_PARTS = re.compile(r"[\n/|;,()\[\]]+|\s[-–—]\s")
_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST = 120
_NUMBER_SIGNS = {"№", "#", "№.", "n°", "nº"}


def column_of(heading: str) -> Column | None:
    """None for what is no heading of a plan, and for one that could be two."""
    if len(heading) > _LONGEST:
        return None
    if heading.strip().casefold() in _NUMBER_SIGNS:
        return Column.NUMBER
    return _of(_EXPLAINED.sub(" ", heading)) or _of(heading)


def _of(heading: str) -> Column | None:
    whole = _spoken(heading)
    if whole in _known():
        return _known()[whole]
    return _together({one for part in _PARTS.split(heading) if (one := _in(part)) is not None})


def _in(part: str) -> Column | None:
    """The one column that the longest known words in it stand for."""
    words = _spoken(part).split()
    for length in range(len(words), 0, -1):
        runs = [" ".join(words[at : at + length]) for at in range(len(words) - length + 1)]
        known = [_known()[run] for run in runs if run in _known() and (len(words) == 1 or run not in _ONLY_ALONE)]
        if known:
            return _together({one for one in known if one is not None})
    return None


def _together(found: set[Column]) -> Column | None:
    return next(iter(found)) if len(found) == 1 else _TOGETHER.get(frozenset(found))


def _spoken(text: str) -> str:
    return " ".join(_WORDS.findall(text)).casefold()


@cache
def _known() -> Mapping[str, Column | None]:
    ours = {phrase: column for column, phrases in _PHRASES.items() for phrase in phrases.split("|")}
    return {**ours, **dict.fromkeys(_OTHERS.split("|"), None)}
