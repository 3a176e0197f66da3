"""What a mentee rates at the start and again at the end: one list, so that the two answers can be compared."""

from __future__ import annotations

from doc_templates.forms.recurring import FULLY, NOT_AT_ALL
from doc_templates.forms.vocabulary import Option, Rating, Words

BLOCK_A = Rating(
    name="where_i_stand",
    items=(
        Option(
            key="knows_what_work",
            words=Words(
                en="I know what work or business I want.", bg="Знам каква работа или какъв собствен бизнес искам."
            ),
        ),
        Option(
            key="knows_how_to_search", words=Words(en="I know how to look for work.", bg="Знам как се търси работа.")
        ),
        Option(key="cv_ready", words=Words(en="My CV is ready to be sent.", bg="Автобиографията ми (CV) е готова.")),
        Option(
            key="interview",
            words=Words(
                en="I can present myself well at a job interview.",
                bg="Умея да се представям добре на интервю за работа.",
            ),
        ),
        Option(
            key="labour_market",
            words=Words(
                en="I understand the labour market in my field.", bg="Познавам пазара на труда в своята област."
            ),
        ),
        Option(
            key="network",
            words=Words(en="I know people who can help me.", bg="Познавам хора, които могат да ми помогнат."),
        ),
        Option(
            key="business_steps",
            words=Words(
                en="I know the steps to start a business.", bg="Знам с какви стъпки се започва собствен бизнес."
            ),
        ),
        Option(
            key="digital_tools",
            words=Words(
                en="I can use digital tools to look for work or run a business.",
                bg="Умея да използвам дигитални инструменти за търсене на работа или за бизнес.",
            ),
        ),
        Option(
            key="can_plan_steps",
            words=Words(en="I know how to plan my next steps.", bg="Знам как да планирам следващите си стъпки."),
        ),
        Option(
            key="believes_in_goal",
            words=Words(en="I believe that I will reach my goal.", bg="Вярвам, че ще постигна целта си."),
        ),
    ),
    low=NOT_AT_ALL,
    high=FULLY,
)
