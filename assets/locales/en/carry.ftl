### From the journal into life: marked sentences, small steps, practices, and the page for the next session.

carry = For day-to-day life
keep-for-session = Keep for my next session

## What was marked in a page

insights = What matters to me
insights-none = Mark the words that matter to you. They can become a small step.
mark-sentence = Read and mark
insight-keep = Keep as an insight
insight-kept = Kept, word for word. You find it below your page.
insight-not-kept = The words have changed. Select them again, then press Keep.
insight-step = Make it a small step
insight-unmark = Take the mark away
insight-unmarked = The mark is gone
insight-back = The sentence is marked again
keep-page = Keep this whole page for my next session

mark-title = Mark what matters
mark-short = Marking
mark-lead = Select words and press Keep as an insight. They stay word for word, even if you change the page later.
mark-none = There are no words on this page yet.
mark-sentences = Mark whole sentences from a list
mark-earlier = This is from an earlier version of the page.
mark-none-next = Write a few first. Then you can mark them here.
mark-more = Show more sentences
mark-others = Marked before the words changed
mark-done = Back to the page

## Small steps

steps = Small steps
steps-about = One thing you want to do
steps-lead = One small step at a time is enough. Only you can see it.
steps-none = No step yet. A step says when, and what you will do.
steps-done = Done
step-choose = Choose a small step
step-another = Add another one
step-look = Look at it
step-look-back = How did it go?
step-sentence = When { $cue }, I will { $deed }.
step-for = For { $day }
step-for-at = For { $day }. Reminder at { $time }.
step-was-for = The day for it was { $day }.
step-done-at = Done { $time }

step-new = A small step
step-one = Your small step
step-new-lead = Pick a time or a place, and one small thing. So small that it is easy on a hard day.
step-when = When
step-when-hint = A time or a place. For example: I wake up
step-will = I will
step-will-hint = One small thing. For example: open the window and take three breaths
step-day = Which day?
step-no-day = No day
step-reminder = A reminder?
step-no-reminder = No reminder
step-remind = Remind me
step-remind-hint = The phone only says that you have a reminder.
step-stays = It stays on this phone.
step-both-halves = Write both parts of the sentence first.
step-save = Keep this step
step-saved = Your step is kept. You find it under Small steps.
step-saved-here = Your step is kept.

step-what-now = What would you like to do with it?
step-go-on = Go on with it?
step-any = You can choose any of these. No choice is better than another.
step-keep = Keep it as it is
step-shrink = Make it smaller
step-change = Change it
step-done = It is done
step-keep-title = Keep it, for which day?
step-shrink-title = Make it smaller
step-change-title = Change it
step-kept = Kept
step-shrunk = Made smaller
step-changed = Changed
step-read-before = Before:
step-was-done = Done
step-kept-told = The step stays as it is
step-changed-told = The step is changed
step-done-told = The step is done
step-as-before = The step is as it was before
step-before = How it was before
step-from = It came from this sentence:
look-back-title = Looking back each week
look-back-remind = Remind me to look back
look-back-day = Day
look-back-time = Time
look-back-says = The phone only says that you have a reminder. It rings while a step is open.
step-remove = Remove this step
step-removed = Step removed
step-back = The step is back
step-gone = This step is not here any more.

about-step = Your small step
about-look-back = Looking back at your steps
kind-step = Small steps

## Practices

practices = Things to try
practices-about = Sit, breathe, draw, walk
practices-lead = Pick one, if you like. There is no goal here.
practices-minutes = About { $count ->
    [one] 1 minute
   *[other] { $count } minutes
} is what your clinic suggests.
practice-sit = Sit still with a bell
practice-sit-about = Sit or lie down. A bell rings at the start and at the end.
practice-view = A calm view
practice-view-about = Hills, water and a slow light to look at. You need no headset.
practice-draw = Draw
practice-draw-about = Shapes and colors on a new page. It does not have to look like anything.
practice-walk = Walk outside
practice-walk-about = Go out and walk slowly. Look at what is far away and at what is near.
practice-music = Listen to music
practice-music-about = Play music that feels safe to you. Lie down, or move to it.
practice-stretch = Stretch
practice-stretch-about = Move slowly and stop before it hurts.
practice-talk = Talk to someone
practice-talk-about = Call or meet someone you trust. You choose what you tell.
talk-help = If you need someone right now, press Help.
practice-vr = VR at your clinic
practice-vr-about = You wear a headset and see a calm place. Your clinic has it and stays with you.
practice-clinic-about = Your clinic suggests this.
vr-next = Ask about it at your next visit
draw-begin = Open a new page

view-open = Open the view
view-leave = Back
view-shows = Hills and water in a soft light

bell = Bell
bell-off = Off
bell-soft = Soft
bell-clear = Clear
timer-was-over = It ended at { $time }.
sitting-ended = Your timer ended at { $time }. What helped?
sitting-go = See the timer
sitting-note = Write one line
sitting-nothing = Nothing to write

helped = What helped?
helped-label = One line, if you like
helped-where = Only you see this. You can leave it empty.
helped-keep = Add to my log
helped-before = What helped before
practised = What helped
practised-lead = Your own log, the newest first.
practised-none = Nothing here yet. When you have tried one, you can write down what helped.
practised-at = { $practice }. { $when }
practised-for = { $practice }, { $count } min. { $when }
practised-kept = Added to your log
practised-remove = Remove
practised-removed = Removed from your log
practised-back = It is back in your log

## The next integration session

for-session = For my next session
for-session-title = For my next integration session
for-session-about = What you want to bring and talk about
for-session-lead = Here is what you kept for your next session. You can read it out, show it, or print it.
for-session-stays = Nothing on this page is shared by itself. It stays on this phone.
for-session-no-visit = No integration session is planned.
for-session-none = Nothing is kept yet.
for-session-how = On each page of your journal you can keep a sentence for it, or the whole page.
for-session-more = Add something
for-session-add = Keep it for my next session
for-session-let-go = Take it off this page
for-session-open = Open my page for it
session-soon-tomorrow = Your integration session is tomorrow
session-soon-today = Your integration session is today
session-soon-lead = You kept something to talk about.
