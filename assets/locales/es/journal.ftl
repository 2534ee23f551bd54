### The journal: its pages, writing on one, how it read before, and the story of a session.

journal = Diario
journal-yours = Tu diario
journal-entry = Página del diario
journal-open = Abrir el diario
journal-begin = Empezar una página
journal-private = Lo que escribes aquí se queda en este teléfono. Nadie lo lee si tú no lo compartes.
journal-write = Escribir
journal-write-here = Escribir en tu diario
journal-prompts = O empieza con una pregunta
journal-more-prompts = Más preguntas
journal-pages = Tus páginas
journal-none = Aún no hay páginas. Aquí verás lo que escribas, lo más nuevo primero.
journal-blank = Una página vacía
journal-gone = Esta página ya no está aquí.

## Parts of the story of a session.

journal-before = Antes de tu sesión
journal-raw = El día de tu sesión
journal-after = Los días siguientes
journal-later = Semanas después
journal-other = Otras páginas
# $day: "3 de diciembre"
journal-before-on = Antes de tu sesión del { $day }
journal-raw-on = El día de tu sesión, { $day }
journal-after-on = Los días después de tu sesión del { $day }
journal-later-on = Semanas después de tu sesión del { $day }
# $day: "3 de diciembre"
journal-session = Sesión del { $day }
journal-session-unknown = Una sesión sin fecha

## Writing on a page.

journal-words = Tus palabras
journal-kept = Se guarda en este teléfono mientras escribes.
journal-not-saved = Todavía no está guardado. Tus palabras siguen en esta pantalla. Probamos otra vez cada pocos segundos. Si este teléfono está lleno, quita algo que no necesites.
journal-intention = Antes de tu sesión escribiste:
journal-mood-add = Añadir tu ánimo
journal-mood-question = ¿Cómo está tu ánimo?
# $mood: a number from 0 to 10
journal-mood-is = Ánimo { $mood }
journal-mood-forget = Quitar el ánimo
journal-question = Elegir una pregunta
journal-other-question = Otra pregunta
journal-no-question = Sin pregunta
journal-which-session = ¿De qué sesión trata?
journal-no-session = Ninguna sesión
journal-remove = Borrar esta página
journal-removed = Página borrada
journal-back = La página está de vuelta

## How a page read before.

# $count: how many
journal-earlier = Versiones de antes ({ $count })
journal-earlier-title = Versiones de antes
journal-earlier-lead = Cuando cambias una página, guardamos cómo era antes. Puedes traer una versión de vuelta. Lo que hay ahora también se guarda.
journal-now = Como está ahora
# $when: a time with its day
journal-until = Hasta { $when }
journal-bring-back = Traer esta versión de vuelta
journal-earlier-delete = Borrar esta versión
journal-earlier-sure = ¿Borrar esta versión?
journal-earlier-final = Solo se borra esta versión. La página y sus otras versiones se quedan. Esto no se puede deshacer.
journal-earlier-yes = Borrarla
journal-earlier-deleted = Esta versión está borrada
journal-brought-back = Esta versión está de vuelta

## The story of a session.

journal-stories = Tus sesiones
journal-story = Leer la historia de esta sesión
journal-story-title = La historia de tu sesión
journal-story-short = Historia
journal-story-none = Aún no has escrito sobre esta sesión.
journal-open-page = Abrir esta página
# $when: a time with its day
journal-meant = Lo que querías llevar, { $when }
