"""The rows of a proposed plan: which kind of session comes when, what about, for which goals, with which documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from mentoring import drafted_words, zones
from mentoring.drafted_plans import DraftRow
from mentoring.kit import Anchor, Code, Kit, Per
from mentoring.people import Language
from mentoring.sessions import Session, SessionKind, SessionState, Stage
from mentoring.topics import Topic, TopicKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mentoring.drafted_plans import DraftedPlan
    from mentoring.kit import Document

#: A shorter plan needs no session in which to stop and look, a still shorter one no second one before its end.
_WITH_A_MIDDLE, _WITH_A_SECOND_LOOK = 5, 7
FINAL_TALK = Code("T13")
_COUNTED = {SessionState.PLANNED, SessionState.RUNNING, SessionState.HELD}
#: Of a word, as much as its forms have in common.
_STEM, _SHORTEST_WORD = 5, 4
_ABOUT_WORK = (SessionKind.EMPLOYABILITY, SessionKind.ENTREPRENEURSHIP)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """`standing` are the group's sessions so far, cancelled ones too; `planned` how many its programme has in all."""

    planned: int
    standing: tuple[Session, ...]
    topics: tuple[Topic, ...]
    goals: tuple[str, ...]
    kit: Kit
    language: Language
    zone: str
    at: time


def counted(sessions: Iterable[Session]) -> Sequence[Session]:
    """Those that take the place of one in the plan."""
    return [one for one in sessions if one.state in _COUNTED]


def drafted(wish: Wish, days: Sequence[date]) -> tuple[DraftRow, ...]:
    """One for each of these days."""
    kinds = _kinds(wish, days)
    about = _about(wish, sum(1 for kind, _ in kinds if kind in _ABOUT_WORK))
    rows: list[DraftRow] = []
    for key, (day, (kind, stage)) in enumerate(zip(days, kinds, strict=True), 1):
        works_on, topic = next(about) if kind in _ABOUT_WORK else (kind, drafted_words.topic(kind, wish.language))
        row = DraftRow(key=key, day=day, at=wish.at, kind=works_on, stage=stage, topic=topic)
        rows.append(_filled(wish, row))
    return tuple(_with_goals(rows, wish.goals))


def _filled(wish: Wish, row: DraftRow) -> DraftRow:
    aim = drafted_words.result(row.kind, row.topic, wish.language)
    return replace(row, aim=aim, documents=" ".join(_documents(wish, row)))


def _kinds(wish: Wish, days: Sequence[date]) -> Sequence[tuple[SessionKind, Stage | None]]:
    """What frames the whole first: a beginning, an end, a look back in the middle."""
    standing = counted(wish.standing)
    known = {one.kind for one in standing}
    met = [zones.wall(one.starts_at, wish.zone).date() for one in standing]
    kinds: list[tuple[SessionKind, Stage | None]] = [(_ABOUT_WORK[0], None) for _ in days]
    free = list(range(len(days)))
    if free and SessionKind.INITIAL not in known and all(days[0] < day for day in met):
        kinds[free.pop(0)] = (SessionKind.INITIAL, None)
    if free and SessionKind.FINAL not in known and all(day < days[-1] for day in met):
        kinds[free.pop()] = (SessionKind.FINAL, None)
    if free and _wants_middle(wish, standing):
        middle = _middle(wish, standing, days, free)
        free.remove(middle)
        kinds[middle] = (SessionKind.MONITORING, Stage.MID_TERM)
    if len(free) > 1 and _looks_twice(wish) and not any(map(_is_last_look, standing)):
        kinds[free.pop()] = (SessionKind.MONITORING, Stage.FINAL)
    return kinds


def _wants_middle(wish: Wish, standing: Sequence[Session]) -> bool:
    """Once half of them are over it would be none; one whose stage nobody has said may be it."""
    over = sum(1 for one in standing if one.state is SessionState.HELD)
    done = any(one.kind is SessionKind.MONITORING and one.stage in {None, Stage.MID_TERM} for one in standing)
    return wish.planned >= _WITH_A_MIDDLE and not done and over <= wish.planned // 2


