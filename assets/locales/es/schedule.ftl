### Lo que la clínica quiere saber, y hasta cuándo.

asked-now = Tu clínica pregunta
asked-check-in = Contar cómo estás
asked-side-effects = Cómo está tu cuerpo
asked-intention = Leer lo que quieres llevar
asked-mood-form = Preguntas sobre tu ánimo ({ $name })
asked-worry-form = Preguntas sobre tus preocupaciones ({ $name })
asked-both-form = Preguntas sobre tu ánimo y tus preocupaciones ({ $name })
asked-until = Hasta { $when }
asked-if-you-like = Solo si quieres.
asked-begin = Empezar
asked-read = Leer
not-this-time = Esta vez no
skipped = Esta vez queda en blanco. Está bien así.
asked-again = Está otra vez en la lista
to-do-form = Llenar
