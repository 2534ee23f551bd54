### Reminders: what rings and why, what to choose, and the words outside the app.

reminders = Reminders
reminders-lead = Choose what Cairn reminds you of, and when.
see-reminders = See reminders

## On the screen of a locked phone. Nothing here says what Cairn is for.

reminder-plain = You have a reminder
reminder-with-time = You have a reminder for { $time }
reminder-test = This is a test. You have a reminder
reminder-open = Open
reminder-later = In 10 minutes

## What a reminder is about.

about-cut-off = { $what }: { $time }
about-visit = { $visit }. Be there at { $time }.
about-visit-start = { $visit }. It starts at { $time }.
time-in-city = { $time } in { $city }
about-task = To do: { $title }
about-check-in = Your check-in
about-questions = Questions from your clinic

## The next one.

next-reminder = Next reminder
why-it-rings = Why
now-due = It is time
nothing-rings = Nothing is planned to ring in the next 4 weeks.
rings-not-known = Your clinic’s plan has not arrived yet. Your reminders will be here when it does.
rings-not-shown = Your clinic sent something we cannot show
rings-not-shown-next = There may be more to know than is on this page. Call your clinic and ask.
rings-practice = In practice nothing rings outside Cairn. Only the test does.
clocks-differ = These reminders ring by this phone’s clock. Times inside them are clinic time ({ $city }).
put-off = Again in 10 minutes
put-off-done = It comes again in 10 minutes.
put-off-too-late = In 10 minutes it would be too late. It stays as it is.

## When the system does not let Cairn ring.

ring-denied = This device does not let Cairn ring
ring-denied-next = Open the settings of this device. Look for Notifications and turn Cairn on.
ring-no-service = Reminders cannot be shown here yet
ring-no-service-next = A notification service is not running here. Ask whoever looks after this computer to start one.
ring-not-running = Reminders are not running
ring-not-running-next = Close Cairn and open it again.
ring-not-here = Cairn cannot ring on this device yet
ring-not-here-next = Set an alarm on your clock for what matters most.
ring-list-below = Until then, look at the list on this page.

## Choices.

kinds-title = What to ring for
kind-cut-off = Last food and last drink
kind-session = Before and after a session
kind-visit = Other visits
kind-task = Things to do
kind-check-in = Check-ins
kind-time = { $kind }: time
kind-time-clinic = { $kind }: clinic time ({ $city })
quiet-title = Quiet hours
quiet-lead = Nothing rings then. A last time to eat or drink rings earlier instead.
quiet-clinic = Your clinic’s: { $from } to { $to }
quiet-clinic-none = Your clinic’s (none set)
quiet-own = My own
quiet-none = None
quiet-from = Quiet from
quiet-to = Quiet until
locked-title = When the phone is locked
locked-lead = Anyone who sees the screen can read a reminder.
show-details = Show what it is about
show-details-lead = If you turn this on, words from your plan can be on the screen. They may tell of your visits, food, drink or things to do.
preview = It looks like this

## The list and the test.

coming-title = What is coming
coming-all = See all { $count }
test-reminders = Test my reminders
test-lead = A box should come up on this screen in a moment. It says “{ $words }”.
test-not-seen = Nothing came up? Look at the notification settings of this device, and whether “Do not disturb” is on.
test-sent = The test is on its way.
