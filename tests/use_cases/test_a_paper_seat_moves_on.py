"""The seat of somebody on paper, open to them by a link, goes along when their group goes on elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentoring.group_deeds import GroupDeed
from mentoring.people import MembershipState
from mentoring.use_cases import group_life, on_paper
from mentoring.use_cases.answering import Answer, answer
from tests.use_cases.a_group import a_nova

if TYPE_CHECKING:
    from mentoring.groups import Group
    from mentoring.people import Membership
    from tests.use_cases.a_group import Nova
    from tests.use_cases.conftest import Desk


def test_whoever_takes_it_there_has_what_was_theirs(desk: Desk) -> None:
    nova = a_nova(desk)
    desk.does(on_paper.add_on_paper, on_paper.AddOnPaper(by=nova.by(nova.maria), group_id=nova.group.id))
    desk.does(answer, Answer(by=nova.by(nova.maria), text="Petar Kolev"))
    before, other = petar(nova, nova.group), nova.second_group()
    desk.does(on_paper.gets_telegram, on_paper.GetsTelegram(by=nova.by(nova.maria), membership_id=before.id, yes=True))

    merge(nova, other)

    after = petar(nova, other)
    assert (after.state, after.person_id) == (MembershipState.EXPECTED, before.person_id)


def petar(nova: Nova, group: Group) -> Membership:
    return next(one for one in nova.desk.record.memberships.of_group(group.id) if one.name == "Petar Kolev")


def merge(nova: Nova, into: Group) -> None:
    by, group_id = nova.by(nova.maria), nova.group.id
    asking = group_life.AskAboutGroup(by=by, group_id=group_id, deed=GroupDeed.MERGE, into_id=into.id)
    nova.desk.does(group_life.ask_about_group, asking)
    confirming = group_life.ConfirmGroupDeed(by=by, group_id=group_id, deed=GroupDeed.MERGE)
    nova.desk.does(group_life.confirm_group_deed, confirming)
