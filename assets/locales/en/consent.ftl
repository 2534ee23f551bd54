### Papers of the clinic: reading one, signing it by typing one's name, and taking that back.

papers = Your papers
papers-lead = What your clinic asks you to sign, and what you signed.
see-papers = See your papers
papers-to-sign = To read and sign
papers-signed = You signed
papers-at-clinic = Done at your clinic
papers-none = There is no paper here yet. When your clinic sends one, you can read and sign it here.
papers-unreadable = We cannot show your clinic’s papers now
papers-unreadable-lead = Your clinic may have changed something. Call them and ask. An older text is not shown to sign, so that you do not sign it by mistake.
papers-unshown = You signed a paper that we cannot show here
papers-unshown-lead = Your clinic has it. Call them before you sign another one.
paper = Paper
paper-gone = Your clinic took this paper out. See what else there is.
paper-signature-gone = This signature is not here any more. See your papers.
paper-version = Version { $version }, from { $clinic }
paper-before = To sign before your visit: { $visit }
paper-before-on = To sign before your visit: { $visit }, { $day }
paper-new-text = Your clinic changed this paper
paper-new-text-next = You signed an earlier text. It stays in your papers. Read this one, and sign it if you agree.
paper-at-clinic = Your clinic has this as done
paper-at-clinic-next = There is nothing to sign. You can read it here.
to-do-sign = Read and sign
to-do-not-known = We cannot show yet how this is done. Look here again when your phone has reached your clinic, or call them.

## Before signing

paper-first = Before you sign
paper-first-lead = Take your time. You can ask first, and you can say no.
paper-ask = Ask your clinic, or write your question down for your next visit.
paper-no = If you do not want to sign, leave this page as it is and tell your clinic. No reason is needed.
paper-practice = This is practice. What you sign stays on this phone.
paper-statements = Tick each line that is true for you
paper-name = Type your full name
paper-now = Now: { $when }. This date goes with your name.
paper-then = { $clinic } gets this text with your name and the date. You can undo it for 10 seconds. Later you can withdraw it.
paper-sign = Sign
paper-tick-first = Tick each line first. If one is not true for you, ask your clinic before you sign.
paper-name-first = Type your full name first.
paper-not-granted = Your sign-in does not let Cairn send signed papers
paper-not-granted-next = Sign out and keep what is here, then sign in again. If it still says this, your clinic takes no papers from Cairn. Sign with them when you meet.
paper-wait = Wait with this after your session
paper-wait-until = Your card for the first day holds until { $when }. You can sign here after that. If it has to be sooner, call your clinic.
paper-wait-card = See the card
paper-not-signed = This was not signed
paper-not-signed-next = Your clinic may have changed the paper. Nothing was sent. Read it again, then sign.

## After signing

paper-signed-soon = Signed. It is sent after 10 seconds, or once there is a network.
paper-signed-practice = Signed. This is practice. Nothing is sent.
paper-undone = Not signed. Nothing was sent.
paper-signed = You signed this
paper-signed-by = Signed as { $name }
paper-was-signed = You signed this and withdrew it
paper-for = For { $name }
paper-at-clinic-signed = Your clinic has this. You signed it on another phone, or here before you signed in anew.
paper-is-over = You signed this, and it does not hold
paper-over = This does not hold any more
paper-over-since = At your clinic it does not hold since { $when }. You withdrew it on another phone, or your clinic ended it.
paper-over-lead = You withdrew it on another phone, or your clinic ended it.
paper-over-mistake = Your clinic marked this as a mistake
paper-over-refused = Your clinic did not accept this
paper-over-not-signed = For your clinic it counts as not signed.
paper-over-call = Call your clinic if you did not expect this. They can tell you what happens next.
paper-unclear = Your clinic changed this, and we cannot show how
paper-unclear-lead = Call them and ask if what you signed still holds.
paper-newer = Your clinic has a newer text
paper-newer-next = This one stays as you signed it. Your clinic asks you to sign the new one, too.
paper-newer-read = Read the new text
paper-still = Another signature of this paper still holds
paper-still-next = You signed this paper more than once. You withdrew this signature only. If you want to withdraw the other one as well, open it.
paper-still-see = Open the other one
paper-text = The text you signed
paper-withdraw-head = If you change your mind
paper-withdraw-lead = You can withdraw this at any time. Your clinic is told that it does not hold any more. They may not read it straight away, so call them, too.
paper-withdraw-practice = You can withdraw this at any time. This is practice, so nobody is told.
paper-withdrawn = Withdrawn
paper-withdrawn-head = What to do now
paper-withdrawn-call = Call your clinic, so that they know and can tell you what happens next.
made-paper-at = A paper you signed or withdrew, { $time }
