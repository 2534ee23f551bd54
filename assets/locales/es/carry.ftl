### Del diario a la vida: frases marcadas, pasos pequeños, prácticas y la página para la próxima sesión.

carry = Para tu día a día
keep-for-session = Guardar para mi próxima sesión

## Lo marcado en una página

insights = Lo que me importa
insights-none = Marca las palabras que te importan. Pueden ser el comienzo de un paso pequeño.
mark-sentence = Leer y marcar
insight-keep = Guardar lo que me importa
insight-kept = Guardado, palabra por palabra. Está debajo de tu página.
insight-not-kept = Las palabras han cambiado. Selecciónalas otra vez y pulsa Guardar.
insight-step = Convertirla en un paso pequeño
insight-unmark = Quitar la marca
insight-unmarked = La marca ya no está
insight-back = La frase está marcada otra vez
keep-page = Guardar toda esta página para mi próxima sesión

mark-title = Marca lo que importa
mark-short = Marcar
mark-lead = Selecciona palabras y pulsa Guardar lo que me importa. Quedan palabra por palabra, aunque luego cambies la página.
mark-none = Todavía no hay palabras en esta página.
mark-sentences = Marcar frases enteras de una lista
mark-earlier = Es de una versión anterior de la página.
mark-none-next = Escribe unas pocas. Luego las marcas aquí.
mark-more = Mostrar más frases
mark-others = Marcado antes de cambiar el texto
mark-done = Volver a la página

## Pasos pequeños

steps = Pasos pequeños
steps-about = Una cosa que quieres hacer
steps-lead = Un paso pequeño cada vez es suficiente. Solo tú lo ves.
steps-none = Aún no hay ningún paso. Un paso dice cuándo y qué vas a hacer.
steps-done = Hecho
step-choose = Elegir un paso pequeño
step-another = Añadir otro
step-look = Ver el paso
step-look-back = ¿Cómo te fue?
step-sentence = Cuando { $cue }, voy a { $deed }.
step-for = Para { $day }
step-for-at = Para { $day }. Aviso: { $time }.
step-was-for = El día para esto era { $day }.
step-done-at = Hecho { $time }

step-new = Un paso pequeño
step-one = Tu paso pequeño
step-new-lead = Elige una hora o un lugar, y una cosa pequeña. Tan pequeña que sea fácil en un día malo.
step-when = Cuando
step-when-hint = Una hora o un lugar. Por ejemplo: me despierte
step-will = Voy a
step-will-hint = Una cosa pequeña. Por ejemplo: abrir la ventana y respirar tres veces
step-day = ¿Qué día?
step-no-day = Ningún día
step-reminder = ¿Un aviso?
step-no-reminder = Sin aviso
step-remind = Avisarme
step-remind-hint = El teléfono solo dice que tienes un aviso.
step-stays = Se queda en este teléfono.
step-both-halves = Escribe primero las dos partes de la frase.
step-save = Guardar este paso
step-saved = Tu paso está guardado. Lo encuentras en Pasos pequeños.
step-saved-here = Tu paso está guardado.

step-what-now = ¿Qué quieres hacer con él?
step-go-on = ¿Quieres seguir con él?
step-any = Puedes elegir cualquiera. Ninguna opción es mejor que otra.
step-keep = Dejarlo como está
step-shrink = Hacerlo más pequeño
step-change = Cambiarlo
step-done = Ya está hecho
step-keep-title = Dejarlo, ¿para qué día?
step-shrink-title = Hacerlo más pequeño
step-change-title = Cambiarlo
step-kept = Se quedó como estaba
step-shrunk = Más pequeño
step-changed = Cambiado
step-read-before = Antes:
step-was-done = Hecho
step-kept-told = El paso queda como está
step-changed-told = El paso está cambiado
step-done-told = El paso está hecho
step-as-before = El paso está como antes
step-before = Cómo era antes
step-from = Salió de esta frase:
look-back-title = Mirar atrás cada semana
look-back-remind = Recuérdame mirar atrás
look-back-day = Día
look-back-time = Hora
look-back-says = El teléfono solo dice que tienes un recordatorio. Suena mientras hay un paso abierto.
step-remove = Quitar este paso
step-removed = Paso quitado
step-back = El paso está de vuelta
step-gone = Este paso ya no está aquí.

