### Visits.

consultation = Primera charla
intake-visit = Primera visita
preparation-meeting = Reunión de preparación
session = Sesión
integration-session = Sesión de integración
visit = Visita
visit-name-short = Visita
your-consultation = Tu primera charla
your-intake-visit = Tu primera visita
your-preparation-meeting = Tu reunión de preparación
your-session = Tu sesión
your-integration-session = Tu sesión de integración
your-visit = Tu visita

arrive-at = Llega: { $time }
starts-at = Empieza: { $time }
no-time-yet = Todavía no hay hora
clinic-clock = Hora de la clínica ({ $city }). Tu teléfono muestra otra.

visit-asked-for = Pediste esta visita. Tu clínica todavía no la confirmó.
visit-waiting = Estás en la lista para una hora más temprana.
visit-under-way = Esta visita está en curso.
visit-took-place = Esta visita ya fue.
visit-gone = No podemos mostrar esta visita. Llama a tu clínica.
visit-cancelled = Esta visita se canceló.

when = Cuándo
where = Dónde
no-place = Tu clínica no envió un lugar. Llama y pregunta.
open-map = Abrir en mapas
who = Quién estará
clinic-wrote = Tu clínica escribió
questions = ¿Preguntas, o llegas tarde?

calendar-title = Tu calendario
calendar-entry = Cita
calendar-what = Pon una línea en tu calendario: «{ $title }», { $moment }. No dice para qué.
calendar-same = Hiciste un archivo de calendario para { $moment }.
calendar-had = En tu calendario puede estar { $moment }
calendar-now = Ahora es { $moment }. Haz un archivo nuevo y ábrelo: toma el lugar de la línea vieja.
calendar-not-then = Tu clínica no te espera a esa hora. Haz un archivo y ábrelo: tu calendario quita la línea, o la marca como cancelada.
calendar-place = Nombrar también el lugar en el calendario
calendar-add = Hacer un archivo de calendario
calendar-again = Hacer el archivo otra vez
calendar-change = Hacer un archivo nuevo
calendar-take-out = Hacer un archivo que la quita
calendar-busy = Haciendo el archivo…
calendar-made = El archivo de calendario está hecho
calendar-then = Ábrelo, y tu calendario pregunta qué hacer.
calendar-not-opened = Tu teléfono no lo abrió. Ábrelo tú, con tu calendario.
calendar-open = Abrirlo ahora
