### The journal: its pages, and writing on one.

journal = Journal
journal-entry = Journal page
journal-begin = Begin a page
journal-private = What you write here stays on this phone. Nobody reads it unless you share it.
journal-write = Write
journal-prompts = Or begin with a question
journal-pages = Your pages
journal-none = No pages yet. What you write will be here, the newest first.
journal-blank = An empty page
journal-words = Your words
journal-kept = Saved on this phone while you type.
journal-remove = Delete this page
journal-removed = Page deleted
journal-back = The page is back
