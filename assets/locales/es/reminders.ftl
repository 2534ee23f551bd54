### Recordatorios: qué suena y por qué, qué se puede elegir, y las palabras fuera de la aplicación.

reminders = Recordatorios
reminders-lead = Elige qué te recuerda Cairn y cuándo.
see-reminders = Ver recordatorios

## En la pantalla bloqueada. Nada aquí dice para qué es Cairn.

reminder-plain = Tienes un recordatorio
reminder-with-time = Tienes un recordatorio: { $time }
reminder-test = Esto es una prueba. Tienes un recordatorio
reminder-open = Abrir
reminder-later = En 10 minutos

## De qué trata un recordatorio.

about-cut-off = { $what }: { $time }
about-visit = { $visit }. Hora de llegada: { $time }.
about-visit-start = { $visit }. Empieza: { $time }.
time-in-city = { $time } en { $city }
about-task = Por hacer: { $title }
about-check-in = Tu registro de cómo estás
about-questions = Preguntas de tu clínica

## El próximo.

next-reminder = Próximo recordatorio
why-it-rings = Por qué
now-due = Es la hora
nothing-rings = No hay nada que suene en las próximas 4 semanas.
rings-not-known = El plan de tu clínica todavía no llegó. Tus recordatorios estarán aquí cuando llegue.
rings-not-shown = Tu clínica envió algo que no podemos mostrar
rings-not-shown-next = Puede haber más que saber de lo que está en esta página. Llama a tu clínica y pregunta.
rings-practice = En la práctica nada suena fuera de Cairn. Solo la prueba.
clocks-differ = Suenan según el reloj de este teléfono. Las horas dentro de ellos son de la clínica ({ $city }).
put-off = Otra vez en 10 minutos
put-off-done = Vuelve en 10 minutos.
put-off-too-late = En 10 minutos sería tarde. Se queda como está.

## Cuando el sistema no deja sonar a Cairn.

ring-denied = Este aparato no deja sonar a Cairn
ring-denied-next = Abre los ajustes. Busca los avisos y deja que Cairn los dé.
ring-no-service = Aquí aún no se ven los avisos
ring-no-service-next = Aquí no hay un servicio de notificaciones en marcha. Pide que lo inicien a quien cuida esta computadora.
ring-not-running = Los recordatorios no están en marcha
ring-not-running-next = Cierra Cairn y ábrelo de nuevo.
ring-not-here = Cairn todavía no puede sonar en este aparato
ring-not-here-next = Pon una alarma en tu reloj para lo más importante.
ring-list-below = Hasta entonces, mira la lista de esta página.

## Lo que se puede elegir.

kinds-title = Para qué suena
kind-cut-off = Última comida y última bebida
kind-session = Antes y después de una sesión
kind-visit = Otras visitas
kind-task = Cosas por hacer
kind-check-in = Registros de cómo estás
kind-time = { $kind }: hora
kind-time-clinic = { $kind }: hora de la clínica ({ $city })
quiet-title = Horas de silencio
quiet-lead = Entonces nada suena. La última hora para comer o beber suena antes.
quiet-clinic = Las de tu clínica: { $from } a { $to }
quiet-clinic-none = Las de tu clínica (no hay)
quiet-own = Las mías
quiet-none = Ninguna
quiet-from = Silencio desde
quiet-to = Silencio hasta
locked-title = Con el teléfono bloqueado
locked-lead = Quien vea la pantalla puede leer un recordatorio.
show-details = Mostrar de qué trata
show-details-lead = Si lo activas, palabras de tu plan pueden estar en la pantalla. Pueden hablar de tus visitas, comida, bebida o cosas por hacer.
preview = Se ve así

## La lista y la prueba.

coming-title = Lo que viene
coming-all = Ver los { $count }
test-reminders = Probar mis recordatorios
test-lead = En un momento debe aparecer un cuadro en esta pantalla. Dice “{ $words }”.
test-not-seen = ¿No apareció nada? Mira los ajustes de notificaciones de este aparato, y si “No molestar” está activado.
test-sent = La prueba está en camino.
