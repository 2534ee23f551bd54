### Finding a time, asking for it, moving and cancelling a visit.

book = Book a visit
book-short = Times
book-kind-lead = What is the visit for?
book-about-consultation = A first talk. You ask, and your clinic answers.

## Find a time

book-find = Find a time
book-find-other = Find another time
book-keep = You keep { $moment }, until your clinic says yes to another time.
book-keep-visit = You keep your visit until your clinic says yes to another time.
book-looking = Asking your clinic for free times…
book-as-of = Free times as of { $time }
book-old = These times are as of { $time }
book-old-ask = Some may be taken by now. You can still ask for one.
book-old-trouble = These times are as of { $time }. Some may be taken by now. You can still ask for one.
book-old-one = This is as of { $time }
book-old-this = It may be taken by now. Your clinic says if it is still free.
book-none-known = We do not know any free times yet.
book-again = Look again
book-narrow = Show: { $what }
book-part = Time of day
book-any-part = Any time
book-morning = Morning
book-afternoon = Afternoon
book-evening = Evening
book-whom = With whom
book-anybody = Anyone
book-place = Where
book-any-place = Any place
book-with-names = With { $names }
book-clock = Times are on the clock of { $city }. Your phone shows another time.
book-phone-clock = { $time } on your phone
book-both-clocks = { $city } time. On your phone that is { $moment }.
book-none = No free times in the next { $weeks } weeks
book-none-next = Look further ahead, or call your clinic.
book-none-fit = No free time fits what you chose
book-show-all = Show all times
book-none-offered = There is no time you can ask for right now. The reason is below.
book-further = Look further ahead
book-unreadable = { $count ->
    [one] We cannot show 1 more time. Call your clinic to ask about it.
   *[other] We cannot show { $count } more times. Call your clinic to ask about them.
}
book-call = Would you rather call?
book-not-granted = You cannot book in Cairn yet
book-not-granted-next = Sign out and sign in again to allow it. If it stays like this, call your clinic.
book-practice = Practice: what you ask for stays on this phone. Nobody answers it.

## Why a time is not offered

book-not-offered = { $count ->
    [one] 1 time is not offered. See why
   *[other] { $count } times are not offered. See why
}
book-no-past = This time has begun.
book-no-soon = Your clinic needs more time to get ready. You can ask for times after { $moment }.
book-no-people = This visit needs { $needed } people from your clinic. One of them is not free then.
book-no-rules = We cannot read your clinic’s rules for this visit. Call them.
book-no-busy = You have another visit then, at { $moment }.
book-no-preparation = { $needed ->
    [one] A preparation meeting has to come first. Book that one first.
   *[other] { $needed } preparation meetings have to come first. Book those first.
}
book-no-after = This meeting has to come before your session at { $moment }.
book-no-near = Your clinic wants { $days } days between two sessions. You have one at { $moment }.
book-no-session = This visit comes after a session. You have no session before it.
book-no-window = Your clinic wants this visit between { $from } and { $until }.
book-no-window-day = Your clinic wants this visit on { $day }.
book-not-this = You cannot ask for this time

## Ask for this time

book-ask = Ask for this time
book-move-title = Move your visit
book-move = Ask to move it here
book-the-time = This time
book-next = What happens next
book-next-sent = Your clinic gets what you ask for.
book-next-waits = It waits on this phone if there is no network. Then your clinic gets it.
book-next-answer = They say yes or no. You read it here and on Today.
book-next-not-yours = Until they say yes, this time is not yours. Someone else may get it first.
book-next-kept = Until they say yes, this time is not yours. Nobody else gets it while your clinic keeps it for you.
book-keep-asking = We are asking your clinic to keep this time for you while you decide.
book-kept = Your clinic keeps this time for you while you decide.
book-kept-until = Your clinic keeps this time for you until { $time }. Take the time you need.
book-kept-until-phone = Your clinic keeps this time for you until { $time } on your phone’s clock. Take the time you need.
book-kept-over = Your clinic kept this time for you until { $time }. Someone else may get it now. You can still ask for it.
book-kept-over-phone = Your clinic kept this time for you until { $time } on your phone’s clock. Someone else may get it now. You can still ask for it.
book-add-words = Add a few words
book-words = Something your clinic should know?
book-time-away = This time is not on the list any more
book-time-away-next = Choose another one. Nothing was asked for.
book-other-times = See all free times
book-asked-already = You asked for this already
book-asked-already-next = Take that back first, or wait for the answer.
book-call-instead = Your clinic wants you to call
book-notice-until = Your clinic wants to know of a change by { $moment }.
book-notice-late = Your clinic wanted to know of a change by { $moment }
book-notice-late-next = You can still ask here. Please call them, too.
book-notice-call-next = It is too late to change this visit here. Please call them.

## What was asked for

