### The day of a session: its page, the questions, the driver, centering, soft mode, and the card after it.

session-today = Tu sesión es hoy
session-here = Tu sesión
session-where = A dónde ir
session-food = Comida y bebida
food-unknown = Llámanos y pregunta hasta cuándo puedes comer y beber.
eat-nothing = Ahora nada de comer ni de beber
eat-no-food = Ahora nada de comer
eat-no-large-meal = Ya no comas mucho ni con grasa
ate-call = ¿Comiste algo? Llámanos.
session-by = hasta: { $when }
session-bring = Qué llevar
session-call = Llama a tu clínica

session-prepare-about = Comida, bebida, medicamentos y qué llevar
my-ride = Tu regreso a casa
ride-none = Todavía no está
ride-open = { $name }. Todavía sin confirmar.
ride-set = { $name }. Confirmado.
set-ride = Organiza tu regreso a casa
questions-today = Preguntas cortas para hoy
questions-left = { $count ->
    [one] Queda 1 pregunta
   *[other] Quedan { $count } preguntas
}
questions-kept = Respondidas
questions-call = Llámanos por tus respuestas
answer-questions = Responde { $count ->
    [one] 1 pregunta corta
   *[other] { $count } preguntas cortas
}
centering = Centrarse
centering-about = Respira, descansa y lee otra vez tu frase
find-quiet = Busca un minuto de calma
after-session = Después de la sesión
after-session-about = Cuando termine, por ejemplo camino a casa, esta página se vuelve muy simple.
rest-now = Descansar ahora

## What the clinic measured

measured = Lo que midió tu clínica
measured-lead = Tu clínica mira estos números contigo.
vital-pressure = Presión
vital-pulse = Pulso
vital-oxygen = Oxígeno
vital-temperature = Temperatura
vital-breathing = Respiraciones

## The questions

readiness-title = Preguntas para hoy
readiness-lead = Tus respuestas se quedan en este teléfono. Responde con sinceridad y llámanos si no estás seguro.
ask-ate = ¿Comiste algo después de esta hora: { $when }?
ask-ate-unknown = ¿Comiste algo después de la hora que puso tu clínica?
ask-drank = ¿Bebiste algo después de esta hora: { $when }?
ask-drank-unknown = ¿Bebiste algo después de la hora que puso tu clínica?
ask-drank-hint = Di que sí también si tomaste una bebida que no es clara después de tu última comida.
ask-ate-later = Te preguntaremos si comiste desde esta hora: { $when }.
ask-drank-later = Te preguntaremos si bebiste desde esta hora: { $when }.
ask-driver = ¿Hoy te lleva a casa una persona adulta?
ask-medicine = ¿Tomas algo nuevo que tu clínica aún no sabe?
ask-unwell = ¿Estás enfermo, o puede que haya un embarazo?
yes = Sí
no = No
call-us = Llámanos
call-us-lead = Tu clínica necesita saberlo. Ellos te dirán qué hacer.
answers-kept = Tus respuestas están guardadas
clinic-decides = Tu clínica decide cuando estés allí.
back-to-session = Volver a tu sesión

## The driver

driver-lead = ¿Quién te lleva a casa después de la sesión? Tiene que ser una persona adulta que te acompañe en el camino.
driver-name = Nombre
driver-phone = Número de teléfono
driver-name-first = Primero escribe un nombre.
driver-suggested = Esta persona ya te llevó a casa antes. Pregúntale otra vez.
driver-confirm = Mi regreso está confirmado
driver-set = Tu regreso a casa está confirmado
driver-told = Tu clínica lo recibe, así sabe quién viene.
driver-told-practice = Es práctica: no se avisa a nadie.
driver-change = Cambiar
driver-off = Ya no está confirmado
hand-off = Para la persona que te lleva
hand-off-lead = Envíale esto. No dice para qué es tu visita.
hand-off-left-out = Quitamos algunas palabras de tu clínica que dicen para qué es tu visita.
hand-off-none = Tu visita no tiene una hora que podamos mostrar. Llama a tu clínica.
hand-off-copy = Copiar el texto
hand-off-copied = Copiado
hand-off-selected = El texto está marcado. Cópialo como lo haces en este aparato.
hand-off-sms = Enviar por mensaje de texto
hand-off-mail = Enviar por correo electrónico
hand-off-subject = Llevarme a casa
hand-off-hello = Hola, { $name }. Gracias por llevarme a casa después de mi cita.
hand-off-hello-nobody = Gracias por llevarme a casa después de mi cita.
hand-off-when = Por favor, ven entre estas horas: { $from } y { $to }, { $day }.
hand-off-clock = Son horas de { $city }.
hand-off-where = El lugar: { $place }.
hand-off-ask-where = Te diré el lugar.
hand-off-call = Si llegas tarde o no puedes venir, llama al { $number }.
hand-off-do = Lo que me dijeron para después:
hand-off-wait = Lo que me dijeron que no haga. Hasta: { $until }.

## Centering

centering-lead = Usa lo que te guste y deja el resto.
my-sentence = Tu frase
breathing = Respirar despacio
breathing-lead = Inhala, espera, exhala, espera. Cada paso dura 4 segundos. Para cuando quieras.
breathing-start = Empezar a respirar
breathing-stop = Parar
breathe-in = Inhala
breathe-hold = Espera
breathe-out = Exhala
breathe-rest = Espera, sin aire
timer = Reloj de calma
timer-lead = Siéntate o acuéstate. Mira la pantalla cuando quieras: ahí dice si el tiempo terminó.
timer-minutes = { $count } min
timer-how-long = ¿Cuánto tiempo?
timer-start = Empezar el reloj
timer-stop = Parar el reloj
timer-until = Hasta: { $time }
timer-left = { $count ->
    [one] Queda menos de 1 minuto
   *[other] Quedan { $count } minutos
}
timer-over = El tiempo terminó. Respira una vez antes de seguir.
vr = Centrarse con realidad virtual
vr-about = Algunas clínicas la ofrecen. Pregunta en la tuya cuando estés allí.
settled = Lo que me calmó
settled-lead = Escribe lo que te ayudó. Lo verás aquí la próxima vez.
settled-words = Lo que ayudó
settled-keep = Guardarlo
settled-kept = Guardado para la próxima vez
settled-remove = Quitar

## Soft mode

soft-title = Ahora puedes descansar.
soft-lead = No tienes que hacer nada.
soft-words = Escribir unas palabras
soft-words-title = Unas palabras, imágenes, sentimientos.
soft-words-lead = No hace falta explicar.
soft-words-label = Tus palabras
soft-words-kept = Lo que escribes se guarda en este teléfono mientras escribes.
soft-back = Volver al descanso
soft-card = Tu tarjeta para hoy
soft-must-call = Tu clínica cambió algo que no podemos mostrar. Llámales.
soft-leave = Mostrar toda la aplicación

## The card of the first day

card-title = Tus primeras 24 horas
card-until = Hasta: { $when }
card-open = Tu tarjeta hasta: { $when }
card-do = Haz
card-dont = Espera con esto hasta entonces
card-dont-lead = No:
card-instead = ¿Necesitas algo de esta lista? Pregunta a tu persona adulta o llámanos.
card-expect = Lo que puedes sentir
card-clinic = Llama a tu clínica por
card-emergency = Llama al número de emergencia por
card-over = Esta tarjeta terminó. ¿Preguntas? Llama a tu clínica.
card-unreadable = No podemos mostrar las palabras de tu clínica para hoy. Llámales.
