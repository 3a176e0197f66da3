"""How submissions look to both sides: the cards, and the words and files between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.common import HomeButton, PeopleButton
from handlers.buttons.files import AcceptAndFileButton, FileTo, UndoFilingButton
from handlers.buttons.sessions import PlanSession
from handlers.buttons.signatures import NoSignatureButton, WrongPageButton
from handlers.buttons.submissions import (
    Accept,
    AskMentee,
    AskMentor,
    CommentIs,
    JoinTo,
    MyDocuments,
    NotReadable,
    OpenInbox,
    ReadAll,
    StopAsking,
    TakeIt,
    UndoReview,
    VersionOf,
    Withdraw,
)
from handlers.keyboards import Target, inline
from handlers.message import Attached, Content
from handlers.screens.elsewhere import where_to_key
from handlers.screens.labels import label_rows
from mentoring.files import FileKind
from mentoring.ids import SubmissionId
from mentoring.notices.sending import CopyWaitsForRoom, OnlyInTelegram, ProgramInDisguise, SameContent
from mentoring.notices.submissions import (
    AllWords,
    FileShown,
    ReviewCard,
    ReviewFiles,
    Sheet,
    SpokenOrMarked,
    SubmissionCard,
    VersionTakenBack,
    Wanted,
    WhatIsThisComment,
)
from mentoring.slots import SlotState
from mentoring.submissions import UNDECIDED, State
from texts import common, filing, home, sending, submissions
from texts import submission_buttons as buttons
from texts.helping import people_button
from texts.second_thoughts import needs_help
from texts.session_buttons import plan_button
from texts.signature_buttons import no_signature_button, wrong_page_button

if TYPE_CHECKING:
    from handlers.screens.shape import Screens
    from texts.say import Say

Keys = list[tuple[str, Target]]


def attached(file: FileShown) -> Attached:
    if not file.file_id:
        return Attached(kind="document", sha256=file.sha256, file_name=file.name)
    match file.kind:
        case FileKind.PHOTO:
            return Attached(kind="photo", file_id=file.file_id)
        case FileKind.VOICE:
            return Attached(kind="voice", file_id=file.file_id)
        case _:
            return Attached(kind="document", file_id=file.file_id, file_name=file.name)


def submission_card(notice: SubmissionCard, say: Say) -> Content:
    sheet = notice.sheet
    keys = [_cancel(say, sheet)] if notice.wanted else _mentee_keys(notice, say)
    which = () if notice.wanted else label_rows(say, sheet, notice.likely, can_label=notice.can_label)
    first, later = (which, ()) if notice.likely else ((), which)
    second = _second_thoughts(notice, say)
    markup = inline(*first, keys, second, _join(notice, say), *later, _read_all(say, sheet), _after(say, sheet))
    text = submissions.submission_card(say, sheet, notice.wanted, asks_label=bool(notice.likely))
    return Content(text=text, reply_markup=markup)


def _mentee_keys(notice: SubmissionCard, say: Say) -> Keys:
    sheet, of = notice.sheet, notice.sheet.submission_id
    keys: Keys = []
    if notice.withdraw_until is not None:
        keys.append(
            (
                buttons.withdraw_button(say, until=notice.withdraw_until),
                Withdraw(submission_id=of, version=sheet.version),
            )
        )
    match sheet.state:
        case State.WAITING:
            keys.append((buttons.note_button(say), AskMentee(submission_id=of, wanted=Wanted.NOTE)))
        case State.ASKED:
            keys.append((buttons.answer_button(say), AskMentee(submission_id=of, wanted=Wanted.ANSWER)))
        case State.RETURNED | State.UNREADABLE:
            keys.append((buttons.correction_button(say), AskMentee(submission_id=of, wanted=Wanted.CORRECTION)))
        case _:
            pass
    return keys


def _second_thoughts(notice: SubmissionCard, say: Say) -> Keys:
    sheet = notice.sheet
    if notice.wanted:
        return []
    if sheet.beside is not None:
        target = VersionOf(submission_id=sheet.submission_id, of=sheet.beside.submission_id)
        return [(buttons.version_button(say, sheet.beside.number), target)]
    helps = needs_help(sheet) and sheet.state is not State.WAITING
    return [(people_button(say), PeopleButton())] if helps else []


def _join(notice: SubmissionCard, say: Say) -> Keys:
    earlier = notice.earlier
    if earlier is None or notice.wanted:
        return []
    target = JoinTo(submission_id=notice.sheet.submission_id, to=earlier.submission_id)
    return [(buttons.join_button(say, earlier.number), target)]


def _after(say: Say, sheet: Sheet) -> Keys:
    way_home: Keys = [(common.home_button(say), HomeButton())]
    if sheet.state is State.WAITING:
        return way_home
    return [(home.documents_button(say), MyDocuments()), *way_home]


def review_card(notice: ReviewCard, say: Say) -> Content:
    sheet = notice.sheet
    text = submissions.review_card(
        say,
        sheet,
        notice.wanted,
        can_review=notice.can_review and not notice.taken_by_other,
        taker=notice.taker,
        mine=not notice.taken_by_other,
        left_to_manager=notice.left_to_manager,
        asks_label=bool(notice.likely),
    )
    rows = [[_cancel(say, sheet)]] if notice.wanted else _mentor_rows(notice, say)
    inbox: Keys = [(home.inbox_button(say), OpenInbox()), (common.home_button(say), HomeButton())]
    files = tuple(attached(file) for file in sheet.files) if len(sheet.files) == 1 else ()
    return Content(text=text, reply_markup=inline(*rows, _read_all(say, sheet), inbox), attachments=files)


def _mentor_rows(notice: ReviewCard, say: Say) -> list[Keys]:
    of, version = notice.sheet.submission_id, notice.sheet.version
    rows: list[Keys] = []
    if notice.can_review and notice.sheet.state in UNDECIDED and not notice.taken_by_other:
        rows = [
            [
                (buttons.accept_button(say), Accept(submission_id=of, version=version)),
                (buttons.return_button(say), AskMentor(submission_id=of, version=version, wanted=Wanted.RETURN)),
            ],
            [
                (buttons.question_button(say), AskMentor(submission_id=of, version=version, wanted=Wanted.QUESTION)),
                (buttons.not_readable_button(say), NotReadable(submission_id=of, version=version)),
            ],
        ]
        if notice.accept_into is not None:
            key = AcceptAndFileButton(submission_id=of, version=version)
            rows.insert(0, [(filing.accept_and_file_button(say, notice.accept_into), key)])
        if notice.sheet.document is not None and notice.sheet.document.state is SlotState.SIGNING:
            rows.append(
                [
                    (wrong_page_button(say), WrongPageButton(submission_id=SubmissionId(of), version=version)),
                    (no_signature_button(say), NoSignatureButton(submission_id=SubmissionId(of), version=version)),
                ]
            )
    if notice.can_take:
        label = buttons.take_over_button(say) if notice.taken_by_other else buttons.take_button(say)
        rows.append([(label, TakeIt(submission_id=of))])
    rows += [
        [(filing.file_button(say, toolbar), FileTo(submission_id=of, version=version, toolbar=toolbar))]
        for toolbar in notice.file_to
    ]
    rows += label_rows(say, notice.sheet, notice.likely, can_label=notice.can_label)
    if notice.can_move and not notice.likely:
        rows.append([where_to_key(say, of)])
    if notice.unfile_until is not None:
        rows.append([(filing.undo_button(say, until=notice.unfile_until), UndoFilingButton(submission_id=of))])
    rows.append(_help_for_mentor(notice, say))
    if notice.undo_until is not None:
        rows.append(
            [(buttons.undo_button(say, until=notice.undo_until), UndoReview(submission_id=of, version=version))]
        )
    return rows


def _help_for_mentor(notice: ReviewCard, say: Say) -> Keys:
    helps = needs_help(notice.sheet) and notice.can_review and not notice.taken_by_other
    return [(people_button(say), PeopleButton()), (plan_button(say), PlanSession())] if helps else []


def _cancel(say: Say, sheet: Sheet) -> tuple[str, Target]:
    return buttons.cancel_button(say), StopAsking(submission_id=sheet.submission_id)


def _read_all(say: Say, sheet: Sheet) -> Keys:
    words = (sheet.note, sheet.said.text if sheet.said else "")
    if not any(submissions.is_shortened(text) for text in words):
        return []
    return [(buttons.read_all_button(say), ReadAll(submission_id=sheet.submission_id))]


def review_files(notice: ReviewFiles, say: Say) -> Content:
    text = submissions.review_files(say, number=notice.number, version=notice.version)
    files = tuple(attached(file) for file in notice.files)
    return Content(text=text, attachments=files, about=f"files:{notice.submission_id}:{notice.version}")


def spoken_or_marked(notice: SpokenOrMarked, say: Say) -> Content:
    text = submissions.spoken_or_marked(say, number=notice.number, author=notice.author)
    return Content(text=text, attachments=(attached(notice.file),))


def all_words(notice: AllWords, say: Say) -> Content:
    return Content(text=submissions.all_words(say, number=notice.number, author=notice.author, text=notice.text))


def what_is_this_comment(notice: WhatIsThisComment, say: Say) -> Content:
    of, version = notice.submission_id, notice.version
    keys: Keys = [
        (
            buttons.comment_is_return_button(say),
            CommentIs(submission_id=of, version=version, wanted=Wanted.RETURN),
        ),
        (
            buttons.comment_is_question_button(say),
            CommentIs(submission_id=of, version=version, wanted=Wanted.QUESTION),
        ),
    ]
    cancel: Keys = [(buttons.cancel_button(say), StopAsking(submission_id=of))]
    text = submissions.what_is_this_comment(say, number=notice.number)
    return Content(text=text, reply_markup=inline(keys, cancel))


def version_taken_back(notice: VersionTakenBack, say: Say) -> Content:
    return Content(text=submissions.version_taken_back(say, version=notice.version))


def same_content(notice: SameContent, say: Say) -> Content:
    take_back = Withdraw(submission_id=notice.submission_id, version=notice.version)
    keys: Keys = [
        (buttons.take_back_button(say), take_back),
        (buttons.that_is_all_right_button(say), HomeButton()),
    ]
    text = sending.same_content(say, number=notice.number, earlier=notice.earlier)
    return Content(text=text, reply_markup=inline(keys))


def only_in_telegram(notice: OnlyInTelegram, say: Say) -> Content:
    return Content(text=sending.only_in_telegram(say, number=notice.number, file=notice.file))


def copy_waits_for_room(_: CopyWaitsForRoom, say: Say) -> Content:
    return Content(text=sending.copy_waits_for_room(say))


def program_in_disguise(notice: ProgramInDisguise, say: Say) -> Content:
    return Content(text=sending.program_in_disguise(say, number=notice.number, file=notice.file))


SCREENS: Screens = {
    SubmissionCard: submission_card,
    ReviewCard: review_card,
    ReviewFiles: review_files,
    SpokenOrMarked: spoken_or_marked,
    AllWords: all_words,
    WhatIsThisComment: what_is_this_comment,
    VersionTakenBack: version_taken_back,
    SameContent: same_content,
    OnlyInTelegram: only_in_telegram,
    CopyWaitsForRoom: copy_waits_for_room,
    ProgramInDisguise: program_in_disguise,
}
