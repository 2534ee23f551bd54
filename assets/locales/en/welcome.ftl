### The first screens: welcome, and connecting to the clinic.

welcome = Welcome to Cairn
door-name = Start
welcome-lead = Cairn helps you, from your first visit to the weeks after your session. It works without a network, too.

connect-title = Connect to your clinic
clinic-address = Your clinic’s address
clinic-address-hint = Your clinic gives it to you. It begins with https:// and you can paste it here.
address-missing = Type or paste the address first.
connect = Connect
connect-next = Next, your browser opens and you sign in at your clinic.

look-around-title = Just want to see it?
look-around-lead = Look around with a sample plan. All of it is made up, and nothing leaves this phone.
look-around = Look around

looking-title = Finding your clinic
looking-lead = Cairn asks the address for your clinic’s sign-in page.
looking-status = Looking…

browser-title = Sign in at your clinic
browser-lead = Your browser is open. Sign in there and say yes to Cairn. Then come back here.
browser-status = Waiting for your browser…
no-browser = No browser opened?
open-browser-again = Open the browser again
copy-link = Or copy this link into a browser

# Shown by the browser when it has come back; plain text.
browser-farewell = You can close this page. Go back to Cairn to see if it worked.

## Before being a patient

first-ask-title = Not a patient yet?
first-ask-welcome = Ask a clinic for a first talk. We help you with the words, and you send them.
first-ask-go = Write a first message
first-ask = A first message to a clinic
first-ask-short = First message
first-ask-lead = Fill in what you like. It becomes a short text below, and you send it.
first-ask-open = Others may read a text message or an email
first-ask-leave-out = Leave out your health, your medicines and what you lived through. You can tell that in the talk.
first-ask-name = Your name, if you like
first-ask-reach = Your number or email, so they can answer
first-ask-times = When do you have time for a talk?
first-ask-mornings = Mornings
first-ask-middays = Around noon
first-ask-afternoons = Afternoons
first-ask-evenings = Evenings
first-ask-question = What do you want to ask?
first-ask-question-hint = For example: What does it cost? How long does it take?
first-ask-to = The clinic’s email or number, if you have it
first-ask-text = Your message
first-ask-not-kept = Cairn sends nothing and keeps nothing of this. It is gone when you close Cairn.
first-ask-call = Call them instead
first-ask-subject = A first talk
first-ask-hello = Hello,
first-ask-wish = I would like a first talk with you, to ask some questions.
first-ask-i-am = My name is { $name }.
first-ask-call-me = You can reach me here: { $reach }
first-ask-free = I have time: { $times }.
first-ask-asks = My questions:
first-ask-when = When could we talk, and does that talk cost anything?
first-ask-thanks = Thank you.
