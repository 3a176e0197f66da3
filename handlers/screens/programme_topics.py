"""How the list looks of what a programme's sessions can be about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons.programme_topics import ToggleTopicButton, TopicsButton
from handlers.buttons.programmes import ProgrammeButton
from handlers.keyboards import inline, packed
from handlers.message import Content
from handlers.screens.doors import way_home
from mentoring.notices.programme_topics import TopicList
from texts import programme_topics as words
from texts.form_buttons import page_button
from texts.groups import back_button

if TYPE_CHECKING:
    from handlers.keyboards import Row
    from handlers.screens.shape import Screens
    from texts.say import Say

#: Characters of a button that stands alone on a phone, and of one that shares its row.
_WIDEST = (40, 18)


def topic_list(notice: TopicList, say: Say) -> Content:
    of, page = notice.programme_id, notice.page
    keys: Row = [
        (words.topic_button(one), ToggleTopicButton(programme_id=of, key=one.key, page=page)) for one in notice.topics
    ]
    earlier: Row = [(page_button(say, onward=False), TopicsButton(programme_id=of, page=page - 1))] if page else []
    is_last = page + 1 >= notice.pages
    further: Row = [] if is_last else [(page_button(say, onward=True), TopicsButton(programme_id=of, page=page + 1))]
    last: Row = [(back_button(say), ProgrammeButton(programme_id=of)), *way_home(say)]
    markup = inline(*packed(keys, widest=_WIDEST), [*earlier, *further], last)
    return Content(text=words.topic_list(say, notice), reply_markup=markup)


SCREENS: Screens = {TopicList: topic_list}
