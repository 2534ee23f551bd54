### More: what has been sent, details, language, signing out.

more-title = More
what-was-sent = What has been sent
only-here = { $count ->
    [0] Nothing waits to be sent.
    [one] 1 thing is only on this phone. It will be sent.
   *[other] { $count } things are only on this phone. They will be sent.
}
sent-count = { $count ->
    [0] Nothing has been sent from this phone yet.
    [one] 1 thing was sent to your clinic.
   *[other] { $count } things were sent to your clinic.
}
attention-count = { $count ->
    [one] 1 thing needs your attention. Look at the details.
   *[other] { $count } things need your attention. Look at the details.
}
unread-count = { $count ->
    [one] Your clinic sent 1 thing we cannot show.
   *[other] Your clinic sent { $count } things we cannot show.
}
pieces-all = Pictures and voice notes on this phone: { $size }
last-heard = Last update from your clinic: { $time }
never-heard = No update from your clinic yet
update-now = Update now
updating = Updating…
language = Language
signed-in = Signed in
practice-explained = Everything here is made up. End practice to remove it and connect to your own clinic.

practice-where = What you write here stays on this phone and goes when practice ends.

## Details

details-title = Details
made-here = What you made
nothing-made-yet = Nothing yet. Each check-in, tick and answer will be on this list.
made-at = Check-in, { $time }
made-person-at = Who drives you home, { $time }
made-answer-at = What you ticked or answered, { $time }
tried = { $count ->
    [one] Tried once. Cairn tries again by itself.
   *[other] Tried { $count } times. Cairn tries again by itself.
}
send-again = Send again
not-read = What we could not show
all-read = Nothing. Everything your clinic sent is shown.
not-read-lead = We kept these as they came. Your clinic can use this list to put them right.
refused-not-understood = Your clinic’s computer did not understand it. It is safe here. Tell your clinic.
refused-not-allowed = Your clinic does not let Cairn send this. It is safe here. Ask your clinic.
refused-conflict = Your clinic has another version of it. Yours is safe here. Tell your clinic.
refused-gone = Your clinic has no place for it any more. It is safe here. Ask your clinic.
refused-too-large = It is too large for your clinic’s computer. It is safe here. Tell your clinic.
made-visit-at = About a visit, { $time }
refused-came-back-visit = This came back with your copy. Cairn does not send it by itself. Press “Send again” if you still want it. If not, open the visit or “What you asked for”, and take it back there.
refused-came-back-message = This came back with your copy. Cairn does not send it by itself. Press “Send again” if you still want it. If not, open “Messages” and press “Do not send it”.
refused-came-back = This came back with your copy. Cairn does not send it by itself. Press “Send again” if your clinic may have it. If not, open “Shared with your clinic” or “Your papers” and press “Withdraw”.

## Signing out

keep-title = Keep what is here
keep-lead = Your entries stay on this phone, locked. Sign in again to see them and to send what waits.
keep = Sign out and keep
remove-title = Remove what is here
remove-lead = Your clinic keeps what it already has. Everything else of yours is gone from this phone.
remove = Sign out and remove
remove-sure = Remove everything from this phone?
remove-unsent = { $count ->
    [one] 1 thing has not reached your clinic and would be lost.
   *[other] { $count } things have not reached your clinic and would be lost.
}
cannot-be-undone = This cannot be undone.
remove-yes = Yes, remove it