wishes = What you asked for
wishes-yours = Waiting for you
wish-short = Asked for
wishes-none = When you ask for a time, it is here with the answer of your clinic.
wishes-open = Not answered yet
wishes-ended = Answered
wish-before = Before { $moment }
wish-see = See what you asked for
wish-here = Not sent yet
wish-here-lead = It waits on this phone and is sent when there is a network. Your clinic does not know of it yet.
wish-held = Kept for you. Not sent yet.
wish-held-lead = Your clinic keeps this time for you until { $time }. Nobody else gets it before then.
wish-held-waits = What you asked for waits on this phone and is sent when there is a network.
wish-asked = Asked for. Not confirmed yet.
wish-asked-lead = Your clinic has had it since { $time }. You read the answer here and on Today.
wish-not-yours = This time is not yours until they say yes.
wish-on-list = On the list for an earlier time
wish-on-list-lead = Your clinic has had it since { $time }. If a time comes free, they may offer it to you.
wish-unreadable = Your clinic changed this, and we cannot show it
wish-unreadable-next = Call them and ask what they said. Below is what you asked for.
wish-is-offered = Your clinic offers you this time
wish-offered-lead = They keep it for you until you answer.
wish-offered-more = Say yes to it, or let it pass.
wish-take = Take this time
wish-let-pass = Let it pass
wish-took = You said yes. Once your clinic has your answer, they confirm it.
wish-passed = You let it pass. You are still on the list.
wish-accepted = You said yes. Not confirmed yet.
wish-accepted-lead = Your clinic has your answer. They confirm the time.
wish-is-confirmed = Confirmed
wish-confirmed-lead = Your clinic said yes to this time. The visit shows if it changed since.
wish-both = You still have { $moment } as well
wish-both-next = Your clinic’s computer did not cancel it. Call your clinic and ask them to cancel it.
wish-confirmed-more = See when and where.
wish-declined-lead = Nothing else changed. You can ask for another time.
wish-declined-more = See what they wrote, and find another time.
wish-gone-lead = They were quicker. Nothing else changed, and nothing you have is lost.
wish-gone-more = See the nearest times that are free.
wish-nearest = The nearest free times
wish-you-have = You still have { $moment }.
wish-you-wrote = You wrote
wish-lapsed = This time went by
wish-lapsed-lead = Nobody answered in time. Nothing is booked. You can ask for another time.
wish-taken-back = You took this back
wish-taken-back-lead = Nothing is booked.
wish-taken-back-here = Your clinic is told when there is a network.
wish-took-back = You took it back.
wish-take-back = Take it back
wish-not-taken = Your clinic’s computer did not take it
wish-not-taken-lead = Call your clinic: they may not know what you want. You can also ask for another time.
wish-came-back = Came back with your copy
wish-came-back-lead = Cairn does not send it by itself. If you still want it, send it. If not, take it back.
send-it = Send it
wish-practice = Asked for in practice
wish-away = This is not on this phone any more.

## An earlier time

book-earlier = Ask for an earlier time
book-earlier-short = Earlier time
earlier-listed = Your clinic puts you on its list.
earlier-offered = When an earlier time comes free, they may offer it to you. You read it here and on Today.
earlier-answer = You take it or let it pass. Until then you keep the time you have.
earlier-ask = Put me on the list

## Cancel

book-change = Change this visit
book-cancel = Cancel this visit
book-cancel-short = Cancel
cancel-call = You can also call
cancel-follows = What follows
cancel-told = Your clinic is told, and someone else can have this time.
cancel-reminders = The times and reminders for this visit go away.
cancel-asked = The other time you asked for is taken back with it. Undo brings both back.
cancel-undo = For 10 seconds you can still undo it.
cancel-reason = Why? You can leave this empty.
cancel-rather = Find another time instead
cancel-cannot = This visit cannot be changed here
cancel-cannot-next = Call your clinic.
cancel-done = You cancelled this visit.
cancel-undone = Your visit stays as it was.
cancel-here = Cancelled here. Your clinic does not know yet.
cancel-here-lead = It is sent when there is a network. Until then your clinic expects you. Call them if it is soon.
cancel-sent = You cancelled this visit
cancel-sent-lead = Your clinic has known since { $time }.
cancel-done-lead = Your clinic knows. They do not expect you.
cancel-not-done-lead = Your clinic had changed it before. Look at the visit, or call your clinic.
cancel-not-taken-lead = Your clinic’s computer did not take it. They still expect you. Please call them.
cancel-wanted = You wanted to cancel this visit
cancel-came-back-lead = It came back with your copy, and Cairn does not send it by itself. As far as we know, your clinic expects you.
cancel-again = Try to cancel again
cancel-keep = Keep this visit
cancel-kept = Your visit stays.
cancel-practice = Cancelled in practice
cancel-practice-lead = Practice: it stays on this phone, and nobody is told.
