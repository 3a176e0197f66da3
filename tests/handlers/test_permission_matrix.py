"""Every command, button and file × everybody there is × every kind of chat, against a table written by hand.

Whoever is missing from a row must leave the record exactly as it was. A handler without a row fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from telegram import Update
from telegram.ext import CommandHandler

import handlers.routes
from bot import current_update
from bot.dispatching import build_dispatch
from handlers.buttons import (
    away,
    calendars,
    chats,
    colleagues,
    common,
    concerns,
    consents,
    date_polls,
    deadlines,
    diaries,
    erasing,
    files,
    forms,
    group_life,
    groups,
    handing_over,
    holding,
    interviews,
    joining,
    kit_choices,
    labels,
    minutes,
    monitoring,
    on_paper,
    own_data,
    past_sessions,
    places,
    plan_drafts,
    plan_fields,
    prints,
    programme_topics,
    programmes,
    questions,
    readiness,
    reminders,
    scans,
    sent_plans,
    session_changes,
    session_gaps,
    session_things,
    sessions,
    settings,
    signatures,
    snoozing,
    submissions,
    tasks,
    toolbars,
)
from handlers.codec import Button, pack
from handlers.routing import ButtonHandler
from mentoring.acting import ChatKind
from mentoring.away_drafts import Cover
from mentoring.concerns import Way
from mentoring.deadlines import Reach
from mentoring.diaries import Question
from mentoring.drafted_plans import DraftStep
from mentoring.erasing import Because
from mentoring.filings import FilingDeed
from mentoring.group_deeds import GroupDeed
from mentoring.groups import OptionalTool
from mentoring.handouts import Way as FormWay
from mentoring.ids import (
    DatePollId,
    FilingId,
    GroupId,
    InterviewId,
    LineId,
    MembershipId,
    PersonId,
    ProposedDateId,
    SessionId,
    SignerId,
    SlotId,
    SubmissionId,
    TaskId,
    UploadId,
)
from mentoring.interviews import Rating
from mentoring.kit import Code, Toolbar
from mentoring.minutes import Part
from mentoring.monitoring_plans import Part as MonitoringPart
from mentoring.notices.forms import Asked
from mentoring.notices.submissions import Wanted
from mentoring.notices.toolbars import Section
from mentoring.papers import PaperLanguage
from mentoring.people import Bundling, Language, Role
from mentoring.places import Deed
from mentoring.plan_fields import PlanField
from mentoring.plan_readings import PlanReadingId
from mentoring.plan_rows import Column
from mentoring.programmes import Line
from mentoring.refusals import Refusal, Why
from mentoring.rhythm import Often
from mentoring.rules import Rules
from mentoring.scans import PageDeed, ScanDeed
from mentoring.session_tasks import TaskField
from mentoring.sessions import Coming, Place, SessionKind, Stage
from mentoring.snoozing import Length
from mentoring.use_cases.home import press_old_button
from mentoring.use_cases.hygiene import command_in_group
from mentoring.use_cases.interviewing import Go
from mentoring.zone_names import Region, Zone
from storage.inbox import Arrival
from storage.record import SqlRecord
from tests.handlers.a_peopled_record import (
    CODE,
    IN_NO_PERSONS_NAME,
    JOINER,
    ME,
    MESSAGE,
    NOVA_CHAT,
    NOW,
    PEOPLE,
    a_peopled_record,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from bot.dispatching import Dispatch
    from handlers.desk import CommandT, UseCase

EVERYBODY = frozenset(PEOPLE)
NOBODY: frozenset[str] = frozenset()
MANAGER = frozenset({"manager"})
MANAGERS = frozenset({"manager", "other_manager"})
MENTOR = frozenset({"mentor"})
MENTORS = frozenset({"mentor", "other_mentor"})
VERA = frozenset({"vera"})
MENTEES_OF_NOVA = frozenset({"vera", "ilya"})
MENTEES = MENTEES_OF_NOVA | {"other_mentee"}
MEMBERS_OF_NOVA = MENTEES_OF_NOVA | MENTOR | MANAGER
PARTICIPANTS = MENTEES | MENTORS | MANAGERS
LEADERS = MENTORS | MANAGERS
LEFT = frozenset({"left_mentee", "left_mentor"})
#: In the order of the record: three who are there, two who were removed, and these.
LEFT_PLACE = 5
#: Also those who were removed: they may need a human most.
EVER_PLACED = PARTICIPANTS | LEFT | {"removed_mentee", "removed_mentor"}
LEADERS_OF_NOVA = MENTOR | MANAGER
#: Also without any place left.
KNOWN = EVERYBODY - IN_NO_PERSONS_NAME - {"stranger"}

WORK, DRAFT, SESSION, NOVA = SubmissionId(1), SubmissionId(2), SessionId(1), GroupId(1)
OWN_DRAFT, UPLOAD, FOR_GROUP = SubmissionId(3), UploadId(1), FilingId(1)
HOMEWORK = TaskId(1)
TALK, TALK_DONE = InterviewId(1), InterviewId(2)
#: What Vera has posted in the session that was held.
THING = LineId(1)
POLL, PROPOSED = DatePollId(1), ProposedDateId(1)
RUNNING, HELD, WAITED_FOR, THE_OTHER = SessionId(2), SessionId(3), SessionId(4), GroupId(2)
LEADERS_OF_THE_OTHER = frozenset({"other_mentor", "other_manager"})
DAY = (NOW + timedelta(days=9)).date()
DRAFTED = PlanReadingId(1)
PROFILE, EN = Code("T01"), PaperLanguage.EN
LATER_DAY = DAY + timedelta(days=90)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """Who may, in private and in a group's chat; in a channel nobody ever may."""

    private: frozenset[str] = NOBODY
    group: frozenset[str] = NOBODY


def private(who: frozenset[str]) -> Row:
    return Row(private=who)


def anywhere(who: frozenset[str]) -> Row:
    return Row(private=who, group=who)


