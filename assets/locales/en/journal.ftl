### The journal: its pages, writing on one, how it read before, and the story of a session.

journal = Journal
journal-yours = Your journal
journal-entry = Journal page
journal-open = Open the journal
journal-begin = Begin a page
journal-private = What you write here stays on this phone. Nobody reads it unless you share it.
journal-write = Write
journal-write-here = Write in your journal
journal-prompts = Or begin with a question
journal-more-prompts = More questions
journal-pages = Your pages
journal-none = No pages yet. What you write will be here, the newest first.
journal-blank = An empty page
journal-gone = This page is not here any more.

## Parts of the story of a session.

journal-before = Before your session
journal-raw = The day of your session
journal-after = The days after
journal-later = Weeks later
journal-other = Other pages
# $day: "3 December"
journal-before-on = Before your session on { $day }
journal-raw-on = The day of your session, { $day }
journal-after-on = The days after your session on { $day }
journal-later-on = Weeks after your session on { $day }
# $day: "3 December"
journal-session = Session on { $day }
journal-session-unknown = A session without a day

## Writing on a page.

journal-words = Your words
journal-kept = Saved on this phone while you type.
journal-not-saved = Not saved yet. Your words are still on this screen. We try again every few seconds. If this phone is full, remove something you do not need.
journal-intention = Before your session you wrote:
journal-mood-add = Add your mood
journal-mood-question = How is your mood?
# $mood: a number from 0 to 10
journal-mood-is = Mood { $mood }
journal-mood-forget = Leave the mood out
journal-question = Choose a question
journal-other-question = Another question
journal-no-question = No question
journal-which-session = Which session is it about?
journal-no-session = No session
journal-remove = Delete this page
journal-removed = Page deleted
journal-back = The page is back

## How a page read before.

# $count: how many
journal-earlier = Earlier versions ({ $count })
journal-earlier-title = Earlier versions
journal-earlier-lead = When you change a page, we keep how it was before. You can bring a version back. What is there now is then kept, too.
journal-now = As it is now
# $when: a time with its day
journal-until = Until { $when }
journal-bring-back = Bring this version back
journal-earlier-delete = Delete this version
journal-earlier-sure = Delete this version?
journal-earlier-final = Only this version goes. The page and its other versions stay. This cannot be undone.
journal-earlier-yes = Delete it
journal-earlier-deleted = This version is deleted
journal-brought-back = This version is back

## The story of a session.

journal-stories = Your sessions
journal-story = Read the story of this session
journal-story-title = The story of your session
journal-story-short = Story
journal-story-none = You have not written about this session yet.
journal-open-page = Open this page
# $when: a time with its day
journal-meant = What you wanted to bring, { $when }
