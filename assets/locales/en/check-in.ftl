### Check-ins.

mood = Mood
anxiety = Anxiety
mood-question = Your mood
mood-low = 0 is the lowest
mood-high = 10 is the best
anxiety-question = Your anxiety
anxiety-low = 0 is none at all
anxiety-high = 10 is the most
choose-a-number = Choose a number here, too.
few-words = A few words, if you like
who-reads = Numbers and words go to your clinic. They may not be read straight away.
who-reads-practice = This is practice: it stays on this phone.
saved = Saved on this phone
check-in-saved = Check-in saved
taken-back = Taken back
too-late = Too late to take it back
too-late-next = It may be at your clinic already. Tell them if something in it is wrong.
too-late-gone = It is not on this phone any more.

earlier-check-ins = Earlier check-ins
no-check-ins-yet = Nothing here yet. Each check-in you make will be on this page, and you will see when your clinic has it.
show-older = Show older ones
