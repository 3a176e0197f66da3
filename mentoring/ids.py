"""The record's own numbers, told apart by type."""

from __future__ import annotations

from typing import NewType

PersonId = NewType("PersonId", int)
ProgrammeId = NewType("ProgrammeId", int)
GroupId = NewType("GroupId", int)
MembershipId = NewType("MembershipId", int)
InvitationId = NewType("InvitationId", int)
SubmissionId = NewType("SubmissionId", int)
MoveId = NewType("MoveId", int)
AttachmentId = NewType("AttachmentId", int)
DueId = NewType("DueId", int)
SessionId = NewType("SessionId", int)
DiaryId = NewType("DiaryId", int)
HappeningId = NewType("HappeningId", int)
DeputyId = NewType("DeputyId", int)
ConcernId = NewType("ConcernId", int)
QuestionId = NewType("QuestionId", int)
SlotId = NewType("SlotId", int)
PaperId = NewType("PaperId", int)
SignerId = NewType("SignerId", int)
FilingId = NewType("FilingId", int)
UploadId = NewType("UploadId", int)
ScanId = NewType("ScanId", int)
PackId = NewType("PackId", int)
TaskId = NewType("TaskId", int)
AgendaItemId = NewType("AgendaItemId", int)
LineId = NewType("LineId", int)
DatePollId = NewType("DatePollId", int)
ProposedDateId = NewType("ProposedDateId", int)
InterviewId = NewType("InterviewId", int)
