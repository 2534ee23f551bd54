### Learn, and the patient's questions.

read-and-ask = Read and ask
learn = Learn
learn-about = What ketamine is, what it may feel like, the risks, going home
learn-lead = Short articles from your clinic. They open with no network.
learn-search = Search
learn-found = { $count ->
    [0] Nothing found
    [one] 1 article found
   *[other] { $count } articles found
}
learn-none-found = No article has all of these words
learn-none-next = Try one short word, such as “fear” or “drive”. Or write your question down and take it to your clinic.
learn-empty = There is nothing to read here yet. When your clinic sends something, it will be on this page.
learn-unreadable = Your clinic changed what there is to read, and we cannot show it
learn-unreadable-lead = Call them and ask what changed. The older words are not shown, so that you do not follow them by mistake.

## An article

article = Article
article-gone = Your clinic took this article out. See what else there is to read.
article-reviewed = Reviewed by { $name }, { $day }
article-known = What we know
article-studies = What studies found
article-unknown = What is not known
article-risks = Risks
article-ask = Ask your clinic
article-sources = Where this comes from
article-sources-note = Pages of other clinics show what is common. They do not show what is safe.
# Read aloud before the small numbers behind a sentence.
article-source-numbers = Sources:
article-version = From your clinic, version { $version }
add-to-questions = Add to my questions
on-my-list = On my list

## My questions

my-questions = My questions
my-questions-about = Write down what you want to ask your clinic
my-questions-open = { $count ->
    [0] My questions
    [one] My questions (1)
   *[other] My questions ({ $count })
}
my-questions-lead = Only on this phone. Take it with you to your meeting.
my-questions-none = There is no question here yet. Write down what you want to ask, big or small.
my-questions-tick = Tick a question once you have asked it.
my-questions-asked = Asked
question-label = What do you want to ask?
question-words = Your question
question-change = Change
question-remove = Remove
question-from = From “{ $title }”
question-added = Added to your questions
question-removed = Question removed
question-back = The question is back
