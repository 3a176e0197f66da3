"""What people type about a session that is over, in both languages; the signs are those of the other tables."""

from __future__ import annotations

from tests.domain.said_dates_english import (
    AFTER_MIDNIGHT,
    LAST_OF_JANUARY,
    MONDAY,
    SATURDAY,
    THURSDAY,
    WEDNESDAY,
)

FIRST_OF_MARCH = "2028-03-01 10:00"

PAST = {
    MONDAY: """
        yesterday                           = Sun 22.11.26
        yesterday 6pm                       = Sun 22.11.26 18:00
        yesterday at 18:00                  = Sun 22.11.26 18:00
        yesterday at 6                      = ? Sun 22.11.26 06:00 | Sun 22.11.26 18:00
        yesterday evening at 7              = Sun 22.11.26 19:00
        last night at 8                     = Sun 22.11.26 20:00
        the day before yesterday            = Sat 21.11.26
        day before yesterday, 17:30         = Sat 21.11.26 17:30
        two days ago                        = Sat 21.11.26
        3 days ago at 18:00                 = Fri 20.11.26 18:00
        a week ago                          = Mon 16.11.26
        2 weeks ago                         = Mon 09.11.26
        today at 9                          = Mon 23.11.26 09:00
        this morning at 9                   = Mon 23.11.26 09:00
        today at 18:00                      = - ahead
        tonight at 8                        = - ahead
        tomorrow                            = - ahead
        tomorrow at 9                       = - ahead
        Friday                              = Fri 20.11.26
        on Friday at 18:00                  = Fri 20.11.26 18:00
        last Friday                         = Fri 20.11.26
        last Friday 6 pm                    = Fri 20.11.26 18:00
        last Monday                         = Mon 16.11.26
        Monday                              = ? Mon 16.11.26 | Mon 23.11.26
        Monday 18:00                        = Mon 16.11.26 18:00
        last week Tuesday                   = Tue 17.11.26
        Tuesday last week                   = Tue 17.11.26
        next Friday                         = - ahead
        12.11.                              = Thu 12.11.26
        12.11                               = Thu 12.11.26
        12.11 18:00                         = Thu 12.11.26 18:00
        12 November                         = Thu 12.11.26
        Nov 12, 18:00                       = Thu 12.11.26 18:00
        12th                                = Thu 12.11.26
        the 12th at 18:00                   = Thu 12.11.26 18:00
        the 30th                            = Fri 30.10.26
        D 12                                = Thu 12.11.26
        D 30                                = Fri 30.10.26
        12.11.2026                          = Thu 12.11.26
        2026-11-12 18:00                    = Thu 12.11.26 18:00
        12/11/2026                          = Thu 12.11.26
        3/4                                 = ? Wed 04.03.26 | Fri 03.04.26
        5 December                          = ? Fri 05.12.25
        5.12.2025                           = Fri 05.12.25
        5.12.2024                           = - long_ago
        Thu 12.11                           = Thu 12.11.26
        Fri 12.11                           = ? Thu 12.11.26 | Fri 13.11.26
        31 February                         = - no_such_day
        yesterday at 3 am                   = - clock
        T 18:00                             = 18:00
        whenever                            = - words
        вчера                               = Sun 22.11.26
        вчера в 18                          = Sun 22.11.26 18:00
        вчера в 18 ч.                       = Sun 22.11.26 18:00
        вчера 18:30                         = Sun 22.11.26 18:30
        вчера вечерта в 7                   = Sun 22.11.26 19:00
        снощи в 8                           = Sun 22.11.26 20:00
        завчера                             = Sat 21.11.26
        завчера в 17:30                     = Sat 21.11.26 17:30
        преди 2 дни                         = Sat 21.11.26
        преди два дни в 18:00               = Sat 21.11.26 18:00
        преди седмица                       = Mon 16.11.26
        преди една седмица                  = Mon 16.11.26
        преди две седмици                   = Mon 09.11.26
        днес в 9                            = Mon 23.11.26 09:00
        тази сутрин в 9                     = Mon 23.11.26 09:00
        днес в 18                           = - ahead
        утре                                = - ahead
        петък                               = Fri 20.11.26
        в петък в 18                        = Fri 20.11.26 18:00
        миналия петък                       = Fri 20.11.26
        миналата сряда в 18:00              = Wed 18.11.26 18:00
        миналата седмица вторник            = Tue 17.11.26
        вторник миналата седмица            = Tue 17.11.26
        миналата седмица в петък            = Fri 20.11.26
        следващия петък                     = - ahead
        12 ноември                          = Thu 12.11.26
        12 ноември 18 ч.                    = Thu 12.11.26 18:00
        12.11.2026 г. 18:00                 = Thu 12.11.26 18:00
        на 12-ти                            = Thu 12.11.26
        чт 12.11                            = Thu 12.11.26
        vchera v 18                         = Sun 22.11.26 18:00
        predi 2 dni                         = Sat 21.11.26
        minaliya petak                      = Fri 20.11.26
    """,
    AFTER_MIDNIGHT: """
        yesterday 6pm                       = ? Sat 21.11.26 18:00 | Sun 22.11.26 18:00
        today at 18:00                      = Sun 22.11.26 18:00
        вчера в 18                          = ? Sat 21.11.26 18:00 | Sun 22.11.26 18:00
        днес в 18                           = Sun 22.11.26 18:00
    """,
    WEDNESDAY: """
        Wednesday 18:00                     = Wed 18.11.26 18:00
        Wednesday 08:30                     = ? Wed 18.11.26 08:30 | Wed 25.11.26 08:30
        last Monday                         = ? Mon 16.11.26 | Mon 23.11.26
        this Monday                         = Mon 23.11.26
        this Friday                         = - ahead
        миналия понеделник                  = ? Mon 16.11.26 | Mon 23.11.26
        този понеделник                     = Mon 23.11.26
        Tuesday 17                          = ? Tue 17.11.26 | Tue 24.11.26 17:00
    """,
    THURSDAY: """
        the 26th                            = ? Mon 26.10.26 | Thu 26.11.26
        преди обяд в 11                     = 11:00
    """,
    SATURDAY: """
        last Sunday                         = ? Sun 15.11.26 | Sun 22.11.26
        неделя                              = Sun 22.11.26
    """,
    LAST_OF_JANUARY: """
        31 December                         = Thu 31.12.26
        5.12                                = Sat 05.12.26
        the 30th                            = Sat 30.01.27
    """,
    FIRST_OF_MARCH: """
        29 February                         = Tue 29.02.28
        29.02                               = Tue 29.02.28
        yesterday                           = Tue 29.02.28
        преди 2 дни                         = Mon 28.02.28
        1.03 9:00                           = Wed 01.03.28 09:00
    """,
}
