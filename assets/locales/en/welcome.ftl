### The first screens: welcome, and connecting to the clinic.

welcome = Welcome to Cairn
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
