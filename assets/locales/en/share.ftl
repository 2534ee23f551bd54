### Sharing from the journal with the clinic, and taking it back.

share-title = Share with your clinic
share-short = Share
share-only-you = Only you can read this page.
share-page-shared = You shared this page
share-part-shared = You shared a part of this page
share-page-chosen = You chose to share this page
share-part-chosen = You chose to share a part of this page
share-more = Share more of this page
share-see-shared = See what you shared
share-if-deleted = If you delete this page, what you shared stays with your clinic. You can withdraw it then, too.
share-if-deleted-waits = If you delete this page, or a picture that goes with it, what was not sent yet is not sent any more. If a part may be on its way, your clinic is told that you withdrew it.
share-page-gone = This page is not here any more.

## Choosing

share-lead = Nothing is sent yet. Choose first, then you see all that will be sent.
share-practice = This is practice. Nothing is sent.
share-words = Your words
share-all = All of this page
share-parts = Parts of this page
share-which = Tick what you want to share
share-ticked = { $count ->
    [0] Nothing is ticked yet.
    [one] 1 part is ticked. The rest stays on this phone.
   *[other] { $count } parts are ticked. The rest stays on this phone.
}
share-question = The question above it, too
share-pictures = Drawings and photos
share-picture = Picture, { $size } KB
share-picture-named = Picture: { $title }, { $size } KB
share-see = See what will be sent
share-nothing-chosen = Choose what you want to share first.
share-too-large = This is more than 2 MB. That is too much to send at once. Choose fewer pictures.
share-not-granted = Your sign-in does not let Cairn share pages
share-not-granted-next = Sign out and keep what is here, then sign in again. If it still says this, your clinic takes no pages. You can read your page to them or show it when you meet.
share-to-more = Go to More

## The preview

share-preview = This is what will be sent
share-left-out = […] marks where you left something out.
share-to = Who gets it
share-team = Your care team there: { $names }
share-when-read = They may not read it straight away. If you need someone now, press Help.
share-besides = What else goes with it
share-besides-you = That it is from you, and when you shared it
share-besides-begun = When you began the page: { $time }
share-besides-visit = The visit it belongs to: { $visit }
share-besides-visit-on = The visit it belongs to: { $visit }, { $day }
share-then = You can undo this for 10 seconds. Later you can withdraw it, but what someone has read by then cannot be unread.
share-now = Share this
share-change = Change what I share
share-made = It will be shared in 10 seconds.
share-undone = Not shared. Nothing was sent.
share-not-done = This was not shared
share-not-done-next = The page or a picture may have changed. Nothing was sent. Look at the page and try again.
made-share-at = Shared from your journal, { $time }

## All that was shared

shared-title = Shared with your clinic
shared-short = Shared
shared-about = What you shared, and the way to take it back
shared-lead = This is all you ever shared from your journal. The rest stays on this phone.
shared-none = You have not shared a page yet. To share one, open it and choose “Share with your clinic”.
shared-unread = When you withdraw something, it is taken out of what your clinic sees. What someone has read cannot be unread, and your clinic’s computer may keep an older copy.
shared-words = See the words that were sent
shared-with = Shared with { $name }
shared-for = For { $name }
shared-soon = Will be sent in a moment
shared-page-gone = You deleted this page. Its words are not on this phone any more.
shared-withdraw = Withdraw
shared-open = Open the page
share-withdrawn = Withdrawn
shared-taken-back = Withdrawn before it was sent. Your clinic does not have it.
shared-withdrawal-waits = Withdrawn here. Your clinic has not been told yet.
shared-withdrawn = Withdrawn. Your clinic was told { $time }.
shared-withdrawal-refused = Withdrawn here, but your clinic’s computer did not take that. Call your clinic.
