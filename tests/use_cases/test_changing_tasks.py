"""A task is put right or taken back by whoever made it or leads; board, home cards and the running post follow."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mentoring.boards import BoardStep
from mentoring.ids import PersonId
from mentoring.next_steps import Doing
from mentoring.notices.boards import Board, TasksOnBoard
from mentoring.notices.common import Home
from mentoring.notices.holding import RunningPost
from mentoring.notices.tasks import OwnTasks, TaskCard, TasksAtHome
from mentoring.session_tasks import TaskField, TaskKind, TaskState
from mentoring.use_cases import catching, changing_tasks, home, own_tasks
from tests.use_cases.a_group import NOVA_CHAT, Nova, a_nova
from tests.use_cases.a_session import a_session, begins, ends

if TYPE_CHECKING:
    from mentoring.people import Person
    from mentoring.session_tasks import SessionTask
    from mentoring.sessions import Session
    from tests.use_cases.conftest import Desk


@pytest.fixture
def nova(desk: Desk) -> Nova:
    return a_nova(desk)


@pytest.fixture
def session(nova: Nova) -> Session:
    made = a_session(nova)
    begins(nova, made)
    return made


def adds(nova: Nova, session: Session, text: str) -> SessionTask:
    """As the mentor types it on the card of the session."""
    nova.desk.does(catching.add_task, catching.AddTask(by=nova.by(nova.anton), session_id=session.id))
    types(nova, nova.anton, text)
    return nova.desk.record.session_tasks.of_session(session.id)[-1]


def types(nova: Nova, person: Person, text: str) -> None:
    prompt = nova.desk.record.prompts.of(person.telegram_id or 0, nova.desk.now)
    assert prompt is not None
    steps = {"session_task": catching.task_given, "task_change": changing_tasks.words_given}
    steps[prompt.asking.value](nova.desk.record, nova.by(person), text, prompt, nova.desk.now)


def of(nova: Nova, person: Person, task: SessionTask) -> changing_tasks.OfTask:
    return changing_tasks.OfTask(by=nova.by(person, pressed=7), task_id=task.id)


def takes_back(nova: Nova, person: Person, task: SessionTask, *, yes: bool = True) -> changing_tasks.TakeBack:
    return changing_tasks.TakeBack(by=nova.by(person, pressed=7), task_id=task.id, yes=yes)


def asks(nova: Nova, task: SessionTask, field: TaskField) -> TaskCard:
    by = nova.by(nova.anton, pressed=7)
    nova.desk.does(changing_tasks.ask_change, changing_tasks.AskChange(by=by, task_id=task.id, field=field))
    return nova.last(nova.anton, TaskCard)


def kept(nova: Nova, task: SessionTask) -> SessionTask:
    found = nova.desk.record.session_tasks.by_id(task.id)
    assert found is not None
    return found


def in_group(nova: Nova) -> list[str]:
    """The tasks that the post in the chat shows now."""
    posts = [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, RunningPost)]
    return [one.text for one in posts[-1].running.tasks]


def test_a_task_that_was_just_noted_can_be_taken_back_and_put_back(nova: Nova, session: Session) -> None:
    task = adds(nova, session, "Vera: send the CV")
    shown = nova.last(nova.anton, TaskCard)
    assert (shown.new, shown.owner, shown.text) == (True, "Vera", "send the CV")

    nova.desk.does(changing_tasks.take_back, takes_back(nova, nova.anton, task))
    assert nova.last(nova.anton, TaskCard).dropped is True
    nova.desk.does(changing_tasks.take_back, takes_back(nova, nova.boyana, task, yes=False))
    nova.desk.does(changing_tasks.take_back, takes_back(nova, nova.maria, task))

    assert in_group(nova) == []
    assert kept(nova, task).state is TaskState.DROPPED
    assert nova.desk.refuses(changing_tasks.no_day, of(nova, nova.anton, task)) == "already_done"


def test_whoever_made_a_task_takes_it_back_and_no_other_mentee(nova: Nova, session: Session) -> None:
    task = nova.desk.record.session_tasks.add(
        session_id=session.id,
        kind=TaskKind.ACTION,
        text="I call",
        owner_id=nova.vera.id,
        due_on=None,
        made_by=nova.vera.id,
        now=nova.desk.now,
    )

    assert nova.desk.refuses(changing_tasks.take_back, takes_back(nova, nova.ilya, task)) == "not_allowed"
    nova.desk.does(changing_tasks.take_back, takes_back(nova, nova.vera, task))

    assert kept(nova, task).state is TaskState.DROPPED


def test_its_words_its_owner_and_its_day_can_be_typed(nova: Nova, session: Session) -> None:
    task = adds(nova, session, "Sned the CV")

    asks(nova, task, TaskField.TEXT)
    types(nova, nova.anton, "Send the CV")
    asks(nova, task, TaskField.OWNER)
    types(nova, nova.anton, "ilya")
    asks(nova, task, TaskField.DAY)
    types(nova, nova.anton, "30.11.")

    after = kept(nova, task)
    assert (after.text, after.owner_id, after.kind) == ("Send the CV", nova.ilya.id, TaskKind.ACTION)
    assert after.due_on == date(2026, 11, 30)
    assert in_group(nova) == ["Send the CV"]


@pytest.mark.parametrize(
    ("field", "typed"), [(TaskField.OWNER, "Nobody"), (TaskField.DAY, "soon"), (TaskField.DAY, "1.11.2026")]
)
def test_what_is_not_understood_is_asked_again(nova: Nova, session: Session, field: TaskField, typed: str) -> None:
    task = adds(nova, session, "Send the CV")
    asks(nova, task, field)

    types(nova, nova.anton, typed)

    assert nova.last(nova.anton, TaskCard).misread is True
    assert kept(nova, task) == task


def test_owner_and_day_are_one_press(nova: Nova, session: Session) -> None:
    task = adds(nova, session, "Send the CV")
    by = nova.by(nova.anton, pressed=7)
    offered = asks(nova, task, TaskField.OWNER)
    assert [one.name for one in offered.people] == ["Anton", "Boyana", "Vera", "Ilya"]

    nova.desk.does(changing_tasks.give_to, changing_tasks.GiveTo(by=by, task_id=task.id, person_id=nova.vera.id))
    [in_a_week] = asks(nova, task, TaskField.DAY).days
    nova.desk.does(changing_tasks.due_on, changing_tasks.DueOn(by=by, task_id=task.id, day=in_a_week))

    assert (kept(nova, task).owner_id, kept(nova, task).due_on) == (nova.vera.id, date(2026, 11, 30))
    nova.desk.does(changing_tasks.give_to, changing_tasks.GiveTo(by=by, task_id=task.id, person_id=PersonId(0)))
    nova.desk.does(changing_tasks.no_day, of(nova, nova.anton, task))
    assert (kept(nova, task).kind, kept(nova, task).due_on) == (TaskKind.HOMEWORK, None)


def test_nobody_gives_a_task_to_a_stranger_or_until_yesterday(nova: Nova, session: Session) -> None:
    task = adds(nova, session, "Send the CV")
    by = nova.by(nova.anton)
    to_maria = changing_tasks.GiveTo(by=by, task_id=task.id, person_id=nova.maria.id)
    yesterday = changing_tasks.DueOn(by=by, task_id=task.id, day=nova.desk.now.date() - timedelta(days=1))

    assert nova.desk.refuses(changing_tasks.give_to, to_maria) == "gone"
    assert nova.desk.refuses(changing_tasks.due_on, yesterday) == "too_late"


def test_the_board_says_what_is_open_and_never_whose_and_follows_ticks(nova: Nova, session: Session) -> None:
    read = adds(nova, session, "Read page 5")
    adds(nova, session, "Vera: send the CV")
    ends(nova, session)

    def on_board() -> TasksOnBoard | None:
        return [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, Board)][-1].tasks

    assert on_board() == TasksOnBoard(homework=("Read page 5",), more=1)
    for person in (nova.vera, nova.ilya):
        nova.desk.does(own_tasks.tick_task, own_tasks.TickTask(by=nova.by(person), task_id=read.id))
    assert on_board() == TasksOnBoard(homework=(), more=1)


def test_after_a_session_the_board_and_the_home_card_ask_for_the_diary(nova: Nova, session: Session) -> None:
    ends(nova, session)

    board = [one.notice for one in nova.desk.told(to=NOVA_CHAT) if isinstance(one.notice, Board)][-1]
    assert BoardStep.WRITE_DIARY in board.steps
    nova.desk.now += timedelta(minutes=1)
    nova.desk.does(home.open_home, home.OpenHome(by=nova.by(nova.vera)))
    assert nova.last(nova.vera, Home).step.doing is Doing.WRITE_DIARY


def test_home_says_to_a_mentee_what_is_theirs_and_to_a_mentor_what_is_open(nova: Nova, session: Session) -> None:
    adds(nova, session, "Read page 5")
    task = adds(nova, session, "Vera: send the CV")
    by = nova.by(nova.anton)
    nova.desk.does(changing_tasks.due_on, changing_tasks.DueOn(by=by, task_id=task.id, day=date(2026, 11, 30)))

    def at_home(person: Person) -> TasksAtHome | None:
        nova.desk.does(home.open_home, home.OpenHome(by=nova.by(person)))
        return nova.last(person, Home).tasks

    assert at_home(nova.vera) == TasksAtHome(own=2, led=0, first=date(2026, 11, 30))
    assert at_home(nova.ilya) == TasksAtHome(own=1, led=0)
    assert at_home(nova.anton) == TasksAtHome(own=0, led=2)
    assert at_home(nova.maria) is None


def test_a_mentor_finds_what_others_have_not_done_under_tasks(nova: Nova, session: Session) -> None:
    read = adds(nova, session, "Read page 5")
    nova.desk.does(own_tasks.tick_task, own_tasks.TickTask(by=nova.by(nova.vera), task_id=read.id))

    nova.desk.does(own_tasks.open_tasks, own_tasks.OpenTasks(by=nova.by(nova.anton)))

    [led] = nova.last(nova.anton, OwnTasks).led
    assert (led.text, led.names, led.of) == ("Read page 5", ("Ilya",), 2)
    nova.desk.does(changing_tasks.open_task, of(nova, nova.anton, read))
    assert nova.last(nova.anton, TaskCard).text == "Read page 5"
