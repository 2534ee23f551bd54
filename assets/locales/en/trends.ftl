### Trends: the drawings, their tables, and what they say aloud.

trends = Trends
trends-lead = Your numbers, day by day, with your sessions marked beside them.
see-trends = See your trends
trends-view = How to look at it
trends-over-time = Over time
trends-around = Around sessions
trends-range = How far back
trends-four-weeks = 4 weeks
trends-three-months = 3 months
trends-year = 1 year
trends-all = All
trends-span = { $first } to { $last }
trends-around-lead = From 7 days before each session to 28 days after it. The newest session comes first.

trends-first-time = Nothing here yet. Each check-in you make will be a dot on this page, with your sessions marked beside it. Days without one stay blank, and that is fine.
trends-empty = There is nothing in this time. Your newest entry is from { $day }. Choose a longer time to see it.
trends-no-session = No session has taken place yet. After your first one, you can see here how the days before and after it were.
trends-older-sessions = { $count ->
    [one] 1 older session
   *[other] { $count } older sessions
}
trends-incomplete = Your clinic sent something we cannot show. A mark may not be here. Call your clinic if you need to know.

## What the axes say

trends-mood-ends = 0 lowest, 10 best
trends-anxiety-ends = 0 none, 10 most
trends-score-ends = 0 to { $top } points
trends-bands = What { $source } calls the points:
trends-session-day-short = Session

## The drawing in words

trends-nothing-here = Nothing in this time.
trends-days = { $days ->
    [one] 1 day has a check-in.
   *[other] { $days } days have a check-in.
}
trends-totals = { $count ->
    [one] Filled in once.
   *[other] Filled in { $count } times.
}
trends-only = The number was { $value }, on { $day }.
trends-lowest = { $days ->
    [one] Lowest { $value }, on { $day }.
   *[other] Lowest { $value }, on { $days } days, the last was { $day }.
}
trends-highest = { $days ->
    [one] Highest { $value }, on { $day }.
   *[other] Highest { $value }, on { $days } days, the last was { $day }.
}
trends-last = Last { $value }, on { $day }.
trends-session-day = the session day
trends-days-before = { $days ->
    [one] 1 day before
   *[other] { $days } days before
}
trends-days-after = { $days ->
    [one] 1 day after
   *[other] { $days } days after
}

## What is marked

trends-marked = What is marked
trends-session = Session { $number }, { $day }
trends-session-alone = Session { $number }
trends-medicine = Something about a medicine changed
trends-medicine-on = Something about a medicine changed, { $day }
trends-key-mood = Mood: each dot is one check-in, at the time it is about. Nothing is averaged.
trends-key-anxiety = Anxiety: each square is one check-in.
trends-key-line = Where more than { $days } days have no check-in, the line stops.
trends-key-scores = Each ring is one form you filled in. Where more than { $weeks } weeks have none, the line stops.
trends-key-columns = Each bar is { $days } days, from the lowest to the highest number. The dot is the number in the middle.
trends-key-session = A tall line with a number is a session.
trends-key-medicine = On this day your clinic wrote about a medicine, or what it wrote begins or ends.

## The same as a table

trends-table = The same as a table
trends-day = Day
trends-none = none
trends-older = Older: { $page }
trends-newer = Newer: { $page }

## What numbers say

trends-numbers = What numbers can say
trends-numbers-lead = These numbers show what you felt, and when. They do not show why. Cairn gives no advice from them. Talk about them with your clinic.
trends-noticed = { $name }: small ups and downs are common. In one study, people felt a change once it was about { $points } points.
trends-not-applied = Cairn does not use this to judge your numbers. What a change means for you is a talk with your clinic.
trends-article = Read about your numbers
