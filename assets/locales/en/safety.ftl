### After the question about harming oneself: whom to call, and what the clinic knows.

safety-title = It is good that you said this
safety-lead = Thoughts like these can be very hard. You can talk to someone right now, day or night. You do not have to know what to say.
safety-clinic = Your clinic
safety-danger = In danger right now?
safety-numbers = These numbers are also under Help, on every page.

## What the clinic knows. Never more than the phone does.

safety-state = What your clinic knows
safety-practice = This is practice, so nothing was sent. The clinic’s numbers are made up. The other numbers are real.
safety-not-yet = Not sent yet. Your clinic cannot see your answer yet.
safety-unreached = This has not reached your clinic. Please call them, or one of the other numbers here.
safety-refused = Your clinic’s computer did not take this. Please call them, or one of the other numbers here.
safety-sent = Sent { $time }. Your clinic may not have read it yet.
safety-seen = Your clinic marked this as seen.
safety-seen-at = Your clinic marked this as seen: { $time }.

safety-go-on = I’m safe to go on
safety-stop = Save and stop
safety-hide = Hide this

## Before a form.

before-form-title = Who sees your answers
before-form-lead = Your care team sees these answers after your phone connects, not straight away.
before-form-call = If you need help now, call one of these numbers.

## The reminder to call. Shown in full only where the patient asked for that.

about-unreached = Something you wrote has not reached your clinic. Please call them.

## In the list of what was made.

# Names nothing of what was answered: anybody may look over a shoulder.
made-urgent-at = Message to your clinic, { $time }
