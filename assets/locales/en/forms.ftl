### Filling in a form, question by question.

forms = Your forms
forms-short = Forms
form-short = Form
forms-lead = Forms from your clinic: what is due, what you began and what you sent.
see-forms = See your forms
forms-none = Nothing here yet. When your clinic asks you to fill in a form, it will be on this page.
forms-due = Due now
forms-open = Not finished
forms-done = Finished
forms-not-sent = Not sent
form-until = You can go on until { $time }.
form-given-up = Started { $time }. It was not sent. That is all right.
form-finished-at = { $time }
form-unnamed = A form from your clinic

form-begin = Begin
form-length =
    { $count ->
        [one] 1 question.
       *[other] { $count } questions.
    }
form-length-about = About { $count } questions. Some depend on your answers.
form-pace = Take your time. You can stop and go on later.
form-kept = Each answer is saved on this phone.
form-who-reads = Your answers go to your clinic when you send them.
form-who-reads-practice = This is practice: your answers stay on this phone.
form-keep-for = If you stop, you can go on for 7 days after your last answer.
form-language = The clinic wrote this form in another language.
form-copyright = About this form

form-step = Question { $at } of { $of }
form-step-about = Question { $at } of about { $of }
form-page = Page { $at } of { $of }
form-page-about = Page { $at } of about { $of }
form-saving = Saving…
form-saved = Saved on this phone
form-not-saved = Not saved yet. Change an answer here, or press Next, to try again.
form-next = Next
form-back = Back
form-to-review = See all your answers
form-stop = Save and stop
form-stopped = Your answers are saved on this phone. You can go on later.
form-required = Your clinic needs an answer here.
form-calculated = Cairn works this out from your answers.
form-read-only = You cannot change this here.
form-no-value = Nothing yet
form-answer = Your answer

form-yes = Yes
form-no = No
form-clear = Clear my answer
form-choose-many = Choose all that fit.
form-choose-empty = No answer
form-own-words = Or in your own words
form-add = Add another
form-remove = Remove
form-remove-nth = Remove number { $nth }
form-nth = Number { $nth }
form-add-group = Add another: { $name }
form-remove-group = Remove this one
form-group-nth = { $name }, number { $nth }
form-day = Day
form-month = Month
form-year = Year
form-date-hint = You may leave out the day, or the day and the month.
form-time = Time
form-time-hint = For example 9:15 am or 14:30.
form-at-most = At most { $count } letters.
form-url-hint = A web address, for example https://example.org.
form-unit = Unit
form-amount = How much
form-slider-none = No answer yet. Move the slider, or press it once.
form-slider-value = Your answer: { $value }
form-file-choose = Choose a file
form-file-other = Choose another file
form-file-hint = A picture or a PDF, no larger than { $size } MB.
form-file-hint-types = No larger than { $size } MB. Your clinic takes: { $types }.
form-file-chosen = { $name } ({ $size } KB)
form-file-too-large = This file is larger than { $size } MB. Choose a smaller one, or bring it to your clinic.
form-file-unread = Cairn cannot read this file. Choose another one.
form-file-type = Your clinic does not take this kind of file. Choose another one.
form-file-empty = This file is empty. Choose another one.

form-problem-missing = Answer this to go on.
form-problem-number = Write a whole number here, such as 12.
form-problem-decimal = Write a number here, such as 12.5.
form-problem-date = This is not a day we know. Check the day, month and year.
form-problem-time = This is not a time we know. Write it like 9:15 am or 14:30.
form-problem-not-answer = This answer does not fit the question. Choose or write another one.
form-problem-few = Give at least { $count } answers here.
form-problem-many = Give at most { $count } answers here. Remove some.
form-problem-small = This must be { $least } or more.
form-problem-large = This must be { $most } or less.
form-problem-early = This must be { $least } or later.
form-problem-late = This must be { $most } or earlier.
form-problem-short = Write at least { $count } letters.
form-problem-long = This is too long. Use at most { $count } letters.
form-problem-decimals =
    { $count ->
        [0] Write a whole number here.
       *[other] Use at most { $count } digits after the point.
    }
form-problem-alone = One of these stands alone. Choose it, or the others.
form-problem-no-rule = Cairn cannot check this answer. You can still go on.
form-problems-here =
    { $count ->
        [one] 1 answer needs another look.
       *[other] { $count } answers need another look.
    }

form-review = Your answers
form-review-lead = Read them through. You can change each one.
form-no-answer = No answer
form-change = Change
form-send = Send to your clinic
form-send-practice = Finish
form-thanks = Thank you
form-thanks-lead = Your form is ready for your clinic.
form-thanks-practice = This is practice. Your answers stay on this phone.
form-thanks-scores = What it adds up to
form-partial = { $answered } of { $of } answered, no total
form-total = { $total } of { $most }
form-band = { $source } calls a total of { $from } to { $to } “{ $words }”.
form-scores-mean = A number does not say who you are. Your clinic reads it with all it knows. If you have questions, talk with them.
form-see-answers = See my answers
form-done = Done
form-undone = Not sent. Your answers are as they were.
form-finished = Your form is finished

form-refused = Cairn cannot show this form
form-refused-lead = Cairn does not understand a part of it. So that no question is left out, it shows none of them.
form-refused-next = Call your clinic. Tell them that Cairn cannot show this form. They can give it to you in another way.
form-unknown = This form is not on this phone
form-unknown-lead = Your clinic may still be sending it. Try again later, or call your clinic.
form-no-number = No number of your clinic is on this phone yet. You find other numbers under Help.
