"""Every screen of a submission, in both languages, is HTML that Telegram takes and names whose turn it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fitting import CAPTION_UNITS, TEXT_UNITS, pieces, units
from handlers.message import Content
from handlers.screens import SCREENS
from mentoring.files import FileKind, Unfit
from mentoring.ids import AttachmentId, GroupId, SubmissionId
from mentoring.notices import Notice, sending
from mentoring.notices import submissions as notices
from mentoring.notices.submissions import FileShown, Line, ReviewCard, Sheet, SubmissionCard, Wanted, Words
from mentoring.people import Language
from mentoring.submissions import DRAFTS, MoveKind, State
from simulator.html import parse_html
from texts.say import Say

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FILE = FileShown(kind=FileKind.DOCUMENT, file_id="f", name="essay <1> & co.pdf")
HANDED_IN = sorted(set(State) - DRAFTS)
SHEET = Sheet(
    submission_id=SubmissionId(42),
    number=1042,
    group="Nova <b>",
    mentee="Vera & Co",
    mentors=("Anton <i>",),
    state=State.WAITING,
    version=1,
    since=NOW,
    files=(FILE,),
    note="A <note> & more",
    said=Words(kind=MoveKind.RETURN, author="Anton", text="Fix <this>", voice_or_file=False),
)


def shown(notice: Notice, language: Language = Language.EN) -> Content:
    content = SCREENS[type(notice)](notice, Say(language, "Europe/Sofia", "ementor_bot"))
    assert isinstance(content, Content)
    return content


def labels(content: Content) -> list[str]:
    rows = (content.reply_markup or {}).get("inline_keyboard", [])
    assert isinstance(rows, list)
    return [key["text"] for row in rows for key in row]


def every_notice() -> list[Notice]:
    of, files = SubmissionId(1), (FILE,)
    line = Line(submission_id=of, number=1001, state=State.WAITING, since=NOW, mentee="V", group="N", file="a.pdf")
    lines = tuple(replace(line, state=state, number=None if state in DRAFTS else 1001) for state in State)
    cards = [
        card
        for state, wanted in product(HANDED_IN, [None, *Wanted])
        for card in (
            SubmissionCard(sheet=replace(SHEET, state=state), withdraw_until=NOW, wanted=wanted),
            ReviewCard(sheet=replace(SHEET, state=state), undo_until=NOW, wanted=wanted),
            ReviewCard(sheet=replace(SHEET, state=state), can_review=False),
        )
    ]
    return [
        *cards,
        notices.ReviewFiles(submission_id=of, number=1, version=2, files=(FILE, FILE)),
        notices.SpokenOrMarked(
            submission_id=of,
            attachment_id=AttachmentId(1),
            number=1,
            author="<A>",
            file=replace(FILE, kind=FileKind.VOICE),
        ),
        notices.AllWords(number=1, author="<A>", text="<w>" * 3000),
        notices.WhatIsThisComment(submission_id=of, number=1, version=1),
        notices.VersionTakenBack(version=2),
        sending.TooMuchToday(files=50, size=100 * 1024 * 1024),
        SubmissionCard(sheet=replace(SHEET, files=(replace(FILE, lost=True),))),
        ReviewCard(sheet=replace(SHEET, files=(replace(FILE, lost=True),))),
        SubmissionCard(sheet=SHEET, earlier=notices.Earlier(submission_id=of, number=1041)),
        SubmissionCard(sheet=replace(SHEET, state=State.WITHDRAWN, files=(), part_of=1041)),
        ReviewCard(sheet=replace(SHEET, state=State.WITHDRAWN, files=(), part_of=1041)),
        sending.HandOverQuestion(submission_id=of, files=files, group="<N>"),
        sending.HandOverQuestion(submission_id=of, files=files, group="N", asked="<V>"),
        sending.GroupQuestion(
            submission_id=of, files=files, groups=(sending.GroupChoice(group_id=GroupId(1), name="<N>"),)
        ),
        sending.RepeatedQuestion(submission_id=of, files=files, number=1, sent_at=NOW),
        *(
            sending.CorrectionQuestion(
                submission_id=of, files=files, open=(sending.Correctable(submission_id=of, number=1),) * count
            )
            for count in (1, 2)
        ),
        sending.NotSent(),
        sending.NotSent(in_group=True),
        sending.HandedOver(number=1, asked="<V>"),
        sending.SameContent(submission_id=of, number=2, version=1, earlier=1),
        sending.OnlyInTelegram(number=1, file="<f>"),
        sending.CopyWaitsForRoom(),
        sending.ProgramInDisguise(number=1, file="<f>"),
        *(sending.FileRefused(why=why, name="<f>.zip") for why in Unfit),
        sending.NothingToSendFor(),
        sending.HowToSendFiles(),
        notices.Inbox(lines=(), more=0),
        notices.Inbox(lines=lines, more=3),
        notices.Documents(lines=(), more=0),
        notices.Documents(lines=lines, more=1),
    ]


def test_every_kind_of_notice_about_submissions_is_shown_here() -> None:
    ours = {kind for kind in SCREENS if kind.__module__ in {notices.__name__, sending.__name__}}

    assert {type(notice) for notice in every_notice()} == ours


@pytest.mark.parametrize("language", Language)
def test_every_screen_is_html_that_fits(language: Language) -> None:
    for notice in every_notice():
        content = shown(notice, language)
        parse_html(content.text)
        limit = CAPTION_UNITS if len(content.attachments) == 1 else TEXT_UNITS
        whole = notice.card() is not None or content.attachments
        parts = [content.text] if whole else pieces(content.text, limit)
        assert all(0 < units(part) <= limit for part in parts), notice
        assert all(len(label) <= 64 for label in labels(content)), notice


@pytest.mark.parametrize("language", Language)
def test_no_screen_is_the_same_in_the_other_language_by_oversight(language: Language) -> None:
    other = next(one for one in Language if one is not language)

    same = [n for n in every_notice() if shown(n, language).text == shown(n, other).text]

    assert {type(notice) for notice in same} <= set()


@given(st.text(max_size=400))
def test_no_text_of_people_breaks_a_card(text: str) -> None:
    sheet = replace(SHEET, note=text, mentee=text[:50], group=text[:50], files=(replace(FILE, name=text[:100]),))

    for content in (shown(SubmissionCard(sheet=sheet)), shown(ReviewCard(sheet=sheet))):
        parse_html(content.text)
        assert units(content.text) <= CAPTION_UNITS


def test_the_mentors_card_carries_the_file_and_the_four_decisions() -> None:
    content = shown(ReviewCard(sheet=SHEET))

    assert [file.file_id for file in content.attachments] == ["f"]
    decisions = ["✅ Accept", "↩️ Return with comment", "❓ Ask a question", "🔍 Not readable"]
    assert labels(content)[:4] == decisions


def test_a_manager_who_looks_has_none_of_the_mentors_buttons() -> None:
    assert labels(shown(ReviewCard(sheet=SHEET, can_review=False))) == ["📥 To review", "🏠 Home"]


def test_both_cards_say_for_whom_it_waits_and_since_when() -> None:
    assert "Waiting for Anton &lt;i&gt; since Mon 23 Nov, 11:00" in shown(SubmissionCard(sheet=SHEET)).text
    assert "Waiting for you since Mon 23 Nov, 11:00" in shown(ReviewCard(sheet=SHEET)).text


def test_a_long_note_is_cut_on_the_card_and_can_be_read_whole() -> None:
    card = shown(SubmissionCard(sheet=replace(SHEET, note="word " * 200)))

    assert "📖 Read it all" in labels(card)
    assert "📖 Read it all" not in labels(shown(SubmissionCard(sheet=SHEET)))
