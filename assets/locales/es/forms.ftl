### Filling in a form: questions, answers, review.