def _middle(wish: Wish, standing: Sequence[Session], days: Sequence[date], free: Sequence[int]) -> int:
    """Which of the free ones stands nearest to the middle of the whole plan."""
    met = [zones.wall(one.starts_at, wish.zone).date() for one in standing]
    order = sorted([*met, *days])
    return min(free, key=lambda at: (abs(order.index(days[at]) - len(order) // 2), at))


def _is_last_look(session: Session) -> bool:
    return session.kind is SessionKind.MONITORING and session.stage is Stage.FINAL


def _about(wish: Wish, turns: int) -> Iterator[tuple[SessionKind, str]]:
    """Both kinds in turn, as far as their topics go; a topic for any session goes where its turn is."""
    waiting: list[Topic] = []
    for turn in range(turns):
        waiting = waiting or [*_not_met(wish)]
        yield _next(waiting, _ABOUT_WORK[(turn + _already(wish)) % 2], wish.language)


def _already(wish: Wish) -> int:
    """How many more sessions on work than on business there are."""
    kinds = [one.kind for one in counted(wish.standing)]
    return max(0, kinds.count(_ABOUT_WORK[0]) - kinds.count(_ABOUT_WORK[1])) % 2


def _not_met(wish: Wish) -> Sequence[Topic]:
    known = {one.topic.casefold() for one in counted(wish.standing)}
    return [one for one in wish.topics if one.said(wish.language).casefold() not in known]


def _next(waiting: list[Topic], kind: SessionKind, language: Language) -> tuple[SessionKind, str]:
    """Where only topics of the other kind are left, it is one of theirs."""
    own = {TopicKind(kind.value), TopicKind.ANY}
    found = next((one for one in waiting if one.kind in own), next(iter(waiting), None))
    if found is None:
        return kind, ""
    waiting.remove(found)
    return kind_about(kind, found), found.said(language)


def kind_about(kind: SessionKind, topic: Topic) -> SessionKind:
    """Sessions on work and on business are called by what they are about; the others stay what they are."""
    return kind if kind not in _ABOUT_WORK or topic.kind is TopicKind.ANY else SessionKind(topic.kind.value)


def _documents(wish: Wish, row: DraftRow) -> Iterable[Code]:
    return [one.code for one in wish.kit.in_use if _is_due(one, row, wish)]


def _is_due(document: Document, row: DraftRow, wish: Wish) -> bool:
    """What is to be ready some time before it is none of the session's."""
    if document.due is None or document.due.after.days < 0:
        return False
    if document.per in {Per.SESSION, Per.DIARY}:
        return not document.sessions or row.kind in document.sessions
    if document.code == FINAL_TALK and _looks_twice(wish):
        return row.stage is Stage.FINAL
    return document.due.anchor is _anchor(row.kind, row.stage)


def _looks_twice(wish: Wish) -> bool:
    return FINAL_TALK in wish.kit and wish.planned >= _WITH_A_SECOND_LOOK


def _anchor(kind: SessionKind, stage: Stage | None) -> Anchor | None:
    anchors: Mapping[SessionKind, Anchor] = {
        SessionKind.INITIAL: Anchor.INITIAL_SESSION,
        SessionKind.FINAL: Anchor.FINAL_SESSION,
    }
    return Anchor.MIDDLE if stage is Stage.MID_TERM else anchors.get(kind)


def _with_goals(rows: Sequence[DraftRow], goals: Sequence[str]) -> Iterable[DraftRow]:
    """Each goal where the topic speaks of it, or else where the fewest are; they are all looked at on the way."""
    linked: dict[int, list[str]] = {row.key: [] for row in rows if row.kind in _ABOUT_WORK}
    for goal in goals if linked else ():
        best = max(linked, key=lambda key: (_alike(goal, rows[key - 1].topic), -len(linked[key])))
        linked[best].append(goal)
    return [replace(row, goals="\n".join(linked.get(row.key, ()))) for row in rows]


def _alike(goal: str, topic: str) -> int:
    return len(_stems(goal) & _stems(topic))


def _stems(text: str) -> set[str]:
    """Short ones only where they stand for a name, such as CV."""
    words = re.findall(r"[^\W\d_]+", text)
    return {word.casefold()[:_STEM] for word in words if len(word) >= _SHORTEST_WORD or word.isupper()}


def laid_anew(rows: Sequence[DraftRow], days: Sequence[date], at: time) -> tuple[DraftRow, ...]:
    """The same sessions on other days; where these are too few, the last ones on a topic go."""
    kept = list(rows)
    while len(kept) > len(days):
        spare = [one for one in kept if one.kind in _ABOUT_WORK] or kept
        kept.remove(spare[-1])
    return tuple(replace(row, day=day, at=at) for row, day in zip(kept, days, strict=False))


def in_order(rows: Iterable[DraftRow]) -> tuple[DraftRow, ...]:
    return tuple(sorted(rows, key=lambda one: (one.day, one.at, one.key)))


def spans(draft: DraftedPlan) -> Mapping[int, tuple[datetime, datetime]]:
    """By the keys of its rows, from when until when each lasts."""
    begins = {one.key: starts_at(one, draft.zone) for one in draft.rows}
    return {key: (at, at + timedelta(minutes=draft.minutes)) for key, at in begins.items()}


def overlapping(draft: DraftedPlan) -> frozenset[int]:
    """Keys of the rows that are at the same time as another: nobody can take such a plan."""
    pairs = combinations(spans(draft).items(), 2)
    return frozenset(key for (one, (a, b)), (other, (c, d)) in pairs if a < d and c < b for key in (one, other))


def starts_at(row: DraftRow, zone: str) -> datetime:
    return zones.instant(row.day, row.at, zone)
