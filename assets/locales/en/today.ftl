### Today and Journey.

greeting = { $part ->
    [morning] Good morning
    [afternoon] Good afternoon
    [evening] Good evening
   *[night] Hello
}
greeting-name = { $part ->
    [morning] Good morning, { $name }
    [afternoon] Good afternoon, { $name }
    [evening] Good evening, { $name }
   *[night] Hello, { $name }
}

next = Next
next-visit = { $days ->
    [0] { $visit } is today
    [1] { $visit } is tomorrow
   *[other] { $visit } is on { $day }
}
see-the-visit = See the visit
no-visit-planned = No visit is planned right now. When your clinic sets one, it will be here.
plan-not-here = Your plan is not here yet
plan-not-here-lead = Cairn fetches it from your clinic as soon as it can. Until then, ask your clinic about your visits and what to do before them. You can check in already.

how-are-you = How are you right now?
checked-in-at = Your last check-in: { $time }

still-to-do = Still to do
things-to-do = { $count ->
    [0] Nothing right now.
    [one] 1 thing left. No rush.
   *[other] { $count } things left. No rush.
}
things-some-late = { $count ->
    [one] 1 thing left
   *[other] { $count } things left
}
by = By { $when }
plan-not-shown = We cannot show all of your plan. Call your clinic and ask what to do.
due-today = Today
time-was = The time for this was { $when }. Not sure? Call your clinic.

sign-in-again-title = Your clinic asks you to sign in again
sign-in-again-lead = Everything here still works, and what you write is kept. It is sent once you have signed in.
waiting-long = { $count ->
    [one] 1 thing has waited on this phone for more than a day. It is safe here and will be sent.
   *[other] { $count } things have waited on this phone for more than a day. They are safe here and will be sent.
}

## What the clinic changed

visit-unreadable = Your clinic changed a visit, and we cannot show it
plan-unreadable = Your clinic changed your plan, and we cannot show it
protocol-unreadable = Your clinic changed its instructions, and we cannot show them
medicine-unreadable = Your clinic changed a medicine, and we cannot show it
ask-what-changed = Call them first and ask what changed. Do not use an older version.
no-older-medicine = Call them first, before you take or skip it. Do not use an older version.
visit-withdrawn = Your clinic took back a visit
plan-withdrawn = Your clinic took back your plan
protocol-withdrawn = Your clinic took back its instructions
medicine-withdrawn = Your clinic took a medicine off your list
ask-if-unsure = Not sure why? Call your clinic.
ask-what-now = Call your clinic and ask what to do now.
ask-before-medicine = Call your clinic before you change what you take.
other-times = Your clinic changed the times before your visit
other-times-lead = Do not go by the times you saw before. Look at the new ones.
visit-moved = Your visit has a new time
wish-confirmed = Your clinic said yes to your time
wish-declined = Your clinic cannot give you this time
wish-gone = Someone else has this time
wish-offered = Your clinic offers you an earlier time
wish-offer-over = Your clinic took back the time it offered
wish-offer-over-more = What you asked for still stands. You are told here when they answer.
wish-offer-lapsed = The time your clinic offered went by
wish-offer-lapsed-more = You are still on the list. They may offer you another time.
visit-off-as-asked = A visit is cancelled, as you asked
visit-off-as-asked-more = Did you not ask for this? Call your clinic.
visit-not-cancelled = Your visit is not cancelled
visit-stands-again = Your visit is on again
visit-stands-again-more = You cancelled it, and then your clinic put it back. They expect you. If you cannot come, call them.
moved-to = It now starts at { $to }
moved-from = Before, it was at { $from }
i-have-read-this = I have read this
see-this-visit = See this visit

## Journey

journey-title = Your journey
journey-first-time = These are the four steps of your care. Your visits are not here yet. Cairn fetches them from your clinic as soon as it can. Until then, ask your clinic.
journey-incomplete = The steps below may not be complete. Call your clinic and ask.
step-intake = Intake
step-intake-about = You and your clinic get to know each other and make a plan.
step-preparation = Preparation
step-preparation-about = You get ready together: what to eat, what to bring, what you hope for.
step-session = Session
step-session-about = Two people from your clinic stay with you. Afterwards, someone drives you home.
step-integration = Integration
step-integration-about = You talk about what happened and what you want to take into your life.
stage-behind = Behind you
stage-here = You are here
stage-ahead = Planned
stage-open = Not planned yet
behind-you = Took place
ahead-of-you = Coming up
other-visits = Other visits
