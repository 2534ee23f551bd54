### Messages between the patient and the clinic.

messages = Messages
messages-lead = Write to your clinic and read what they answer.
see-messages = See your messages
write-to-clinic = Write to your clinic
messages-none = You have not written to your clinic yet. What you write and what they answer will be here.
messages-unread = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
messages-new = Your clinic wrote to you
messages-read-it = Read
message-from-them = Message from your clinic
message-clinic-wrote = Your clinic wrote, { $time }
message-begun = You began to write. It is not sent.

## That nobody reads it straight away

message-not-now = Not read straight away
message-not-now-lead = Your clinic reads messages when there is time. An answer can take days. If you need to know today, call.
message-not-now-short = Messages are not read straight away. If you need to know today, press Help and call.
message-emergency = In an emergency, call. Do not write it here: it may not be read in time.
message-not-granted = Your sign-in does not let Cairn send messages
message-not-granted-next = Sign out and keep what is here, then sign in again. If it still says this, your clinic takes no messages here. Call them.
message-practice = This is practice. Messages stay on this phone, and no one answers.
message-no-answers = Answers may not show up here
message-no-answers-next = Your clinic’s computer does not let Cairn see them. They may call you or write in another way.

## Writing

message-new = Write a new question
message-more = Write more
message-go-on = Go on writing
message-goes-on = Goes on from: { $words }
message-words = Your message
message-kept = What you type is saved on this phone. Nothing is sent before you press Send.
message-left = { $count ->
    [0] There is no room left.
    [one] 1 letter left
   *[other] { $count } letters left
}
message-too-long = { $count ->
    [one] 1 letter too many. Make it shorter, or send it as two messages.
   *[other] { $count } letters too many. Make it shorter, or send it as two messages.
}
message-empty = Write something first.
message-attach = Add something you shared
message-attach-lead = Only what you shared from your journal can go along. To share a page, open it in your journal.
message-attach-nothing = Nothing goes along
message-attach-page = Shared { $time }
message-along = From your journal, shared { $time }, goes along.
message-goes-now = It leaves 10 seconds after you press Send. Until then you can undo it.
message-goes-with-network = Your clinic cannot be reached right now. It waits on this phone and is sent when there is a network.
message-goes-after-sign-in = It waits on this phone and is sent once you have signed in again.
message-goes-never = This is practice. It stays on this phone.
message-send = Send
message-made = It will be sent in 10 seconds.
message-made-later = Saved. It is sent when your clinic can be reached.
message-made-here = Saved. It stays on this phone.
message-undone = Not sent. Your words are back where you wrote them.
message-alone = What you were answering is not here any more
message-alone-next = Your words are still here. If you send them, they go as a new question.
message-throw-away = Delete what you wrote
message-thrown-away = Deleted. It was not sent.
message-back = Your words are back. They were not sent.
message-not-done = This was not sent
message-not-done-next = There is nothing to send, or it is too long. Look at your words and try again.

## One thread

message-thread = Question and answers
message-you = You
message-head = { $who }, { $time }
message-soon = Will be sent in a moment
message-waiting = On this phone. Not sent yet.
message-came-back = Came back with your copy. Not sent by itself.
message-came-back-next = If you still want to send it, press Send. If not, your words go back to where you write.
message-leave = Do not send it
message-left-here = It is not sent from here. Your words are back where you wrote them.
message-sent = Sent { $time }. It may not have been read yet.
message-read = Your clinic marked this as read.
message-read-at = Your clinic marked this as read: { $time }.
message-has-more = There is more here that Cairn cannot show. Call your clinic and ask what it is.
message-text-with = This came with it:
message-file-with = With this message: { $file }.
message-file-next = Cairn cannot show it. Call your clinic and ask for it.
file-pdf = a PDF
file-picture = a picture
file-sound = a sound
file-video = a video
file-text = a text
file-other = a file
message-other = Your clinic sent something that Cairn cannot show. Call them and ask what it is.
message-taken-back = Your clinic took this message back.
message-cannot-show = Your clinic wrote something Cairn cannot show
message-cannot-show-next = Call them and ask what it says.
message-gone = This message is not here any more.

## Reminders

kind-answer = Messages from your clinic
about-answer = Your clinic wrote to you.
