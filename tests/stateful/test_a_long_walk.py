"""Nobody ever reads or writes what they may not, nothing is left alone, and nothing is lost, whatever happens."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from storage.engine import open_database
from storage.schema import metadata
from tests.stateful import (
    away_acts,
    concern_acts,
    consent_acts,
    document_acts,
    door_acts,
    erasing_acts,
    forged,
    group_acts,
    holding_acts,
    join_acts,
    minutes_acts,
    on_paper_acts,
    paper_acts,
    people_acts,
    place_acts,
    plan_acts,
    question_acts,
    scan_acts,
    sending_acts,
    session_acts,
    talk_acts,
    task_acts,
)
from tests.stateful.meeting_model import Meetings
from tests.stateful.model import Model
from tests.stateful.world import World
from tests.use_cases.conftest import A_MONDAY, REGISTERED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STEPS = int(os.environ.get("EMENTOR_STEPS", "400"))
SEED = int(os.environ.get("EMENTOR_SEED", "2026"))
#: After so many the walk goes on among new people, so that a step costs the same throughout.
A_LIFE = 250
ACTS: dict[Callable[[World], None], int] = {
    place_acts.ask: 12,
    place_acts.confirm: 4,
    place_acts.come_back: 2,
    place_acts.decide_return: 4,
    group_acts.ask: 4,
    group_acts.confirm: 1,
    group_acts.replace_mentor: 8,
    group_acts.confirm_replacing: 1,
    sending_acts.send: 14,
    sending_acts.post: 3,
    sending_acts.album: 4,
    sending_acts.settle_albums: 1,
    scan_acts.photograph: 4,
    scan_acts.use: 5,
    paper_acts.settle: 6,
    paper_acts.correct: 5,
    paper_acts.look: 6,
    paper_acts.inbox: 3,
    paper_acts.take: 6,
    paper_acts.decide: 6,
    paper_acts.comment: 4,
    paper_acts.words: 3,
    paper_acts.undo: 3,
    paper_acts.take_back: 3,
    people_acts.invite_manager: 2,
    people_acts.leave_programme: 2,
    people_acts.relink: 4,
    people_acts.decide_merge: 2,
    people_acts.bind: 3,
    people_acts.unbind: 1,
    people_acts.migrate: 2,
    people_acts.reach: 3,
    people_acts.tick: 8,
    away_acts.go_away: 4,
    away_acts.confirm: 1,
    away_acts.end: 1,
    away_acts.decline: 2,
    away_acts.appoint: 2,
    session_acts.plan: 3,
    session_acts.confirm: 1,
    session_acts.call_off: 1,
    session_acts.write: 4,
    plan_acts.propose: 4,
    plan_acts.take: 2,
    plan_acts.fill: 6,
    plan_acts.log: 4,
    plan_acts.take_back: 1,
    minutes_acts.meet: 4,
    minutes_acts.write: 5,
    minutes_acts.put_record: 1,
    minutes_acts.accept: 5,
    minutes_acts.correct: 3,
    minutes_acts.make: 4,
    talk_acts.begin: 3,
    talk_acts.say: 3,
    talk_acts.press: 4,
    talk_acts.finish: 2,
    task_acts.note: 3,
    task_acts.change: 4,
    task_acts.tick: 4,
    task_acts.watch: 3,
    holding_acts.begin: 6,
    holding_acts.hold_now: 3,
    holding_acts.end: 4,
    holding_acts.say: 12,
    holding_acts.edit: 3,
    holding_acts.stored: 4,
    holding_acts.look: 4,
    holding_acts.hold_back: 3,
    holding_acts.hand_in: 2,
    holding_acts.be_there: 5,
    holding_acts.confirm: 3,
    join_acts.list_name: 4,
    join_acts.open_links: 4,
    join_acts.join: 4,
    door_acts.knock: 4,
    door_acts.request: 1,
    door_acts.decide: 2,
    concern_acts.tell: 3,
    concern_acts.send: 1,
    concern_acts.look: 3,
    concern_acts.take: 2,
    concern_acts.listed: 1,
    question_acts.ask: 4,
    question_acts.send: 1,
    question_acts.answer_one: 4,
    on_paper_acts.add: 3,
    on_paper_acts.file_for: 4,
    on_paper_acts.get_telegram: 3,
    consent_acts.change_notice: 1,
    consent_acts.agree_anew: 5,
    consent_acts.allow_quotes: 1,
    consent_acts.see_own: 1,
    document_acts.plan: 2,
    document_acts.file: 4,
    document_acts.look: 3,
    document_acts.more_time: 2,
    erasing_acts.wish: 1,
    erasing_acts.decide: 2,
    forged.press: 40,
}


def a_life(folder: Path, seed: int, steps: int) -> Counter[str]:
    database = open_database(f"sqlite:///{folder}/record-{seed}.db")
    try:
        with database.writing.begin() as connection:
            metadata.create_all(connection)
            world = World(
                connection=connection, chance=random.Random(seed), model=Model(now=A_MONDAY, meetings=Meetings())
            )
            world.settle()
            acts, weights = [*ACTS], [*ACTS.values()]
            while world.counts["steps"] < steps:
                [walk] = world.chance.choices(acts, weights)
                walk(world)
            return world.counts
    finally:
        database.close()


@pytest.mark.timeout(0)
def test_a_long_walk_keeps_every_promise(tmp_path: Path, summary: Callable[[str], None]) -> None:
    assert REGISTERED
    counts: Counter[str] = Counter()
    seed, began = SEED, time.monotonic()
    while counts["steps"] < STEPS:
        try:
            counts += a_life(tmp_path, seed, min(A_LIFE, STEPS - counts["steps"]))
        except AssertionError as broken:
            broken.add_note(f"again: EMENTOR_SEED={seed} EMENTOR_STEPS={A_LIFE} uv run pytest -n 0 tests/stateful")
            raise
        seed += 1
    told = ", ".join(f"{name} {number}" for name, number in counts.most_common())
    summary(f"seeds {SEED} to {seed - 1} in {time.monotonic() - began:.0f} s: {told}")
    assert counts["refusals"] > 0