BUTTONS: Mapping[Button, Row] = {
    common.HomeButton(): private(EVERYBODY),
    common.HelpButton(): private(EVERYBODY),
    common.MoreHelpButton(): private(EVERYBODY),
    common.PeopleButton(): private(PARTICIPANTS),
    common.TalkButton(person_id=PEOPLE["mentor"]): private(MENTEES_OF_NOVA | MANAGER),
    common.MyGroupsButton(): private(MENTEES | MENTORS),
    joining.LanguageButton(language=Language.BG): private(EVERYBODY),
    joining.TelegramNameButton(): private(EVERYBODY),
    joining.NameButton(membership_id=1): private(EVERYBODY),
    joining.NotListedButton(): private(EVERYBODY),
    joining.NamesButton(): private(EVERYBODY),
    joining.PrivacyButton(whole=True): private(EVERYBODY),
    joining.AgeButton(adult=True): private(EVERYBODY),
    joining.QuotesButton(yes=True): private(EVERYBODY),
    joining.AgreeButton(): private(EVERYBODY),
    joining.DisagreeButton(): private(EVERYBODY),
    joining.TellManagerButton(): private(EVERYBODY),
    joining.LetInButton(telegram_id=JOINER, yes=True): private(MANAGER),
    joining.PutAwayButton(): private(KNOWN),
    joining.TakeForButton(telegram_id=JOINER, membership_id=1): private(MANAGER),
    questions.AskPrivatelyButton(): private(MENTEES),
    questions.AskWayButton(group_id=NOVA, way=Way.TO_MENTOR): private(MENTEES_OF_NOVA),
    questions.SendQuestionButton(): private(MENTEES),
    questions.AnswerQuestionButton(question_id=1, way=Way.TO_MENTOR): private(MENTOR),
    questions.SendAnswerButton(): private(MENTORS),
    own_data.MyDataButton(): private(KNOWN),
    own_data.SendEverythingButton(): private(KNOWN),
    own_data.AllowQuotesButton(yes=True): private(KNOWN),
    consents.WithdrawButton(sure=True): private(KNOWN),
    # Whoever has never had a place belongs to no programme whose manager could decide.
    own_data.EraseButton(sure=False): private(EVER_PLACED),
    erasing.OpenWishButton(person_id=PEOPLE["vera"]): private(MANAGER),
    erasing.EraseThemButton(person_id=PEOPLE["vera"], sure=True): private(MANAGER),
    erasing.WhyKeepButton(person_id=PEOPLE["vera"]): private(MANAGER),
    erasing.NoteWishButton(membership_id=1, sure=True): private(MANAGER),
    erasing.KeepButton(person_id=PEOPLE["vera"], because=Because.EVIDENCE): private(MANAGER),
    labels.LabelButton(submission_id=WORK, slot_id=0): private(VERA | MENTOR),
    labels.AskLabelButton(submission_id=WORK): private(VERA | MENTOR),
    labels.WhereToButton(submission_id=WORK): private(LEADERS_OF_NOVA),
    labels.PutButton(submission_id=WORK, group_id=NOVA, person_id=PEOPLE["vera"], slot_id=0): private(LEADERS_OF_NOVA),
    deadlines.ExpectedButton(): private(PARTICIPANTS),
    deadlines.SlotButton(slot_id=1): private(VERA | LEADERS_OF_NOVA),
    deadlines.AskMoreTimeButton(slot_id=1, days=2): private(VERA),
    deadlines.AnswerMoreTimeButton(slot_id=1, until=LATER_DAY, yes=True): private(LEADERS_OF_NOVA),
    deadlines.PutOffButton(slot_id=1, days=7, reach=Reach.GROUP, sure=True): private(LEADERS_OF_NOVA),
    deadlines.AskWhyWaiveButton(slot_id=1): private(MANAGER),
    deadlines.WaiveButton(slot_id=1): private(MANAGER),
    deadlines.WantAgainButton(slot_id=1): private(MANAGER),
    readiness.WallsButton(page=0): private(LEADERS),
    readiness.WallButton(group_id=NOVA): private(LEADERS_OF_NOVA),
    readiness.WallDocumentButton(group_id=NOVA, code=Code("T01")): private(LEADERS_OF_NOVA),
    readiness.WallPictureButton(group_id=NOVA): private(LEADERS_OF_NOVA),
    prints.AskPrintButton(group_id=NOVA): private(LEADERS_OF_NOVA),
    prints.MakePrintButton(group_id=NOVA): private(LEADERS_OF_NOVA),
    readiness.AskPackButton(group_id=NOVA): private(LEADERS_OF_NOVA),
    readiness.MakePackButton(group_id=NOVA, language=Language.BG): private(LEADERS_OF_NOVA),
    signatures.SignaturesButton(slot_id=SlotId(1)): private(MEMBERS_OF_NOVA),
    signatures.AskHowToIssueButton(slot_id=SlotId(1)): private(LEADERS_OF_NOVA),
    signatures.IssueButton(slot_id=SlotId(1), pages=True): private(LEADERS_OF_NOVA),
    signatures.MyPageButton(slot_id=SlotId(1)): private(MEMBERS_OF_NOVA),
    signatures.PageOfButton(slot_id=SlotId(1), signer_id=SignerId(1)): private(LEADERS_OF_NOVA),
    signatures.HowToPhotographButton(): private(PARTICIPANTS),
    signatures.SignerButton(signer_id=SignerId(1)): private(LEADERS_OF_NOVA),
    signatures.SignatureThereButton(submission_id=WORK, version=1): private(LEADERS_OF_NOVA),
    signatures.PageNotReadableButton(submission_id=WORK, version=1): private(LEADERS_OF_NOVA),
    signatures.WrongPageButton(submission_id=WORK, version=1): private(LEADERS_OF_NOVA),
    signatures.NoSignatureButton(submission_id=WORK, version=1): private(LEADERS_OF_NOVA),
    signatures.NotSignedAfterAllButton(signer_id=SignerId(1)): private(LEADERS_OF_NOVA),
    signatures.RemindMissingButton(slot_id=SlotId(1)): private(MANAGER),
    signatures.FileSignedButton(slot_id=SlotId(1)): private(LEADERS_OF_NOVA),
    signatures.TickSignersButton(upload_id=UPLOAD, ticked=1, sure=True): private(MENTOR),
    deadlines.AskForPastButton(programme_id=1, tool=OptionalTool.T10, yes=True): private(MANAGER),
    interviews.TalksButton(group_id=NOVA, session_id=0): private(MANAGER),
    interviews.SessionTalksButton(session_id=SESSION): private(MANAGER),
    interviews.TalkWithButton(membership_id=MembershipId(1), session_id=0, anew=False): private(MANAGER),
    interviews.DiscussButton(group_id=NOVA, session_id=0): private(MANAGER),
    interviews.GoToButton(interview_id=TALK, place=0): private(MANAGER),
    interviews.TalkStepButton(interview_id=TALK, place=0, go=Go.BACK): private(MANAGER),
    interviews.RateButton(interview_id=TALK, place=0, rating=Rating.RED): private(MANAGER),
    interviews.TalkWhoButton(interview_id=TALK, person_id=PEOPLE["ilya"]): private(MANAGER),
    interviews.TalkWhenButton(interview_id=TALK, day=DAY): private(MANAGER),
    interviews.CorrectTalkButton(interview_id=TALK): private(MANAGER),
    interviews.FinishTalkButton(interview_id=TALK): private(MANAGER),
    interviews.TalkSheetButton(interview_id=TALK_DONE, files=True): private(MANAGER),
    concerns.RaiseConcernButton(): private(EVER_PLACED),
    # Nobody writes one, so that there is nothing to send; whoever is known may try.
    concerns.AddressConcernButton(programme_id=1, about_id=0): private(KNOWN),
    concerns.EmptyConcernButton(): private(KNOWN),
    concerns.SendConcernButton(): private(KNOWN),
    concerns.ConcernsButton(): private(MANAGERS),
    concerns.OpenConcernButton(concern_id=1): private(MANAGER),
    concerns.TakeConcernButton(concern_id=1): private(MANAGER),
    consents.ReadAnewButton(quotes=True, whole=False): private(KNOWN),
    consents.AgreeAnewButton(quotes=True): private(KNOWN),
    consents.DisagreeAnewButton(): private(KNOWN),
    groups.GroupsButton(): private(MANAGERS),
    groups.NewGroupButton(): private(MANAGERS),
    groups.GroupButton(group_id=NOVA): private(MANAGER),
    groups.MoreOfGroupButton(group_id=NOVA): private(MANAGER),
    programmes.ProgrammesButton(): private(MANAGERS),
    programmes.AnotherProgrammeButton(): private(MANAGERS),
    programmes.ProgrammeButton(programme_id=1): private(MANAGER),
    programmes.NameGroupButton(programme_id=1): private(MANAGER),
    programmes.LineButton(programme_id=1, line=Line.PERIOD): private(MANAGER),
    programmes.NumberButton(programme_id=1, line=Line.QUIET, number=2207, sure=True): private(MANAGER),
    programmes.PeriodButton(programme_id=1, begins=DAY, ends=LATER_DAY): private(MANAGER),
    programmes.ProgrammeZoneButton(programme_id=1, zone=Zone.LONDON): private(MANAGER),
    programmes.ProgrammeLanguageButton(programme_id=1, language=Language.BG): private(MANAGER),
    programmes.ToolButton(programme_id=1, tool=OptionalTool.T10): private(MANAGER),
    programmes.TrialGroupButton(programme_id=1): private(MANAGER),
    monitoring.MonitoringButton(programme_id=1): private(MANAGER),
    monitoring.MonitoringPartButton(programme_id=1, part=MonitoringPart.DAY): private(MANAGER),
    monitoring.AsSuggestedButton(programme_id=1, part=MonitoringPart.DAY): private(MANAGER),
    monitoring.MonitoringTickButton(programme_id=1, part=MonitoringPart.CHECKED, key=1): private(MANAGER),
    monitoring.TakeMonitoringPlanButton(programme_id=1, language=EN, files=True): private(MANAGER),
    monitoring.MonitoringSessionsButton(programme_id=1): private(MANAGER),
    monitoring.PlanMonitoringButton(group_id=NOVA): private(MANAGER),
    monitoring.GroupCourseButton(group_id=NOVA): private(MANAGER),
    programme_topics.TopicsButton(programme_id=1, page=0): private(MANAGER),
    programme_topics.ToggleTopicButton(programme_id=1, key=1, page=0): private(MANAGER),
    # Nova is no test group: whoever asks, it stays.
    programmes.WipeButton(group_id=NOVA, sure=True): private(NOBODY),
    groups.AddNamesButton(group_id=NOVA, role=Role.MENTEE): private(MANAGER),
    groups.PeopleButton(group_id=NOVA): private(MANAGER),
    places.RestButton(): private(MENTEES | MENTORS | LEFT),
    places.AskRestButton(membership_id=1): private(VERA | MANAGER),
    places.TurnPausePage(membership_id=1, day=DAY): private(VERA | MANAGER),
    places.PauseUntil(membership_id=1, day=DAY): private(VERA | MANAGER),
    places.DeedButton(membership_id=1, deed=Deed.REMOVE): private(MANAGER),
    places.ConfirmDeedButton(membership_id=1, deed=Deed.LEAVE): private(VERA | MANAGER),
    places.ComeBackButton(membership_id=LEFT_PLACE): private(frozenset({"left_mentee"})),
    places.DecideReturnButton(membership_id=LEFT_PLACE, yes=True): private(MANAGER),
    on_paper.OnPaperButton(): private(LEADERS),
    on_paper.AddOnPaperButton(group_id=NOVA): private(LEADERS_OF_NOVA),
    on_paper.FileForButton(submission_id=DRAFT, membership_id=1): private(LEADERS_OF_NOVA),
    on_paper.CorrectForButton(submission_id=DRAFT, membership_id=1, of=WORK): private(LEADERS_OF_NOVA),
    on_paper.GetsTelegramButton(membership_id=1, yes=True): private(MANAGER),
    snoozing.OpenSnoozeButton(): private(PARTICIPANTS),
    snoozing.SnoozeButton(length=Length.DAY): private(PARTICIPANTS),
    # Nobody is snoozing, so that there is nothing to end.
    snoozing.WakeButton(): private(PARTICIPANTS),
    places.WaitLongerButton(membership_id=1): private(MANAGER),
    places.PersonButton(membership_id=1): private(MANAGER),
    group_life.GroupLifeButton(group_id=NOVA): private(MANAGER),
    group_life.AskGroupButton(group_id=NOVA, deed=GroupDeed.COMPLETE): private(MANAGER),
    group_life.MergeIntoButton(group_id=NOVA, into_id=NOVA): private(NOBODY),
    group_life.PickForSplitButton(group_id=NOVA, membership_id=1): private(MANAGER),
    group_life.AllPickedButton(group_id=NOVA): private(MANAGER),
    group_life.ConfirmGroupButton(group_id=NOVA, deed=GroupDeed.COMPLETE): private(MANAGER),
    places.OutOfChatButton(membership_id=LEFT_PLACE): private(frozenset({"left_mentee"}) | MANAGER),
    groups.LinksButton(group_id=NOVA): private(MANAGER),
    groups.RenewLinkButton(group_id=NOVA, role=Role.MENTEE): private(MANAGER),
    groups.BindButton(group_id=NOVA): Row(private=MANAGER, group=MANAGER),
    groups.PickChatButton(group_id=NOVA): Row(private=MANAGER, group=MANAGER),
    groups.BindHereButton(group_id=NOVA, chat_id=-77, sure=True): Row(private=MANAGER, group=MANAGER),
    groups.LeaveChatButton(chat_id=-77): private(MANAGERS),
    chats.UnbindButton(group_id=NOVA, sure=True): Row(private=MANAGER, group=MANAGER),
    groups.ChatRequestButton(group_id=NOVA, telegram_id=JOINER, yes=True): private(MANAGER),
    submissions.OpenInbox(): private(LEADERS),
    submissions.MyDocuments(): private(MENTEES),
    submissions.HowToSend(): private(PARTICIPANTS),
    submissions.OpenSubmission(submission_id=WORK): private(VERA | LEADERS_OF_NOVA),
    submissions.ReadAll(submission_id=WORK): private(VERA | LEADERS_OF_NOVA),
    submissions.Withdraw(submission_id=WORK, version=1): private(VERA),
    submissions.JoinTo(submission_id=WORK, to=WORK): private(VERA),
    submissions.VersionOf(submission_id=WORK, of=WORK): private(VERA),
    submissions.AskMentee(submission_id=WORK, wanted=Wanted.NOTE): private(VERA),
    submissions.AskMentor(submission_id=WORK, version=1, wanted=Wanted.RETURN): private(MENTOR),
    submissions.StopAsking(submission_id=WORK): private(VERA | MENTOR),
    submissions.Accept(submission_id=WORK, version=1): private(MENTOR),
    submissions.NotReadable(submission_id=WORK, version=1): private(MENTOR),
    submissions.CommentIs(submission_id=WORK, version=1, wanted=Wanted.RETURN): private(MENTOR),
    submissions.UndoReview(submission_id=WORK, version=1): private(MENTOR),
    submissions.TakeIt(submission_id=WORK): private(MENTOR),
    submissions.HandOver(submission_id=DRAFT, yes=True): Row(private=VERA, group=VERA),
    submissions.ChooseGroup(submission_id=DRAFT, group_id=NOVA): Row(private=VERA, group=VERA),
    submissions.SendAgain(submission_id=DRAFT, yes=True): Row(private=VERA, group=VERA),
    submissions.CorrectionOf(submission_id=DRAFT, of=WORK): Row(private=VERA, group=VERA),
    submissions.SomethingNew(submission_id=DRAFT): Row(private=VERA, group=VERA),
    scans.ScanButton(submission_id=DRAFT, deed=ScanDeed.SEND): Row(private=VERA, group=VERA),
    scans.PageButton(submission_id=DRAFT, page=1, deed=PageDeed.TURN): Row(private=VERA, group=VERA),
    # What may be filed is accepted before; whoever may not is refused first.
    files.FileTo(submission_id=WORK, version=1, toolbar=Toolbar.MANAGING): private(LEADERS_OF_NOVA),
    files.AcceptAndFileButton(submission_id=WORK, version=1): private(LEADERS_OF_NOVA),
    files.UndoFilingButton(submission_id=WORK): private(LEADERS_OF_NOVA),
    files.FileInsteadButton(submission_id=OWN_DRAFT): private(MENTOR),
    files.UploadGroup(upload_id=UPLOAD, group_id=NOVA): private(MENTOR),
    files.UploadDocument(upload_id=UPLOAD, code=Code("T03")): private(NOBODY),
    files.UploadPerson(upload_id=UPLOAD, person_id=PEOPLE["vera"]): private(NOBODY),
    files.UploadSession(upload_id=UPLOAD, session_id=SESSION): private(MENTOR),
    files.UploadToolbar(upload_id=UPLOAD, toolbar=Toolbar.MANAGING): private(MENTOR),
    files.UploadMore(upload_id=UPLOAD, page=0): private(MENTOR),
    files.UploadElse(upload_id=UPLOAD): private(MENTOR),
    files.UploadAnew(upload_id=UPLOAD): private(MENTOR),
    files.DropUploadButton(upload_id=UPLOAD): private(MENTOR),
    # It is not filed yet.
    files.UndoUploadButton(upload_id=UPLOAD): private(MENTOR),
    toolbars.FilesButton(): private(PARTICIPANTS),
    kit_choices.KitButton(programme_id=1, page=0): private(MANAGER),
    # This record knows no kit, so that all they hear is that it is gone.
    kit_choices.KitDocumentButton(programme_id=1, code=PROFILE): private(MANAGER),
    kit_choices.ToggleDocumentButton(programme_id=1, code=PROFILE): private(MANAGER),
    kit_choices.RenameDocumentButton(programme_id=1, code=PROFILE): private(MANAGER),
    kit_choices.StandardTitleButton(programme_id=1, code=PROFILE): private(MANAGER),
    kit_choices.SendWordFileButton(programme_id=1, code=PROFILE, language=EN): private(MANAGER),
    kit_choices.StandardFormButton(programme_id=1, code=PROFILE, language=EN): private(MANAGER),
    kit_choices.PreviewButton(programme_id=1, code=PROFILE, language=EN): private(MANAGER),
    forms.TemplatesButton(page=0): private(PARTICIPANTS),
    forms.ReadGuideButton(): private(PARTICIPANTS),
    forms.HowToSendBackButton(): private(PARTICIPANTS),
    # This record knows no kit: who may have which form with names on it is shown in test_handing_out.py.
    forms.SlotFormButton(slot_id=1): private(VERA | LEADERS_OF_NOVA),
    forms.FormButton(code=PROFILE, language=EN, group_id=NOVA, person_id=0, session_id=0): private(MEMBERS_OF_NOVA),
    forms.AskAimButton(
        code=PROFILE, language=EN, group_id=NOVA, person_id=0, session_id=0, asked=Asked.PERSON, page=0
    ): private(MEMBERS_OF_NOVA),
    forms.TakeFormButton(
        code=PROFILE, language=EN, group_id=NOVA, person_id=0, session_id=0, way=FormWay.BLANK
    ): private(MEMBERS_OF_NOVA),
    toolbars.SectionButton(section=Section.MANAGING, group_id=NOVA, page=0): private(MEMBERS_OF_NOVA),
    toolbars.ShelfButton(section=Section.MANAGING, group_id=NOVA, code=Code("T03"), page=0): private(MEMBERS_OF_NOVA),
    # Nobody has searched for anything.
    toolbars.FoundPageButton(page=0): private(PARTICIPANTS),
    # The whole group may read it, and its mentor and manager change it.
    toolbars.OpenFilingButton(filing_id=FOR_GROUP): private(MEMBERS_OF_NOVA),
    toolbars.SendFilingButton(filing_id=FOR_GROUP): private(MEMBERS_OF_NOVA),
    toolbars.DeedOfFilingButton(filing_id=FOR_GROUP, deed=FilingDeed.MOVE): private(LEADERS_OF_NOVA),
    toolbars.RelabelButton(filing_id=FOR_GROUP, page=0): private(LEADERS_OF_NOVA),
    toolbars.RelabelToButton(
        filing_id=FOR_GROUP, code=Code("T05"), person_id=PersonId(0), session_id=SessionId(0)
    ): private(NOBODY),
    toolbars.RerouteButton(filing_id=FOR_GROUP, page=0): private(MANAGER),
    toolbars.RerouteToGroupButton(filing_id=FOR_GROUP, group_id=NOVA): private(MANAGER),
    toolbars.RerouteToButton(filing_id=FOR_GROUP, group_id=NOVA, person_id=PEOPLE["vera"]): private(MANAGER),
    sessions.MySessions(): private(PARTICIPANTS),
    sessions.OpenSession(session_id=SESSION): private(MEMBERS_OF_NOVA),
    sessions.PlanSession(): private(LEADERS),
    sessions.PlanFor(group_id=NOVA): private(LEADERS_OF_NOVA),
    sessions.PickKind(kind=next(iter(SessionKind))): private(LEADERS),
    sessions.PickStage(stage=next(iter(Stage))): private(LEADERS),
    sessions.TurnPage(day=DAY): private(LEADERS),
    sessions.PickDay(day=DAY): private(LEADERS),
    sessions.OtherDay(): private(LEADERS),
    sessions.PickHour(hour=18): private(LEADERS),
    sessions.PickReading(day=DAY, minutes=1080): private(LEADERS),
    sessions.PickTime(minutes=1080): private(LEADERS),
    calendars.ToCalendar(session_id=SESSION): private(MEMBERS_OF_NOVA),
    calendars.AllToCalendar(): private(PARTICIPANTS),
    sessions.PickPlace(place=next(iter(Place))): private(LEADERS),
    sessions.NoAddress(): private(LEADERS),
    sessions.ConfirmPlan(): private(LEADERS),
    sessions.SayComing(session_id=SESSION, moves=0, coming=next(iter(Coming))): private(MENTEES_OF_NOVA),
    sessions.MoveSession(session_id=SESSION): private(LEADERS_OF_NOVA),
    sessions.CancelSession(session_id=SESSION, sure=True): private(LEADERS_OF_NOVA),
    # Nobody has sent a plan.
    sent_plans.ShowSentPlan(reading_id=PlanReadingId(1), page=0): private(LEADERS),
    sent_plans.SentPlanOf(reading_id=PlanReadingId(1), group_id=NOVA): private(LEADERS),
    sent_plans.AskAboutPlan(reading_id=PlanReadingId(1)): private(LEADERS),
    sent_plans.AnswerAboutPlan(reading_id=PlanReadingId(1), line=1, column=Column.DATE, code=1): private(LEADERS),
    sent_plans.LeaveRowOut(reading_id=PlanReadingId(1), line=1, column=Column.DATE): private(LEADERS),
    sent_plans.ConfirmSentPlan(reading_id=PlanReadingId(1)): private(LEADERS),
    sent_plans.DropSentPlan(reading_id=PlanReadingId(1)): private(LEADERS),
    plan_drafts.ProposePlan(): private(LEADERS),
    plan_drafts.ProposePlanFor(group_id=NOVA): private(LEADERS_OF_NOVA),
    # Nobody has been proposed one.
    plan_drafts.GoToDraftStep(reading_id=DRAFTED, step=DraftStep.WHEN, page=0, row=0): private(LEADERS),
    plan_drafts.TickWeekday(reading_id=DRAFTED, weekday=1, on=True): private(LEADERS),
    plan_drafts.PickUsualTime(reading_id=DRAFTED, minutes=1080): private(LEADERS),
    plan_drafts.PickOften(reading_id=DRAFTED, often=Often.WEEKLY): private(LEADERS),
    plan_drafts.PickUsualPlace(reading_id=DRAFTED, place=Place.CHAT): private(LEADERS),
    plan_drafts.MeetAsLast(reading_id=DRAFTED): private(LEADERS),
    plan_drafts.TickTopic(reading_id=DRAFTED, topic=1, on=True, page=0): private(LEADERS),
    plan_drafts.ClearGoals(reading_id=DRAFTED): private(LEADERS),
    plan_drafts.TurnRowPage(reading_id=DRAFTED, row=1, day=DAY): private(LEADERS),
    plan_drafts.PickRowDay(reading_id=DRAFTED, row=1, day=DAY): private(LEADERS),
    plan_drafts.PickRowTime(reading_id=DRAFTED, row=1, minutes=1080): private(LEADERS),
    plan_drafts.PickRowMoment(reading_id=DRAFTED, row=1, day=DAY, minutes=1080): private(LEADERS),
    plan_drafts.PickRowTopic(reading_id=DRAFTED, row=1, topic=1): private(LEADERS),
    plan_drafts.LeaveDraftRowOut(reading_id=DRAFTED, row=1): private(LEADERS),
    plan_drafts.TakeDraft(reading_id=DRAFTED): private(LEADERS),
    plan_drafts.DropDraft(reading_id=DRAFTED): private(LEADERS),
    holding.BeginSession(session_id=WAITED_FOR): anywhere(LEADERS_OF_THE_OTHER),
    holding.HoldNow(group_id=THE_OTHER): anywhere(LEADERS_OF_THE_OTHER),
    holding.EndSession(session_id=RUNNING): anywhere(LEADERS_OF_NOVA),
    holding.TickPoint(session_id=RUNNING, position=1): anywhere(LEADERS_OF_NOVA),
    # Not the manager, who is nobody of the group's.
    holding.AddTask(session_id=RUNNING): anywhere(LEADERS_OF_NOVA),
    holding.SayHere(session_id=RUNNING): anywhere(MENTEES_OF_NOVA | MENTOR),
    holding.SayWaiting(session_id=WAITED_FOR, begun=False): private(frozenset({"other_mentee"})),
    holding.OpenAttendance(session_id=HELD): private(LEADERS_OF_NOVA),
    holding.TurnPresence(session_id=HELD, person_id=PEOPLE["vera"]): private(LEADERS_OF_NOVA),
    holding.ConfirmAttendance(session_id=HELD): private(LEADERS_OF_NOVA),
    session_things.ThingsButton(group_id=NOVA, session_id=SessionId(0), page=0): private(MEMBERS_OF_NOVA),
    session_things.SendThingButton(line_id=THING): private(MEMBERS_OF_NOVA),
    session_things.HoldBackButton(line_id=THING, sure=True): private(VERA | LEADERS_OF_NOVA),
    session_things.HandThingInButton(line_id=THING, yes=True): private(VERA),
    tasks.MyTasks(): private(PARTICIPANTS),
    tasks.TickTask(task_id=HOMEWORK): private(MENTEES_OF_NOVA),
    tasks.OpenTask(task_id=HOMEWORK): private(LEADERS_OF_NOVA),
    tasks.TakeTaskBack(task_id=HOMEWORK, yes=True): private(LEADERS_OF_NOVA),
    tasks.ChangeTask(task_id=HOMEWORK, field=TaskField.TEXT): private(LEADERS_OF_NOVA),
    tasks.GiveTaskTo(task_id=HOMEWORK, person_id=PEOPLE["vera"]): private(LEADERS_OF_NOVA),
    tasks.TaskDueOn(task_id=HOMEWORK, day=DAY): private(LEADERS_OF_NOVA),
    tasks.TaskWithoutDay(task_id=HOMEWORK): private(LEADERS_OF_NOVA),
    # Nothing is being planned.
    date_polls.ProposeAnother(): private(LEADERS),
    date_polls.AskGroup(): private(LEADERS),
    date_polls.VoteFor(date_id=PROPOSED): private(MENTEES_OF_NOVA),
    date_polls.DecideOn(date_id=PROPOSED): private(LEADERS_OF_NOVA),
    date_polls.DropPoll(poll_id=POLL): private(LEADERS_OF_NOVA),
    past_sessions.LogPast(): private(LEADERS),
    past_sessions.LogPastOf(group_id=NOVA): private(LEADERS_OF_NOVA),
    past_sessions.ConfirmPast(): private(LEADERS),
    past_sessions.TakeBackLogged(session_id=SESSION, sure=True): private(LEADERS_OF_NOVA),
    plan_fields.ChangePlan(session_id=SESSION): private(LEADERS_OF_NOVA),
    plan_fields.AskField(session_id=SESSION, field=PlanField.TOPIC, page=0): private(LEADERS_OF_NOVA),
    plan_fields.PickOption(session_id=SESSION, field=PlanField.LENGTH, key=90, page=0): private(LEADERS_OF_NOVA),
    plan_fields.AskExtra(field=PlanField.TOPIC, page=0): private(LEADERS),
    plan_fields.PickExtra(field=PlanField.LENGTH, key=90): private(LEADERS),
    session_changes.ChangePlace(session_id=SESSION): private(LEADERS_OF_NOVA),
    session_changes.SayWhyNot(session_id=SESSION): private(MENTEES_OF_NOVA),
    session_gaps.OpenGap(group_id=NOVA): private(LEADERS_OF_NOVA),
    # Nothing is lacking: a session of theirs is planned.
    session_gaps.TakeTime(session_id=SESSION, day=DAY): private(LEADERS_OF_NOVA),
    session_gaps.NotNow(group_id=NOVA): private(LEADERS_OF_NOVA),
    session_gaps.AskMentors(group_id=NOVA): private(MANAGER),
    session_changes.HoldLater(session_id=WAITED_FOR): private(LEADERS_OF_THE_OTHER),
    holding.TakeMinutes(session_id=HELD): private(LEADERS_OF_NOVA),
    minutes.OpenMinutes(session_id=HELD): private(LEADERS_OF_NOVA),
    minutes.BackToMinutes(session_id=HELD): private(LEADERS_OF_NOVA),
    minutes.AskMinutesPart(session_id=HELD, part=Part.SUMMARY, adds=False): private(LEADERS_OF_NOVA),
    minutes.SettleMinutesClash(session_id=HELD, adds=True): private(LEADERS_OF_NOVA),
    minutes.PutRecordIntoMinutes(session_id=HELD, with_record=True): private(LEADERS_OF_NOVA),
    minutes.AcceptMinutes(session_id=HELD, revision=0): private(LEADERS_OF_NOVA),
    minutes.CorrectMinutes(session_id=HELD): private(LEADERS_OF_NOVA),
    sessions.MarkHeld(session_id=SESSION, held=True): private(LEADERS_OF_NOVA),
    sessions.Status(): private(MANAGERS),
    sessions.NudgeDiaries(group_id=NOVA): private(MANAGER),
    sessions.NudgeReview(group_id=NOVA): private(MANAGER),
    colleagues.ManagersButton(programme_id=1): private(MANAGER),
    colleagues.InviteManagerButton(programme_id=1): private(MANAGER),
    colleagues.LeaveProgrammeButton(programme_id=1, sure=True): private(MANAGER),
    colleagues.RelinkManagerButton(programme_id=1, person_id=PEOPLE["manager"]): private(MANAGER),
    colleagues.RelinkButton(membership_id=1): private(MANAGER),
    colleagues.AnswerRelinkButton(yes=True): private(EVERYBODY),
    colleagues.DecideMergeButton(telegram_id=JOINER, yes=True): private(MANAGERS),
    handing_over.ReplaceButton(membership_id=3): private(MANAGER),
    handing_over.PickSuccessor(membership_id=3, person_id=PEOPLE["manager"]): private(MANAGER),
    handing_over.NewSuccessor(membership_id=3): private(MANAGER),
    handing_over.ConfirmReplacingButton(membership_id=3): private(MANAGER),
    handing_over.WriteNoteButton(group_id=NOVA): private(MANAGER),
    away.AwayButton(): private(LEADERS),
    away.AwayFrom(role=Role.MENTOR, number=NOVA): private(LEADERS),
    away.TurnAwayPage(day=DAY): private(LEADERS),
    away.PickAwayDay(day=DAY): private(LEADERS),
    away.PickDeputy(person_id=PEOPLE["manager"]): private(LEADERS),
    away.OtherCover(cover=Cover.NOBODY): private(LEADERS),
    away.ConfirmAwayButton(): private(LEADERS),
    away.BackFromAway(absence_id=1): private(MENTOR),
    away.CannotStandIn(absence_id=1): private(MANAGER),
    away.AppointDeputyButton(absence_id=1, person_id=PEOPLE["manager"]): private(LEADERS_OF_NOVA),
    diaries.WriteDiary(session_id=SESSION): private(MENTEES_OF_NOVA),
    diaries.WriteAnew(session_id=SESSION): private(MENTEES_OF_NOVA),
    diaries.SkipQuestion(session_id=SESSION, question=next(iter(Question))): private(MENTEES_OF_NOVA),
    diaries.MarkProgress(session_id=SESSION, mark=3): private(MENTEES_OF_NOVA),
    diaries.SendDiary(session_id=SESSION): private(MENTEES_OF_NOVA),
    settings.MoreButton(): private(EVERYBODY),
    settings.SettingsButton(): private(EVERYBODY),
    settings.ZonesButton(): private(KNOWN),
    settings.RegionButton(region=Region.ASIA): private(KNOWN),
    settings.ZoneButton(zone=Zone.DUBAI): private(KNOWN),
    settings.LocationButton(): private(KNOWN),
    settings.QuietButton(): private(KNOWN),
    settings.HoursButton(begins=22, ends=7, own=True): private(KNOWN),
    settings.BundlingButton(bundling=Bundling.TWICE_A_DAY): private(KNOWN),
    reminders.RemindersButton(): private(KNOWN),
    reminders.ReminderButton(hours=24, wanted=False): private(KNOWN),
    reminders.UsualRemindersButton(): private(KNOWN),
    reminders.WokenButton(woken=True): private(KNOWN),
    reminders.RemindAgain(session_id=SESSION, moves=0, tomorrow=False): private(MEMBERS_OF_NOVA),
}

