"""Every way into the bot, in the order in which they are tried: the first that fits takes the update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.away import AwayHandlers
from handlers.binding import BindingHandlers
from handlers.chat_members import ChatMembersHandlers
from handlers.chats import ChatHandlers
from handlers.colleagues import ColleagueHandlers
from handlers.concerns import ConcernHandlers
from handlers.consents import ConsentHandlers
from handlers.date_polls import DatePollHandlers
from handlers.deadlines import DeadlineHandlers
from handlers.diary import DiaryHandlers
from handlers.erasing import ErasingHandlers
from handlers.files import FileHandlers
from handlers.filing import FilingHandlers
from handlers.finding import FilingDeedHandlers, FindingHandlers
from handlers.forms import FormHandlers
from handlers.group_life import GroupLifeHandlers
from handlers.groups import GroupHandlers
from handlers.handing_over import HandingOverHandlers
from handlers.hearing import HearingHandlers
from handlers.holding import HoldingHandlers
from handlers.interviews import InterviewHandlers
from handlers.joining import JoiningHandlers
from handlers.kit_choices import KitChoiceHandlers
from handlers.labels import LabelHandlers
from handlers.minutes import MinutesHandlers
from handlers.monitoring import MonitoringHandlers
from handlers.on_paper import OnPaperHandlers
from handlers.own_data import OwnDataHandlers
from handlers.packs import PackHandlers
from handlers.past_sessions import PastSessionHandlers
from handlers.places import PlaceHandlers
from handlers.plan_drafts import DraftRowHandlers, PlanDraftHandlers
from handlers.plan_fields import PlanFieldHandlers
from handlers.prints import PrintHandlers
from handlers.programme_topics import ProgrammeTopicHandlers
from handlers.programmes import ProgrammeHandlers
from handlers.questions import QuestionHandlers
from handlers.readiness import ReadinessHandlers
from handlers.reminders import ReminderHandlers
from handlers.review import DraftHandlers, OwnSubmissionHandlers, ReviewHandlers, SubmissionListHandlers
from handlers.scans import ScanHandlers
from handlers.sent_plans import SentPlanHandlers
from handlers.session_changes import SessionChangeHandlers
from handlers.session_gaps import SessionGapHandlers
from handlers.session_things import SessionThingHandlers
from handlers.sessions import PlanningHandlers, SessionHandlers
from handlers.settings import SettingsHandlers
from handlers.signatures import SignatureHandlers
from handlers.snoozing import SnoozeHandlers
from handlers.start import StartHandlers
from handlers.status import StatusHandlers
from handlers.tasks import TaskHandlers
from handlers.uploads import UploadHandlers
from handlers.words import WordHandlers

if TYPE_CHECKING:
    from handlers.desk import Desk
    from handlers.routing import Handler


def every_route(desk: Desk, *, manager_key: bytes) -> list[Handler]:
    return [
        *StartHandlers(desk, manager_key=manager_key).routes(),
        *JoiningHandlers(desk).routes(),
        *ConsentHandlers(desk).routes(),
        *ConcernHandlers(desk).routes(),
        *OwnDataHandlers(desk).routes(),
        *ErasingHandlers(desk).routes(),
        *QuestionHandlers(desk).routes(),
        *GroupHandlers(desk).routes(),
        *ProgrammeHandlers(desk).routes(),
        *ProgrammeTopicHandlers(desk).routes(),
        *MonitoringHandlers(desk).routes(),
        *PlaceHandlers(desk).routes(),
        *GroupLifeHandlers(desk).routes(),
        *SnoozeHandlers(desk).routes(),
        *OnPaperHandlers(desk).routes(),
        *BindingHandlers(desk).routes(),
        *ChatHandlers(desk).routes(),
        *ChatMembersHandlers(desk).routes(),
        *SettingsHandlers(desk).routes(),
        *HearingHandlers(desk).routes(),
        *FileHandlers(desk).routes(),
        *DraftHandlers(desk).routes(),
        *OwnSubmissionHandlers(desk).routes(),
        *ReviewHandlers(desk).routes(),
        *FilingHandlers(desk).routes(),
        *UploadHandlers(desk).routes(),
        *FindingHandlers(desk).routes(),
        *FilingDeedHandlers(desk).routes(),
        *SubmissionListHandlers(desk).routes(),
        *_about_sessions(desk),
        *DeadlineHandlers(desk).routes(),
        *FormHandlers(desk).routes(),
        *KitChoiceHandlers(desk).routes(),
        *LabelHandlers(desk).routes(),
        *ScanHandlers(desk).routes(),
        *ReadinessHandlers(desk).routes(),
        *PackHandlers(desk).routes(),
        *PrintHandlers(desk).routes(),
        *SignatureHandlers(desk).routes(),
        *StatusHandlers(desk).routes(),
        *AwayHandlers(desk).routes(),
        *ColleagueHandlers(desk).routes(),
        *HandingOverHandlers(desk).routes(),
        *WordHandlers(desk).routes(),
    ]


def _about_sessions(desk: Desk) -> list[Handler]:
    return [
        *PlanningHandlers(desk).routes(),
        *SessionHandlers(desk).routes(),
        *SentPlanHandlers(desk).routes(),
        *PlanDraftHandlers(desk).routes(),
        *DraftRowHandlers(desk).routes(),
        *ReminderHandlers(desk).routes(),
        *HoldingHandlers(desk).routes(),
        *MinutesHandlers(desk).routes(),
        *TaskHandlers(desk).routes(),
        *SessionThingHandlers(desk).routes(),
        *DatePollHandlers(desk).routes(),
        *InterviewHandlers(desk).routes(),
        *SessionChangeHandlers(desk).routes(),
        *SessionGapHandlers(desk).routes(),
        *PlanFieldHandlers(desk).routes(),
        *PastSessionHandlers(desk).routes(),
        *DiaryHandlers(desk).routes(),
    ]
