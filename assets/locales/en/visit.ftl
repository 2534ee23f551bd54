### Visits.

consultation = First talk
intake-visit = Intake visit
preparation-meeting = Preparation meeting
session = Session
integration-session = Integration session
visit = Visit
visit-name-short = Visit
your-consultation = Your first talk
your-intake-visit = Your intake visit
your-preparation-meeting = Your preparation meeting
your-session = Your session
your-integration-session = Your integration session
your-visit = Your visit

arrive-at = Arrive { $time }
starts-at = Starts { $time }
no-time-yet = No time is set yet
clinic-clock = Clinic time ({ $city }). Your phone shows another time.

visit-asked-for = You asked for this visit. Your clinic has not confirmed it yet.
visit-waiting = You are on the list for an earlier time.
visit-under-way = This visit is under way.
visit-took-place = This visit took place.
visit-gone = We cannot show this visit. Call your clinic.
visit-cancelled = This visit was cancelled.

when = When
where = Where
no-place = Your clinic has not sent a place. Call them and ask.
open-map = Open in maps
who = Who will be there
clinic-wrote = Your clinic wrote
questions = Questions, or running late?

calendar-title = Your calendar
calendar-entry = Appointment
calendar-what = Put one line into your calendar: “{ $title }”, { $moment }. It does not say what for.
calendar-same = You made a calendar file for { $moment }.
calendar-had = Your calendar may still say { $moment }
calendar-now = Now it is { $moment }. Make a new file and open it: it takes the place of the old line.
calendar-not-then = Your clinic does not expect you then. Make a file and open it: your calendar takes the line out, or marks it as cancelled.
calendar-place = Name the place in the calendar, too
calendar-add = Make a calendar file
calendar-again = Make the file again
calendar-change = Make a new file
calendar-take-out = Make a file that takes it out
calendar-busy = Making the file…
calendar-made = The calendar file is made
calendar-then = Open it, and your calendar asks what to do.
calendar-not-opened = Your phone did not open it. Open it yourself, with your calendar.
calendar-open = Open it now