#: Filings whose file must reach nobody else: by their number, and who reads them.
READERS_OF_FILINGS: Mapping[FilingId, frozenset[str]] = {
    FOR_GROUP: MEMBERS_OF_NOVA,
    FilingId(2): VERA | LEADERS_OF_NOVA,
    FilingId(3): MANAGER,
    FilingId(4): LEADERS_OF_NOVA,
}

#: What is typed after the slash. In a group, what belongs to the private chat is answered there, not carried out.
COMMANDS: Mapping[str, Row] = {
    "start": private(EVERYBODY),
    "home": private(EVERYBODY),
    "menu": private(EVERYBODY),
    "cancel": private(EVERYBODY),
    "help": private(EVERYBODY),
    "language": private(EVERYBODY),
    "settings": private(EVERYBODY),
    "timezone": private(EVERYBODY),
    # In private this is a command nobody knows. An anonymous administrator is only told how to be recognised.
    f"bind {CODE}": Row(private=EVERYBODY, group=MANAGER | IN_NO_PERSONS_NAME),
    "inbox": private(LEADERS),
    "documents": private(MENTEES),
    "sessions": private(PARTICIPANTS),
    # In private this is a command nobody knows.
    "session": Row(private=EVERYBODY, group=LEADERS_OF_NOVA),
    "send": private(PARTICIPANTS),
    "groups": private(MANAGERS),
    "status": private(MANAGERS),
}
_FILE = {"file_id": "f", "file_unique_id": "u", "file_name": "essay.pdf", "file_size": 9}
_COMMAND = {"type": "bot_command", "offset": 0, "length": 9}
#: The message that carried a file before, in whose place an edit comes.
_OF_WORK = {"document": {**_FILE, "file_unique_id": "new"}, "edit_date": 2}

