### Words that more than one screen says.

cairn = Cairn
today-name = Today
journey = Journey
check-in = Check-in
more = More
places = Places in Cairn

help = Help
back-to = { $place }
cancel = Cancel
close = Close
save = Save
undo = Undo
details = Details
one-moment = One moment…
opening-slow = Opening takes longer than usual. After an update it can take some minutes. Leave Cairn open until it is done. If you need someone now, press Help.

practice-label = Practice
practice-line = Practice. Nothing leaves this phone.
end-practice = End practice
practice-ended = Practice is over. The sample plan is gone from this phone.

on-this-phone = On this phone
sent-at = Sent { $time }
needs-attention = Needs your attention
see-why = See why
stays-here = Stays on this phone

your-clinic = Your clinic
call-clinic = Call your clinic
sign-in-again = Sign in again
sign-out = Sign out
