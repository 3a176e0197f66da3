"""Words of the manager's digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.digests import Alarm
from texts import concerns, interviews
from texts.monitoring import in_digest
from texts.readiness import counted
from texts.say import Html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mentoring.digests import ProgrammeTotal
    from mentoring.notices.digests import Digest, DigestLine, ReviewNudge
    from texts.say import Say

_SIGNS = {Alarm.RED: "🔴", Alarm.YELLOW: "🟡", Alarm.GREEN: "🟢"}
_NAMES_SHOWN = 4


def digest(say: Say, notice: Digest) -> Html:
    parts = [_summary(say, notice), *(_group(say, line) for line in notice.lines), _rest(say, notice)]
    return Html("\n\n".join(part for part in parts if part))


def _summary(say: Say, notice: Digest) -> Html:
    head = say.n(
        "📊 <b>Your week</b> · {day} · {count} group", "📊 <b>Your week</b> · {day} · {count} groups",
        notice.groups, day=say.day(notice.at),
    )  # fmt: skip
    sessions = say("🗓 Sessions: {held} held, {planned} planned", held=notice.held, planned=notice.planned)
    diaries = say(
        "📓 Diaries: {received} in, {missing} missing", received=notice.diaries_in, missing=notice.diaries_missing
    )
    submissions = say.n(
        "📥 {count} submission waits for review.", "📥 {count} submissions wait for review.", notice.waiting
    )
    lines = [
        head,
        *([concerns.in_digest(say, notice.concerns)] if notice.concerns else []),
        *([interviews.in_digest(say, notice.talks)] if notice.talks else []),
        *(_programme(say, one) for one in notice.programmes),
        sessions,
        diaries,
        submissions,
    ]
    return Html("\n".join(lines))


def _programme(say: Say, one: ProgrammeTotal) -> Html:
    return say.n(
        "🗂 {name}: {count} group, {waiting} to look at",
        "🗂 {name}: {count} groups, {waiting} to look at",
        one.groups,
        name=one.name,
        waiting=one.waiting,
    )


def _group(say: Say, line: DigestLine) -> Html:
    head = say("{sign} <b>{name}</b>", sign=_SIGNS[line.alarm], name=line.name)
    if line.programme:
        head = say("{group} · {programme}", group=head, programme=line.programme)
    return Html("\n".join((head, *_facts(say, line))))


def _facts(say: Say, line: DigestLine) -> Iterator[Html]:
    if line.next_at is None:
        last = line.last_held
        yield (
            say("No session planned; the last one was on {day}.", day=say.day(last))
            if last
            else say("No session yet, and none planned.")
        )
        if line.asked_at is not None:
            yield say("The mentor was asked on {day}.", day=say.day(line.asked_at))
    else:
        yield say("Next session: {at}", at=say.moment(line.next_at))
    if line.missing:
        yield say("Diary missing: {names}", names=_names(say, line.missing))
    if line.waiting_since is not None:
        yield _waiting(say, line)
    if line.mentees_since is not None:
        yield say.n(
            "{count} submission waits for its mentee since {day}",
            "{count} submissions wait for their mentees since {day}",
            line.with_mentees,
            day=say.day(line.mentees_since),
        )
    if line.documents.total:
        yield say("📋 Documents: {count}", count=counted(say, line.documents))
    if line.unreachable:
        yield say("📵 Not reachable: {names}", names=_names(say, line.unreachable))


def _waiting(say: Say, line: DigestLine) -> Html:
    day = say.day(line.waiting_since) if line.waiting_since else ""
    mentors = _names(say, line.mentors) or say("a mentor")
    return say.n(
        "{count} submission waits for {mentors} since {day}",
        "{count} submissions wait for {mentors} since {day}",
        line.waiting,
        mentors=mentors,
        day=day,
    )


def _names(say: Say, names: Sequence[str]) -> str:
    if len(names) <= _NAMES_SHOWN:
        return ", ".join(names)
    return say.label("{names} and {count} more", names=", ".join(names[:_NAMES_SHOWN]), count=len(names) - _NAMES_SHOWN)


def _rest(say: Say, notice: Digest) -> Html:
    lines = []
    if notice.more:
        lines.append(
            say.n("… and {count} more group to look at.", "… and {count} more groups to look at.", notice.more)
        )
    if notice.quiet:
        lines.append(say.n("🟢 All is well in {count} group.", "🟢 All is well in {count} groups.", notice.quiet))
    if notice.unmonitored:
        lines.append(in_digest(say, notice.unmonitored))
    if notice.finished:
        lines.append(say("🏁 Finished lately: {names}", names=_names(say, notice.finished)))
    if notice.completed:
        lines.append(say.n("🎓 {count} mentee has completed.", "🎓 {count} mentees have completed.", notice.completed))
    if notice.uncertain:
        lines.append(
            say.n(
                "❔ Of {count} message I don't know whether it arrived.",
                "❔ Of {count} messages I don't know whether they arrived.",
                notice.uncertain,
            )
        )
    return Html("\n".join(lines))


def nudged(say: Say, people: int) -> str:
    return say.n("{count} person is asked today.", "{count} people are asked today.", people)


def review_nudge(say: Say, notice: ReviewNudge) -> Html:
    return say.n(
        "🔔 <b>{manager}</b> asks you to look at it: {count} submission of <b>{group}</b> waits since {day}.",
        "🔔 <b>{manager}</b> asks you to look at it: {count} submissions of <b>{group}</b> wait since {day}.",
        notice.waiting,
        manager=notice.manager,
        group=notice.group,
        day=say.day(notice.since),
    )
