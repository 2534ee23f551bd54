### What can go wrong: what happened, what is safe, what to do.

all-safe-here = What you wrote is safe on this phone.

trouble-bad-address = This is not an address
trouble-not-encrypted = The address must begin with https://
trouble-offline = There is no network right now
trouble-server-down = Your clinic does not answer
trouble-not-safe = The connection to your clinic is not safe
trouble-captive-portal = This Wi-Fi wants you to sign in first
trouble-not-a-clinic = This address is not a clinic’s
trouble-no-sign-in = This clinic does not let apps like Cairn sign in
trouble-server-fault = Your clinic’s computer has a fault
trouble-busy = Your clinic’s computer is busy
trouble-sign-in-again = Your clinic asks you to sign in again
trouble-not-allowed = Your clinic does not let Cairn do this
trouble-not-found = Your clinic’s computer did not find what we asked for
trouble-wrong-clock = The clock of this phone seems wrong
trouble-no-space = This phone is full
trouble-keystore = The password store of this phone does not open
trouble-sign-in-cancelled = You did not finish signing in
trouble-sign-in-failed = Signing in did not work
trouble-other-patient = Someone else signed in
trouble-not-understood = Your clinic’s computer sent something we do not understand
trouble-unexpected = Something went wrong in Cairn

do-reconnect = Turn on Wi-Fi or mobile data, then try again.
do-nothing-offline = You need not do anything. Cairn sends and reads when the network is back.
do-check-address = Check the address letter by letter, then try again. Your clinic can tell you what it is.
do-use-https = Type it again with https:// at the start, or paste it. If that does not work, ask your clinic for the address.
do-wait-for-server = You need not do anything. Cairn tries again by itself.
do-other-network = Try another network. If it stays like this, tell your clinic.
do-wifi-page = Open your browser, sign in to the Wi-Fi, then come back.
do-tell-clinic = Tell your clinic. They can put it right.
do-try-later = Try again in a few minutes.
do-after = Cairn tries again after { $time }.
do-come-back-after = Try again after { $time }.
do-sign-in-again = Sign in again when it suits you.
do-set-clock = Set date and time to automatic in your phone’s settings, then try again. If your clock is right, tell your clinic.
do-free-space = Remove something you do not need, such as old videos. Then try again.
do-unlock-phone = It is the place where your phone keeps passwords. Lock and unlock your phone, then open Cairn again.
do-sign-in-when-ready = Try again when you are ready.
do-sign-in-once-more = Try once more. If it stays like this, tell your clinic.
do-other-patient = This phone belongs to another patient of the clinic. Sign in as that person, or sign out first.
do-open-again = Close Cairn and open it again. If it stays like this, tell your clinic.

## What was saved does not open

cannot-open = We cannot open what is saved here
nothing-deleted = Nothing was deleted or changed.
try-again = Try again
no-keystore = This phone has no password store
do-keystore = It is the place where your phone keeps passwords, and Cairn keeps its key there. Turn one on (on Linux: GNOME Keyring or KWallet), then try again.
keystore-locked = The password store is locked
do-unlock = It is the place where your phone keeps passwords. Unlock it or your phone, then try again.
key-lost = The key to your entries is gone
do-key-lost = This can happen when a phone is set up as new. Your clinic still has everything that was sent. Tap the button below to start again. What was here is kept aside.
file-gone = What was saved here is gone from this phone
do-file-gone = This can happen when an app is installed again. Your clinic still has everything that was sent. Tap the button below to start again.
file-damaged = The file with your entries is damaged
do-damaged = Turn the phone off and on, then try again. Your clinic still has everything that was sent.
file-too-new = A newer Cairn saved this
do-update = Install the newest Cairn, then try again.
cannot-open-other = Something went wrong while opening
begin-anew = Start again
begin-anew-lead = The old file is kept on this phone, put aside. You connect to your clinic again and your plan comes back.
connect-anew = You connect to your clinic again and your plan comes back.
set-aside = Put it aside and start again
