### The day of a session: its page, the questions, the driver, centering, soft mode, and the card after it.

session-today = Your session is today
session-here = Your session
session-where = Where to go
session-food = Food and drink
food-unknown = Call us and ask until when you may eat and drink.
eat-nothing = Nothing to eat or drink now
eat-no-food = Nothing to eat now
eat-no-large-meal = No large or fatty meal now
ate-call = Ate something? Call us.
session-by = by { $when }
session-bring = What to bring
session-call = Call your clinic

session-prepare-about = Food, drink, medicines and what to bring
my-ride = Your ride home
ride-none = Not set yet
ride-open = { $name }. Not confirmed yet.
ride-set = { $name }. Confirmed.
set-ride = Set your ride home
questions-today = Short questions for today
questions-left = { $count ->
    [one] 1 question left
   *[other] { $count } questions left
}
questions-kept = Answered
questions-call = Call us about your answers
answer-questions = Answer { $count ->
    [one] 1 short question
   *[other] { $count } short questions
}
centering = Centering
centering-about = Breathe, rest, and read your sentence again
find-quiet = Find a quiet minute
after-session = After the session
after-session-about = When it is over, on the way home for example, this page gets very simple.
rest-now = Rest now

## What the clinic measured

measured = What your clinic measured
measured-lead = Your clinic looks at these numbers with you.
vital-pressure = Blood pressure
vital-pulse = Pulse
vital-oxygen = Oxygen
vital-temperature = Temperature
vital-breathing = Breaths

## The questions

readiness-title = Questions for today
readiness-lead = Your answers stay on this phone. Please be honest, and call us if you are not sure.
ask-ate = Did you eat anything after { $when }?
ask-ate-unknown = Did you eat anything after the time your clinic set?
ask-drank = Did you drink anything after { $when }?
ask-drank-unknown = Did you drink anything after the time your clinic set?
ask-drank-hint = Say yes, too, if you had a drink that is not clear after your last food.
ask-ate-later = We will ask if you ate from this time on: { $when }.
ask-drank-later = We will ask if you had a drink from this time on: { $when }.
ask-driver = Does an adult take you home today?
ask-medicine = Did you start a new medicine that your clinic does not know about?
ask-unwell = Are you ill, or might you be pregnant?
yes = Yes
no = No
call-us = Call us
call-us-lead = Your clinic needs to hear about this. They will tell you what to do.
answers-kept = Your answers are kept
clinic-decides = Your clinic decides when you are there.
back-to-session = Back to your session

## The driver

driver-lead = Who takes you home after your session? It must be an adult who stays with you on the way.
driver-name = Name
driver-phone = Phone number
driver-name-first = Write a name first.
driver-suggested = This person took you home before. Ask them again.
driver-confirm = My ride home is confirmed
driver-set = Your ride home is confirmed
driver-told = Your clinic gets this, so they know who comes.
driver-told-practice = This is practice: nobody is told.
driver-change = Change
driver-off = It is not confirmed any more
hand-off = For the person who drives
hand-off-lead = Send them this. It does not say what your visit is for.
hand-off-left-out = We left out some words of your clinic that tell what your visit is for.
hand-off-none = Your visit has no time we can show. Call your clinic.
hand-off-copy = Copy the text
hand-off-copied = Copied
hand-off-selected = The text is marked. Copy it the way you do on this device.
hand-off-sms = Send as a text message
hand-off-mail = Send as email
hand-off-subject = Taking me home
hand-off-hello = Hi { $name }. Thank you for taking me home from my appointment.
hand-off-hello-nobody = Thank you for taking me home from my appointment.
hand-off-when = Please be there between { $from } and { $to }, { $day }.
hand-off-clock = These are clock times in { $city }.
hand-off-where = The place: { $place }.
hand-off-ask-where = I will tell you the place.
hand-off-call = If you are late or cannot come, call { $number }.
hand-off-do = What I was told for afterwards:
hand-off-wait = What I was told not to do until { $until }:

## Centering

centering-lead = Use what you like, and leave the rest.
my-sentence = Your sentence
breathing = Slow breathing
breathing-lead = In, hold, out, hold. Each takes 4 seconds. Stop at any time.
breathing-start = Start breathing
breathing-stop = Stop
breathe-in = Breathe in
breathe-hold = Hold
breathe-out = Breathe out
breathe-rest = Hold, empty
timer = Quiet timer
timer-lead = Sit or lie down. Look at the screen when you like: it says when the time is over.
timer-minutes = { $count } min
timer-how-long = How long?
timer-start = Start the timer
timer-stop = Stop the timer
timer-until = Until { $time }
timer-left = { $count ->
    [one] Less than 1 minute left
   *[other] { $count } minutes left
}
timer-over = The time is over. Take a breath before you go on.
vr = Centering with VR
vr-about = Some clinics offer it. Ask yours when you are there.
settled = What settled me
settled-lead = Write down what helped. You will see it here next time.
settled-words = What helped
settled-keep = Keep it
settled-kept = Kept for next time
settled-remove = Remove

## Soft mode

soft-title = You can rest now.
soft-lead = There is nothing you have to do.
soft-words = Write a few words
soft-words-title = A few words, images, feelings.
soft-words-lead = No need to explain.
soft-words-label = Your words
soft-words-kept = What you write is kept on this phone while you type.
soft-back = Back to rest
soft-card = Your card for today
soft-must-call = Your clinic changed something we cannot show. Call them.
soft-leave = Show the whole app

## The card of the first day

card-title = Your first 24 hours
card-until = Until { $when }
card-open = Your card until { $when }
card-do = Do
card-dont = Wait with this until then
card-dont-lead = Do not:
card-instead = Need something from this list? Ask your adult or call us.
card-expect = What you may feel
card-clinic = Call your clinic about
card-emergency = Call the emergency number for
card-over = This card is over. Questions? Call your clinic.
card-unreadable = We cannot show your clinic’s words for today. Call them.
