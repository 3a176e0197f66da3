"""What people type in English, and what it says: `?` is asked, with these buttons; `-` is not taken, and why.

Each table was typed at one moment in Sofia. A `D`, `T` before the phrase: a day, or a time, had been asked for.
"""

from __future__ import annotations

MONDAY = "2026-11-23 12:00"
MONDAY_NIGHT = "2026-11-23 21:30"
AFTER_MIDNIGHT = "2026-11-23 00:40"
WEDNESDAY = "2026-11-25 09:00"
THURSDAY = "2026-11-26 17:00"
SATURDAY = "2026-11-28 10:00"
SUNDAY = "2026-11-29 10:00"
NEW_YEARS_EVE = "2026-12-31 10:00"
LAST_OF_JANUARY = "2027-01-31 10:00"
BEFORE_SPRING = "2027-03-22 10:00"
BEFORE_AUTUMN = "2026-10-19 10:00"

ENGLISH = {
    MONDAY: """
        5.12                                = Sat 05.12.26
        5.12.                               = Sat 05.12.26
        05.12                               = Sat 05.12.26
        5. 12.                              = Sat 05.12.26
        5.12.26                             = Sat 05.12.26
        5.12.2026                           = Sat 05.12.26
        05.12.2026 18:00                    = Sat 05.12.26 18:00
        2026-12-05                          = Sat 05.12.26
        2026-12-05 18:00                    = Sat 05.12.26 18:00
        2026-12-05T18:00                    = Sat 05.12.26 18:00
        2026/12/05                          = Sat 05.12.26
        2026.12.05                          = Sat 05.12.26
        5 December                          = Sat 05.12.26
        5 Dec                               = Sat 05.12.26
        5 dec.                              = Sat 05.12.26
        Dec 5                               = Sat 05.12.26
        December 5th                        = Sat 05.12.26
        December the 5th                    = Sat 05.12.26
        the 5th of December                 = Sat 05.12.26
        5th December 2026                   = Sat 05.12.26
        Dec 5, 2026                         = Sat 05.12.26
        December 5, 2026, 18:00             = Sat 05.12.26 18:00
        fifth of December                   = Sat 05.12.26
        the fifth of December at 18:00      = Sat 05.12.26 18:00
        twenty-fifth of December            = Fri 25.12.26
        the twenty fifth of December        = Fri 25.12.26
        on December 25                      = Fri 25.12.26
        1 Jan                               = Fri 01.01.27
        March 3                             = Wed 03.03.27
        may 5                               = Wed 05.05.27
        5 May                               = Wed 05.05.27
        Sat 5 Dec                           = Sat 05.12.26
        Saturday, December 5                = Sat 05.12.26
        5 Dec (Saturday)                    = Sat 05.12.26
        Saturday the 5th                    = Sat 05.12.26
        Saturday 5.12 18:30                 = Sat 05.12.26 18:30
        Tue, Nov 24, 18:00                  = Tue 24.11.26 18:00
        Tue, Nov 24 @ 18:00                 = Tue 24.11.26 18:00
        Tuesday                             = Tue 24.11.26
        tue                                 = Tue 24.11.26
        Tues.                               = Tue 24.11.26
        on Wednesday                        = Wed 25.11.26
        WEDS                                = Wed 25.11.26
        thurs                               = Thu 26.11.26
        fri                                 = Fri 27.11.26
        Sunday                              = Sun 29.11.26
        this Friday                         = Fri 27.11.26
        Friday this week                    = Fri 27.11.26
        this week on Friday                 = - words
        next week Tuesday                   = Tue 01.12.26
        next week on Tuesday                = Tue 01.12.26
        Tuesday next week                   = Tue 01.12.26
        today at 18:00                      = Mon 23.11.26 18:00
        today 6pm                           = Mon 23.11.26 18:00
        today at 6                          = Mon 23.11.26 18:00
        today at 9                          = Mon 23.11.26 21:00
        tonight at 7                        = Mon 23.11.26 19:00
        this evening at half past seven     = Mon 23.11.26 19:30
        this afternoon at 4                 = Mon 23.11.26 16:00
        tomorrow                            = Tue 24.11.26
        tomorrow at 18:00                   = Tue 24.11.26 18:00
        tomorrow 6pm                        = Tue 24.11.26 18:00
        tomorrow at 6 p.m.                  = Tue 24.11.26 18:00
        tomorrow morning at 9               = Tue 24.11.26 09:00
        tomorrow at 9 in the morning        = Tue 24.11.26 09:00
        tomorrow evening                    = Tue 24.11.26
        tomorrow at noon                    = Tue 24.11.26 12:00
        Tuesday 17h                         = Tue 24.11.26 17:00
        Tuesday at 17:00 h                  = Tue 24.11.26 17:00
        Tuesday 5:30 pm                     = Tue 24.11.26 17:30
        Tuesday, 5.30pm                     = Tue 24.11.26 17:30
        6pm on Tuesday                      = Tue 24.11.26 18:00
        18:30 tomorrow                      = Tue 24.11.26 18:30
        at 18:30 on 5 December              = Sat 05.12.26 18:30
        half past six in the evening on 5 December = Sat 05.12.26 18:30
        day after tomorrow                  = Wed 25.11.26
        the day after tomorrow at 17:45     = Wed 25.11.26 17:45
        in 3 days                           = Thu 26.11.26
        in three days at 18:00              = Thu 26.11.26 18:00
        in a week                           = Mon 30.11.26
        in two weeks                        = Mon 07.12.26
        the 25th                            = Wed 25.11.26
        on the 25th at 18:00                = Wed 25.11.26 18:00
        the 5th                             = Sat 05.12.26
        the first                           = Tue 01.12.26
        5.01 - 20:05                        = Tue 05.01.27 20:05
        from 18:00                          = 18:00
        25/12                               = Fri 25.12.26
        12/25                               = Fri 25.12.26
        25/12/2026                          = Fri 25.12.26
        12/25/2026 6 PM                     = Fri 25.12.26 18:00
        25-12-2026                          = Fri 25.12.26
        4/4                                 = Sun 04.04.27
        Tuesday 8/12                        = Tue 08.12.26
        18:30                               = 18:30
        at 18:30!                           = 18:30
        18.30                               = 18:30
        18h30                               = 18:30
        18h                                 = 18:00
        at 18                               = 18:00
        6pm                                 = 18:00
        6 P.M.                              = 18:00
        6:30 pm                             = 18:30
        06:30pm                             = 18:30
        12 pm                               = 12:00
        12:15 am                            = 00:15
        noon                                = 12:00
        06:30                               = 06:30
        10:30                               = 10:30
        11:00                               = 11:00
        at 12                               = 12:00
        seven in the evening                = 19:00
        half past six in the evening        = 18:30
        quarter to seven pm                 = 18:45
        quarter past six in the evening     = 18:15
        ten to seven in the evening         = 18:50
        twenty-five past six in the evening = 18:25
        six thirty pm                       = 18:30
        eighteen thirty                     = 18:30
        nine at night                       = 21:00
        eleven o'clock in the morning       = 11:00
        3 o'clock                           = 15:00
        at 2                                = 14:00
        T 18                                = 18:00
        T 18 30                             = 18:30
        T 10.10                             = 10:10
        T tomorrow 18                       = Tue 24.11.26 18:00
        D 5                                 = Sat 05.12.26
        D 25                                = Wed 25.11.26
        D 10.12                             = Thu 10.12.26
        D 18:30                             = 18:30
        10.12                               = Thu 10.12.26
        Tuesday?                            = Tue 24.11.26

        5th of December at half past six    = ? Sat 05.12.26 06:30 | Sat 05.12.26 18:30
        half past six                       = ? 06:30 | 18:30
        quarter to one                      = ? 00:45 | 12:45
        six thirty                          = ? 06:30 | 18:30
        6 o'clock                           = ? 06:00 | 18:00
        at 6                                = ? 06:00 | 18:00
        at 10                               = ? 10:00 | 22:00
        6:30                                = ? 06:30 | 18:30
        at 9:05                             = ? 09:05 | 21:05
        tomorrow at 6                       = ? Tue 24.11.26 06:00 | Tue 24.11.26 18:00
        next Tue 6pm                        = ? Tue 24.11.26 18:00 | Tue 01.12.26 18:00
        next Friday                         = ? Fri 27.11.26 | Fri 04.12.26
        coming Friday                       = ? Fri 27.11.26 | Fri 04.12.26
        Tuesday after next                  = ? Tue 01.12.26 | Tue 08.12.26
        Sunday next week                    = ? Sun 29.11.26 | Sun 06.12.26
        Monday                              = ? Mon 23.11.26 | Mon 30.11.26
        Monday 18:00                        = ? Mon 23.11.26 18:00 | Mon 30.11.26 18:00
        this Monday                         = ? Mon 23.11.26 | Mon 30.11.26
        3/4                                 = ? Thu 04.03.27 | Sat 03.04.27
        3/4/2027                            = ? Thu 04.03.27 | Sat 03.04.27
        05/12/2026                          = Sat 05.12.26
        3-4-2027                            = ? Thu 04.03.27 | Sat 03.04.27
        3/4 at 18:00                        = ? Thu 04.03.27 18:00 | Sat 03.04.27 18:00
        Tuesday 9 December                  = ? Tue 08.12.26 | Wed 09.12.26
        Fri 5.12 18:00                      = ? Fri 04.12.26 18:00 | Sat 05.12.26 18:00
        tomorrow, Wednesday                 = ? Tue 24.11.26 | Wed 25.11.26
        Tuesday the 25th                    = ? Tue 24.11.26 | Wed 25.11.26
        the 23rd                            = ? Mon 23.11.26 | Wed 23.12.26
        the 31st                            = ? Thu 31.12.26
        18                                  = ? 18:00 | Fri 18.12.26
        tomorrow 18                         = ? Tue 24.11.26 18:00
        Tuesday 8                           = ? Tue 24.11.26 08:00 | Tue 24.11.26 20:00 | Tue 08.12.26
        10.10                               = ? 10:10 | Sun 10.10.27
        T 10.12                             = ? 10:12 | Thu 10.12.26
        T 6                                 = ? 06:00 | 18:00
        Nov 22                              = ? Mon 22.11.27
        22.11                               = ? Mon 22.11.27
        5 September                         = ? Sun 05.09.27

        5.01 20.05                          = ? Tue 05.01.27 20:05
        first                               = ? Tue 01.12.26
        second                              = ? Wed 02.12.26
        at 18.3                             = ? Thu 18.03.27

        22.11.2026                          = - past
        5 December 2025                     = - past
        yesterday                           = - past
        yesterday at 18:00                  = - past
        last Tuesday                        = - past
        today at 11:30                      = - past
        today 9:00 am                       = - past
        25 December 2027                    = - far
        5.12.2036                           = - far
        in 52 weeks                         = Mon 22.11.27
        in 60 weeks                         = - words
        30 February                         = - no_such_day
        Feb 30                              = - no_such_day
        29.2                                = - no_such_day
        29 Feb 2027                         = - no_such_day
        31.11                               = - no_such_day
        31.11.2026                          = - no_such_day
        32 December                         = - no_such_day
        13/13                               = - no_such_day
        24:00                               = - no_such_time
        18:60                               = - no_such_time
        25:00                               = - no_such_time
        13 pm                               = - no_such_time
        0 am                                = - no_such_time
        18:00 in the morning                = - no_such_time
        tomorrow at 24:00                   = - no_such_time
        2:30 am                             = - clock
        tomorrow at 03:00                   = - clock
        midnight                            = - words
        tomorrow at midnight                = - words
        soon                                = - words
        Tuesday or Wednesday                = - words
        not Tuesday                         = - words
        every Tuesday                       = - words
        Tuesdays                            = - words
        after 18:00                         = - words
        around 6pm                          = - words
        before Friday                       = - words
        18:00-19:00                         = - words
        5.01 - 20.05                        = - words
        from Tuesday                        = - words
        5-6 December                        = - words
        5-12                                = - words
        next week                           = - words
        the weekend                         = - words
        in 2 hours                          = - words
        half six                            = - words
        18:30:00                            = - words
        1830                                = - words
        18:3                                = - words
        18:00 UTC                           = - words
        6pm Vienna time                     = - words
        Dec                                 = - words
        2026                                = - words
        December 2026                       = - words
        5 12                                = - words
        evening                             = - words
        the 5th of                          = - words
        5.12 6.12                           = - words
        Tuesday Wednesday                   = - words
        1.2.3.4                             = - words
        +359 88 123 4567                    = - words
        room 12                             = - words
        5 Decembre                          = - words
        🎉                                  = - words
        ...                                 = - words
        /start                              = - words
        https://example.org/5.12            = - words
    """,
    MONDAY_NIGHT: """
        today at 9                          = - past
        today at 10                         = Mon 23.11.26 22:00
        Monday at 18:00                     = Mon 30.11.26 18:00
        tonight at 7                        = - past
        tomorrow at 18:00                   = Tue 24.11.26 18:00
    """,
    AFTER_MIDNIGHT: """
        tomorrow at 18:00                   = ? Mon 23.11.26 18:00 | Tue 24.11.26 18:00
        the day after tomorrow              = ? Tue 24.11.26 | Wed 25.11.26
        today at 18:00                      = Mon 23.11.26 18:00
    """,
    WEDNESDAY: """
        next Tuesday                        = Tue 01.12.26
        next Tue 6pm                        = Tue 01.12.26 18:00
        next Wednesday                      = Wed 02.12.26
        next Thursday                       = ? Thu 26.11.26 | Thu 03.12.26
        this Friday                         = Fri 27.11.26
        this Monday                         = ? Mon 30.11.26
        Wednesday                           = ? Wed 25.11.26 | Wed 02.12.26
        Wednesday at 08:00                  = Wed 02.12.26 08:00
        Tuesday                             = Tue 01.12.26
    """,
    THURSDAY: """
        Friday                              = Fri 27.11.26
        next Friday                         = ? Fri 27.11.26 | Fri 04.12.26
        Friday next week                    = Fri 04.12.26
        next Monday                         = Mon 30.11.26
        next Thursday                       = Thu 03.12.26
        Friday after next                   = ? Fri 04.12.26 | Fri 11.12.26
    """,
    SATURDAY: """
        next Sunday                         = ? Sun 29.11.26 | Sun 06.12.26
        next Monday                         = Mon 30.11.26
        Sunday                              = Sun 29.11.26
    """,
    SUNDAY: """
        Monday                              = Mon 30.11.26
        next Monday                         = ? Mon 30.11.26 | Mon 07.12.26
        Tuesday next week                   = ? Tue 01.12.26 | Tue 08.12.26
        this Tuesday                        = ? Tue 01.12.26
    """,
    NEW_YEARS_EVE: """
        tomorrow                            = Fri 01.01.27
        1.1                                 = Fri 01.01.27
        30.12                               = ? Thu 30.12.27
        31.12.2027                          = Fri 31.12.27
        1.1.2028                            = Sat 01.01.28
        2.1.2028                            = - far
        the 1st                             = Fri 01.01.27
        29 Feb                              = - no_such_day
    """,
    LAST_OF_JANUARY: """
        the 30th                            = - no_such_day
        the 28th                            = Sun 28.02.27
        30.1                                = ? Sun 30.01.28
    """,
    BEFORE_SPRING: """
        28.3 03:30                          = - clock
        Sunday 03:30                        = - clock
        28 March 18:00                      = Sun 28.03.27 18:00
    """,
    BEFORE_AUTUMN: """
        25.10 at 03:30                      = - clock
        Sunday 3:30 am                      = - clock
        25 October 2026 09:00               = Sun 25.10.26 09:00
    """,
}
