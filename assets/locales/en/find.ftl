### Finding a page of the journal again: the search, the calendar, the line of time.

find-again = Find a page
find = Search your pages
find-short = Search
find-words = Words to look for
find-hint = The start of a word is enough. Put quotation marks around words that stand side by side. A minus before a word leaves out pages with it.
find-some = Found. The newest pages come first.
find-none-head = No page has all of this
find-none-next = Try one short word, or the start of one.
find-none-less = Or remove one of the choices above.
find-pages = Pages found
find-no-words = An empty page
find-title = Title:

## What to look at

find-choose = Narrow it down
find-chosen = What you chose
find-take-out = Take out: { $what }
find-any = All
find-session = Session
find-session-on = Session, { $day }
find-thread = When you wrote
find-thread-before = Before the session
find-thread-raw = The day of the session
find-thread-after = The days after
find-thread-later = Weeks later
find-kind = What is on the page
find-kind-words = Words
find-kind-drawing = Drawing
find-kind-photo = Photo
find-kind-voice = Voice note
find-kind-file = File
find-mood = Your mood then
find-mood-range = Mood { $low } to { $high }
find-shared = Shared
find-shared-now = Shared with your clinic

## The calendar

calendar = Calendar
calendar-lead = A dot marks each day you wrote. Press the day to see its pages.
calendar-none = No pages in this month.
calendar-day = { $day }: see your pages
month-before = The month before: { $month }
month-after = The month after: { $month }
journal-day = Pages of a day
day-none = No pages on this day. The calendar shows the days on which you wrote.

## The line of time

timeline = Timeline
timeline-session = Session { $number }
timeline-intention = Your intention
this-day = On this day in other years
this-day-show = Show what I wrote on this day in other years
this-day-none = You wrote nothing on this day in other years.
