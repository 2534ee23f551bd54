### Your record: taking it along, bringing it back, a summary on paper, deleting it.

own = Your record
own-here = What you made in Cairn is yours. Take it with you, or delete it.
own-see = See your record
own-lead = What you made in Cairn is yours. Take it with you, bring it to a new phone, or delete it.
own-nothing-changed = Nothing on this phone was changed.

## Take it all with you

own-copy = Take it all with you
own-copy-lead = One locked file with all you made: check-ins, answers, journal, drawings and photos.
own-copy-go = Make a copy
own-copy-what = The copy is one locked file. It holds all you made in Cairn, also what you never shared. It holds no way to sign in.
own-passphrase-title = The passphrase
own-passphrase-only = Without its passphrase nobody can open the copy. We cannot open it either.
own-passphrase = Passphrase
own-passphrase-hint = At least 10 letters, numbers or spaces. A few words that you will still know in a year are best.
own-passphrase-again = The same passphrase again
own-passphrase-short = Use at least 10 letters, numbers or spaces.
own-passphrase-differs = These two are not the same. Type them again.
own-passphrase-show = Show what I type
own-copy-make = Make the copy
own-copy-busy = Making the copy…
own-copy-done = Your copy is made
own-copy-where = It is called { $name } and is in { $folder }.
own-copy-safe = We opened it once to be sure. Keep it in a safe place, and keep the passphrase somewhere else.

## Bring it back

own-back = Bring it back
own-back-lead = Open a copy that you made before, on this phone or on another one.
own-back-go = Open a copy
own-back-then = Open a copy that you made on another phone. After that, sign in with your clinic again.
own-back-instead = What is in the copy takes the place of what is here. If this phone has more than the copy, we tell you first.
own-back-which = Which copy?
own-back-found = Found in { $folder }:
own-back-none = No copy was found in { $folder }.
own-back-other = Choose another file
own-back-chosen = Chosen: { $name }
own-size = { $size } KB
own-back-choose = Choose a copy first.
own-back-type = Type the passphrase of the copy.
own-back-open = Open the copy
own-back-busy = Opening the copy…
own-back-done = Your record is back
own-back-replace = Put the copy here all the same
own-wrong-passphrase = This is not the passphrase of this copy
own-do-passphrase = Try again. Look for capital letters and spaces.
own-not-a-copy = This file is not a copy from Cairn
own-do-other-file = Choose another file.
own-damaged = Part of this file is missing or was changed
own-do-damaged = Use another copy, or bring this one over again from where you keep it.
own-too-new = A newer Cairn made this copy
own-do-update = Update Cairn. Then open the copy again.
own-other-patient = This copy is not yours, or it is from another clinic
own-do-other-patient = Choose your own copy. To open this one, sign out first.
own-would-lose = { $count ->
    [one] 1 thing on this phone is not in the copy
   *[other] { $count } things on this phone are not in the copy
}
own-do-would-lose = Make a copy of this phone first. If you put the copy in its place now, those things are gone.
own-no-folder = Cairn cannot reach your files on this phone yet
own-do-no-folder = Your record is safe here. Use a computer with Cairn for this.
own-cannot-use = The file or its folder cannot be used
own-do-cannot-use = Look if it is still there. Then try again.

## A summary on paper

own-paper = A summary on paper
own-paper-lead = A file to print or to show to your clinic. You choose what is in it.
own-paper-go = Make a summary
own-paper-what = You choose what is in it. Cairn adds no advice.
own-paper-parts = What is in it
own-part-visits = Visits
own-part-check-ins = Check-ins
own-part-check-in-words = What I wrote in check-ins
own-part-scores = Totals of forms
own-part-effects = Side effects
own-part-questions = My questions
own-part-chart = Mood, anxiety and totals as lines
own-part-insights = Words I marked as insights
own-part-steps = My small steps, with how they read before
own-part-for-session = My page for the next session
own-paper-pages = Pages of my journal
own-paper-no-pages = There are no pages in this time.
own-paper-only-chosen = Only the pages you choose are in it.
own-paper-choose = Choose pages ({ $count } chosen)
own-paper-size = Size of the paper
own-a4 = A4
own-letter = US Letter
own-paper-open = This file is not locked
own-paper-open-next = Whoever has it can read it. Delete it when you no longer need it.
own-paper-make = Make the file
own-paper-busy = Making the file…
own-paper-done = Your summary is made

## On the paper

own-doc-title = Summary
own-doc-time = From { $first } to { $last }
own-doc-made = Made on the patient’s own phone on { $day }. Each time is by the clock of that place. Cairn adds no advice.
practice-explained-paper = Practice. Everything here is made up.
own-doc-nothing = Nothing in this time.
own-doc-when = When
own-doc-what = What
own-doc-state = State
own-doc-booked = Booked
own-doc-visits-missing = Your clinic sent a visit that we cannot show.
own-doc-scale = Rated by the patient from 0 to 10. Mood: 10 is best. Anxiety: 10 is most.
own-doc-more = Feelings, sleep, words
own-doc-form = Form
own-doc-total = Total
own-doc-band = In the words of
own-doc-from = From
own-doc-until = Until
own-doc-still = Still there
own-doc-chart = Each dot is one answer. A line joins answers that are near in time. Each tall line is a session.
own-doc-step-done = Done on { $day }
own-doc-step-for = For { $day }
own-doc-step-made = Chosen on { $day }
own-doc-step-before = { $what } on { $day }. Before that:
own-doc-unprinted = Signs that could not be printed: #. Each place is marked [?]. They are whole on the phone.

## Delete everything

own-erase = Delete everything
own-erase-lead = Delete what is on this phone. You can also ask your clinic to delete what it has.
own-erase-go = See how to delete
own-erase-two = These are two things. Deleting here does not delete at your clinic. If you want both, ask your clinic first.
own-ask = Ask your clinic to delete what it has
own-ask-lead = This sends a message. People at your clinic read it and answer you.
own-ask-law = By law a clinic must keep some records for some years. It can tell you which ones and for how long.
own-ask-practice = In practice there is no clinic to ask.
own-ask-go = Ask my clinic
own-ask-done = Your clinic will be asked
own-ask-undone = Your clinic is not asked
own-asked-waits = You asked at { $time }. It has not been sent yet. Connect first, or call your clinic.
own-asked-sent = Your clinic’s computer has had your request since { $time }.
own-asked-refused = Your clinic’s computer did not take your request
own-asked-call = Call your clinic and ask them, or send it again.
own-all = Delete everything on this phone
own-all-lead = All you made and all your clinic sent is gone from this phone. Your clinic keeps what it already has.
own-all-copy = Nobody can bring it back unless you have a copy.
own-all-copy-go = Make a copy first
own-all-go = Delete everything on this phone
own-all-sure = Delete everything on this phone?
own-all-yes = Yes, delete it
own-all-asked-waits = Your request to your clinic has not been sent yet. It would be lost. Connect first, or call your clinic.
own-welcome = I have a copy from another phone

## After a copy was brought back

own-as-of-label = From your copy
own-as-of = What your clinic says here is from your copy: as of { $time }. It may have changed. It is checked again once the phone reaches your clinic.