#: Strangers are told what the bot is; somebody known who is in no group is refused.
SENDERS = PARTICIPANTS | {"stranger"} | IN_NO_PERSONS_NAME

#: By the name of the handler's method: the kind of update, what the message carries, and the row.
MESSAGES: Mapping[str, tuple[str, Mapping[str, object], Row]] = {
    "send": ("message", {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}, private(SENDERS)),
    "heard": ("message", {"document": _FILE}, Row(private=SENDERS, group=MENTEES_OF_NOVA)),
    "edit": ("edited_message", _OF_WORK, Row(private=SENDERS, group=VERA)),
    "location": ("message", {"location": {"latitude": 25.2, "longitude": 55.3}}, private(SENDERS)),
    "picked": ("message", {"chat_shared": {"request_id": NOVA, "chat_id": -77}}, private(MANAGER)),
    "words": ("message", {"text": "hello"}, private(EVERYBODY)),
    "edited_words": ("edited_message", {"text": "In other words", "edit_date": 2}, private(VERA)),
    "anything_else": ("message", {"text": "/nonsense", "entities": [_COMMAND]}, private(EVERYBODY)),
}
#: Where nobody acts, or whoever acts is only looked at.
OF_TELEGRAM_ITSELF = {
    *("member_changed", "member_left"),
    *("own_place", "asks_to_join", "moved", "renamed", "topic_opened", "command_in_group", "old_button"),
}


