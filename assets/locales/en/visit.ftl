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