about-look-back = Mirar atrás a tus pasos
about-step = Tu paso pequeño
kind-step = Pasos pequeños

## Prácticas

practices = Cosas para probar
practices-about = Sentarte, respirar, dibujar, caminar
practices-lead = Elige una, si quieres. Aquí no hay ninguna meta.
practices-minutes = Tu clínica propone más o menos { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
}.
practice-sit = Sentarse en silencio con una campana
practice-sit-about = Siéntate o túmbate. Suena una campana al empezar y al terminar.
practice-view = Una vista tranquila
practice-view-about = Colinas, agua y una luz lenta para mirar. No hacen falta gafas.
practice-draw = Dibujar
practice-draw-about = Formas y colores en una página nueva. No tiene que parecerse a nada.
practice-walk = Caminar fuera
practice-walk-about = Sal y camina despacio. Mira lo que está lejos y lo que está cerca.
practice-music = Escuchar música
practice-music-about = Pon música que te dé calma. Túmbate o muévete con ella.
practice-stretch = Estirarse
practice-stretch-about = Muévete despacio y para antes de que duela.
practice-talk = Hablar con alguien
practice-talk-about = Llama o ve a alguien de confianza. Tú eliges lo que cuentas.
talk-help = Si necesitas a alguien ahora mismo, pulsa Ayuda.
practice-vr = Realidad virtual en tu clínica
practice-vr-about = Te pones unas gafas y ves un lugar tranquilo. Tu clínica las tiene y se queda contigo.
practice-clinic-about = Lo propone tu clínica.
vr-next = Pregunta por ello en tu próxima visita
draw-begin = Abrir una página nueva

view-open = Abrir la vista
view-leave = Volver
view-shows = Colinas y agua bajo una luz suave

bell = Campana
bell-off = Apagada
bell-soft = Suave
bell-clear = Clara
timer-was-over = Terminó: { $time }.
sitting-ended = Tu reloj terminó: { $time }. ¿Qué te ayudó?
sitting-go = Ver el reloj
sitting-note = Escribir una línea
sitting-nothing = Nada que escribir

helped = ¿Qué te ayudó?
helped-label = Una línea, si quieres
helped-where = Solo tú ves esto. Puedes dejarlo vacío.
helped-keep = Añadir a mi lista
helped-before = Lo que ayudó antes
practised = Lo que ayudó
practised-lead = Tu propia lista, lo más nuevo primero.
practised-none = Aún no hay nada. Cuando pruebes una, puedes anotar lo que ayudó.
practised-at = { $practice }. { $when }
practised-for = { $practice }, { $count } min. { $when }
practised-kept = Añadido a tu lista
practised-remove = Quitar
practised-removed = Quitado de tu lista
practised-back = Está otra vez en tu lista

## La próxima sesión de integración

for-session = Para mi próxima sesión
for-session-title = Para mi próxima sesión de integración
for-session-about = Lo que quieres llevar y hablar
for-session-lead = Aquí está lo que guardaste para tu próxima sesión. Puedes leerlo en voz alta, mostrarlo o imprimirlo.
for-session-stays = Nada de esta página se comparte solo. Se queda en este teléfono.
for-session-no-visit = No hay ninguna sesión de integración prevista.
for-session-none = Aún no guardaste nada.
for-session-how = En cada página de tu diario puedes guardar para ella una frase o toda la página.
for-session-more = Añadir algo
for-session-add = Guardarlo para mi próxima sesión
for-session-let-go = Quitarlo de esta página
for-session-open = Abrir mi página para ella
session-soon-tomorrow = Tu sesión de integración es mañana
session-soon-today = Tu sesión de integración es hoy
session-soon-lead = Guardaste algo para hablar de ello.