class WatchingDesk:
    """Carries use cases out on the real record; remembers whether the last one was allowed to do anything."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.allowed = False

    async def carry_out(self, use_case: UseCase[CommandT], command: CommandT) -> None:
        before = self._changes()
        try:
            popup = use_case(SqlRecord(self._connection, NOW, Rules()), command, NOW)
        except Refusal as refusal:
            assert self._changes() == before, use_case
            self.allowed = refusal.why not in {Why.NOT_ALLOWED, Why.ONLY_IN_PRIVATE, Why.FOR_SOMEBODY_ELSE}
        else:
            instead: object = use_case
            did = popup is not None or self._changes() > before
            self.allowed = did and instead not in (command_in_group, press_old_button)

    def _changes(self) -> int:
        return int(self._connection.exec_driver_sql("SELECT total_changes()").scalar_one())


class Matrix:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.desk = WatchingDesk(connection)
        self.routes = handlers.routes.every_route(self.desk, manager_key=b"key")
        self.dispatch: Dispatch = build_dispatch(token="123456789:nobody", me=ME, handlers=self.routes)

    async def differences(self, kind: str, content: Mapping[str, object], row: Row) -> list[tuple[str, str, bool]]:
        """Who may where, and should not, or may not and should."""
        wrong = []
        for chat, who in _chats(row).items():
            for name, telegram_id in PEOPLE.items():
                allowed = await self._is_allowed(_update(kind, content, telegram_id, chat))
                if allowed is not (name in who):
                    wrong.append((name, chat.value, allowed))
        return wrong

    async def _is_allowed(self, raw: dict[str, object]) -> bool:
        self.desk.allowed = False
        current = current_update.begin(Arrival(update_id=1, lane=1, raw="", received_at=NOW))
        nested = self._connection.begin_nested()
        await self.dispatch.process_update(Update.de_json(raw, self.dispatch.bot))
        nested.rollback()
        assert current.error is None, raw
        return self.desk.allowed


def _chats(row: Row) -> Mapping[ChatKind, frozenset[str]]:
    return {
        ChatKind.PRIVATE: row.private,
        ChatKind.GROUP: row.group,
        ChatKind.SUPERGROUP: row.group,
        ChatKind.CHANNEL: NOBODY,
    }


def _update(kind: str, content: Mapping[str, object], telegram_id: int, where: ChatKind) -> dict[str, object]:
    chat_id = telegram_id if where is ChatKind.PRIVATE else NOVA_CHAT
    user = {"id": telegram_id, "is_bot": False, "first_name": "X", "language_code": "en"}
    message = {"message_id": MESSAGE, "date": 1, "chat": {"id": chat_id, "type": where.value, "title": "N"}}
    if kind == "callback_query":
        pressed = {**message, "from": ME, "text": "card"}
        return {"update_id": 1, kind: {"id": "1", "from": user, "chat_instance": "1", "message": pressed, **content}}
    if where is ChatKind.CHANNEL:
        kind = kind.replace("message", "channel_post")
    return {"update_id": 1, kind: {**message, "from": user, **content}}


@pytest.fixture
def matrix(connection: Connection) -> Matrix:
    a_peopled_record(connection)
    return Matrix(connection)


async def wrong_presses(matrix: Matrix) -> list[tuple[Button, tuple[str, str, bool]]]:
    rows = {
        button: await matrix.differences("callback_query", {"data": pack(button)}, row)
        for button, row in BUTTONS.items()
    }
    return [(button, wrong) for button, differences in rows.items() for wrong in differences]


async def wrong_commands(matrix: Matrix) -> list[tuple[str, tuple[str, str, bool]]]:
    found = []
    for typed, row in COMMANDS.items():
        entity = {"type": "bot_command", "offset": 0, "length": len(typed.split()[0]) + 1}
        content = {"text": f"/{typed}", "entities": [entity]}
        found += [(typed, wrong) for wrong in await matrix.differences("message", content, row)]
    return found


async def wrong_messages(matrix: Matrix) -> list[tuple[str, tuple[str, str, bool]]]:
    rows = {name: await matrix.differences(kind, content, row) for name, (kind, content, row) in MESSAGES.items()}
    return [(name, wrong) for name, differences in rows.items() for wrong in differences]


async def test_every_button_does_what_it_does_only_for_whom_and_where_it_may(matrix: Matrix) -> None:
    await matrix.dispatch.initialize()

    assert await wrong_presses(matrix) == []


async def test_every_filed_file_goes_only_to_those_who_may_read_it(matrix: Matrix) -> None:
    await matrix.dispatch.initialize()
    wrong = []
    for filing_id, who in READERS_OF_FILINGS.items():
        for button in (toolbars.OpenFilingButton(filing_id=filing_id), toolbars.SendFilingButton(filing_id=filing_id)):
            wrong += await matrix.differences("callback_query", {"data": pack(button)}, private(who))

    assert wrong == []


async def test_every_command_is_carried_out_only_for_whom_and_where_it_may(matrix: Matrix) -> None:
    await matrix.dispatch.initialize()

    assert await wrong_commands(matrix) == []


async def test_every_file_and_word_is_taken_only_from_whom_and_where_it_may(matrix: Matrix) -> None:
    await matrix.dispatch.initialize()

    assert await wrong_messages(matrix) == []


def test_every_button_has_a_row(matrix: Matrix) -> None:
    handled = {route._kind for route in matrix.routes if isinstance(route, ButtonHandler)}

    assert {type(button) for button in BUTTONS} == handled
    assert len(BUTTONS) == len(handled)


def test_every_command_has_a_row(matrix: Matrix) -> None:
    handled = {name for route in matrix.routes if isinstance(route, CommandHandler) for name in route.commands}

    assert {typed.split()[0] for typed in COMMANDS} == handled


def test_everything_else_that_comes_in_has_a_row(matrix: Matrix) -> None:
    others = (route for route in matrix.routes if not isinstance(route, ButtonHandler | CommandHandler))

    assert {route.callback.__name__ for route in others} == set(MESSAGES) | OF_TELEGRAM_ITSELF
