"""An evidence pack has what was posted in the sessions whose minutes have the record, under names that are safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot import pack_plans
from bot.pack_plans import Source
from mentoring.files import FETCH_LIMIT_BYTES, FileKind
from mentoring.minutes import Minutes
from mentoring.packs import Outcome
from mentoring.people import Language
from mentoring.use_cases.packs import MakePack, contents_of, make_pack
from mentoring.use_cases.things_door import HoldBack, hold_back
from tests.use_cases.a_session import begins, nova, session
from tests.use_cases.test_keeping_things import copies, posts, things
from texts import pack_index
from texts.say import Say

if TYPE_CHECKING:
    from mentoring.packs import PackContents
    from mentoring.sessions import Session
    from tests.use_cases.a_group import Nova

__all__ = ["nova", "session"]


def posted(nova: Nova, session: Session) -> None:
    begins(nova, session)
    posts(nova, nova.vera, "u1", number=20, file_name="../Моят план.pdf")
    posts(nova, nova.vera, "u2", number=21, kind=FileKind.VOICE, file_name="", seconds=42)
    posts(nova, nova.ilya, "u3", number=22, file_name="huge.pdf", size=FETCH_LIMIT_BYTES + 1)
    posts(nova, nova.ilya, "u4", number=23, file_name="oops.pdf")
    for letter, thing in zip("abd", [one for one in things(nova, session) if one.name != "huge.pdf"], strict=True):
        copies(nova, thing, sha256=letter * 64)
    oops = things(nova, session)[-1]
    nova.desk.does(hold_back, HoldBack(by=nova.by(nova.ilya), line_id=oops.line_id, sure=True))


def contents(nova: Nova) -> PackContents:
    command = MakePack(by=nova.by(nova.anton, pressed=50), group_id=nova.group.id, language=Language.BG)
    nova.desk.does(make_pack, command)
    pack = nova.desk.record.packs.under_way(nova.group.id, nova.anton.id)
    assert pack is not None
    made = contents_of(nova.desk.record, pack.id, nova.desk.now)
    assert made is not None
    return made


def test_without_the_record_in_the_minutes_there_is_nothing_of_it(nova: Nova, session: Session) -> None:
    posted(nova, session)

    assert contents(nova).posted == ()


def test_what_was_posted_stands_in_a_folder_of_its_own_and_in_the_index(nova: Nova, session: Session) -> None:
    posted(nova, session)
    minutes = Minutes(session_id=session.id, with_record=True, changed_at=nova.desk.now)
    nova.desk.record.minutes.save(None, minutes)
    made, say = contents(nova), Say(Language.BG, "Europe/Sofia")
    kept = {one.line_id: Source(path=Path(str(one.line_id)), size=9) for one in made.posted if one.sha256 is not None}

    plan = pack_plans.planned(made, {}, say, kept)

    assert [one.place for one in plan] == ["3_Ot-Sreshtite/001_01_Moyat-Plan.pdf", "3_Ot-Sreshtite/002_01_Voice.ogg"]
    outcome = Outcome(names={}, left_out={}, posted=pack_plans.posted_names(plan))
    table = pack_index.index(say, made, outcome).tables[1]
    assert [(row[2], *row[3:]) for row in table.rows] == [
        ("Vera", "_Моят план.pdf", "3_Ot-Sreshtite/001_01_Moyat-Plan.pdf"),
        ("Vera", "гласово съобщение, 0:42", "3_Ot-Sreshtite/002_01_Voice.ogg"),
        ("Ilya", "huge.pdf", "не е в пакета: твърде голям файл, не се пази"),
    ]
