### What the clinic would like to hear, and until when.

asked-now = Your clinic asks
asked-check-in = Check in
asked-side-effects = How your body feels
asked-intention = Read what you want to bring
asked-mood-form = Mood questions ({ $name })
asked-worry-form = Worry questions ({ $name })
asked-both-form = Mood and worry questions ({ $name })
asked-until = Until { $when }
asked-if-you-like = Only if you like.
asked-begin = Begin
asked-read = Read
not-this-time = Not this time
skipped = Left out this time. That is all right.
asked-again = Back on the list
to-do-form = Fill in
