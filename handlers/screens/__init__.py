"""How each notice looks: pure functions from its facts and the reader's voice to a rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.screens import (
    away,
    binding,
    boards,
    bundles,
    chat_members,
    chats,
    colleagues,
    common,
    concerns,
    consents,
    deadlines,
    diaries,
    digests,
    erasing,
    files,
    group_life,
    groups,
    handing_over,
    joining,
    labels,
    menus,
    on_paper,
    operating,
    own_data,
    places,
    programmes,
    questions,
    reachability,
    sending,
    sessions,
    settings,
    silence,
    snoozing,
    submissions,
    trial_groups,
    welcome,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.screens.shape import Screen
    from mentoring.notices import Notice

#: Each kind of notice has exactly one screen; a notice without one fails the tests.
SCREENS: Mapping[type[Notice], Screen] = {
    **common.SCREENS,
    **joining.SCREENS,
    **labels.SCREENS,
    **welcome.SCREENS,
    **consents.SCREENS,
    **deadlines.SCREENS,
    **concerns.SCREENS,
    **own_data.SCREENS,
    **erasing.SCREENS,
    **reachability.SCREENS,
    **questions.SCREENS,
    **groups.SCREENS,
    **places.SCREENS,
    **silence.SCREENS,
    **on_paper.SCREENS,
    **snoozing.SCREENS,
    **group_life.SCREENS,
    **chat_members.SCREENS,
    **binding.SCREENS,
    **boards.SCREENS,
    **chats.SCREENS,
    **operating.SCREENS,
    **programmes.SCREENS,
    **trial_groups.SCREENS,
    **sending.SCREENS,
    **submissions.SCREENS,
    **files.SCREENS,
    **sessions.SCREENS,
    **diaries.SCREENS,
    **digests.SCREENS,
    **settings.SCREENS,
    **away.SCREENS,
    **colleagues.SCREENS,
    **handing_over.SCREENS,
    **bundles.SCREENS,
    **menus.SCREENS,
}
