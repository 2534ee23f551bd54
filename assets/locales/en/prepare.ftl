### How to prepare, things to do, and the intention.

see-how-to-prepare = See how to prepare
how-to-prepare = How to prepare
prepare-short = Prepare
visit-and-day = { $visit }: { $day }
before-clocks-go-back = { $moment } (before the clocks go back)
after-clocks-go-back = { $moment } (after the clocks go back)

## Times

times-title = Times
be-there = Be there
last-large-meal = Last large or fatty meal
last-food = Last food
last-clear-drink = Last clear drink
last-alcohol = Last alcohol
last-cannabis = Last cannabis
time-is-over = This time is over.
clear-drinks = These count as clear drinks
not-clear-drinks = These do not
how-long-is-that = How long is that?
in-minutes = in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
in-hours-and-minutes = in { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}{ $minutes ->
    [0] {""}
    [one] {" "}and 1 minute
   *[other] {" "}and { $minutes } minutes
}
what-in-time = { $what }: { $long }

no-large-meal-now = No large or fatty meal now.
had-a-large-meal = Had one? Call us.
nothing-to-eat-now = Nothing to eat now.
nothing-by-mouth-now = Nothing to eat or drink now.
ate-something = Ate something? Call us.

times-not-shown = We cannot show the times for food and drink. Call your clinic.
times-unreadable-lead = Your clinic changed something we cannot show. Call them first. Do not use an older time.
times-no-rules-lead = Your clinic’s rules are not on this phone. Call them and ask when to stop eating and drinking.
times-not-sure = The times are not set yet
times-not-sure-lead = Your clinic has not confirmed this visit. The times for food and drink will be here when it does.
visit-over = This visit is not ahead any more
visit-over-lead = Its times for food and drink do not hold any more.
food-moved-with-it = The times for food, drink and reminders moved with it.

## Medicines

medicines = Medicines
no-own-changes = Do not stop or skip any medicine unless your clinic wrote it here. Not sure? Call your clinic.
medicines-unreadable = We cannot show what your clinic wrote about your medicines
no-medicine-lines = Your clinic has not written anything about your medicines here.
take = Take
skip = Skip
ask-first = Ask first
ask-first-lead = Call your clinic about these before you take or skip them.
no-words-ask = Your clinic wrote no words for this one. Call and ask.
not-to-take-ask = Your clinic marked this as not to be taken. Call and ask.
on-day = On { $day }
from-day-to-day = From { $first } to { $last }
from-day = From { $day } on
until-day = Until { $day }
written-by-on = Written by { $name }, { $day }
written-by = Written by { $name }
written-on = Written on { $day }
taken-off-list = Your clinic took { $medicine } off this list
this-changed = This changed
sent-again-read = Your clinic sent this again. Please read it once more.
you-read-this = You read this: { $time }
medicine-to-read = Your clinic wrote about your medicines. Please read it.
medicine-changed-to-read = Your clinic changed what it wrote about a medicine. Please read it.
day-by-day = Day by day
day-by-day-lead = Your clinic’s words are above. This only says on which day they hold.
day-of-the-visit = The day of your visit
no-line-that-day = Nothing written for this day

## The rest

what-to-bring = Bring
what-to-wear = Wear
on-the-day = On the day
call-us-if = When to call us

## Things to do

all-things-to-do = All things to do
to-do-short = Things to do
done-things = Done
done-at-clinic = Your clinic has this as done.
own-things = Your own
own-item = Your own, only on this phone
add-own-item = Add something of your own
own-item-where = It stays on this phone. Your clinic does not see it.
add = Add
remove-item = Remove
own-item-removed = Removed.

## The intention

intention-short = Intention
intention-title = Your intention
intention-lead = One sentence for your session. Hold it lightly. You can change it as often as you like.
intention-question = What do I want to bring to this session?
intention-where = It stays on this phone. Your clinic does not see it.
intention-kept = Kept here: { $time }
earlier-intentions = { $count ->
    [one] 1 earlier version
   *[other] { $count } earlier versions
}
write-intention = Write or change it
