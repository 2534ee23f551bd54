### Finding a time, asking for it, moving and cancelling a visit.

book = Pedir una visita
book-short = Horas
book-kind-lead = ¿Para qué es la visita?
book-about-consultation = Una primera charla. Preguntas, y tu clínica responde.

## Find a time

book-find = Busca una hora
book-find-other = Buscar otra hora
book-keep = Tienes { $moment }, hasta que tu clínica diga sí a otra hora.
book-keep-visit = Tienes tu visita hasta que tu clínica diga sí a otra hora.
book-looking = Preguntando a tu clínica por horas libres…
book-as-of = Horas libres, vistas: { $time }
book-old = Estas horas se vieron: { $time }
book-old-ask = Quizás ya no todas están libres. Puedes pedir una igual.
book-old-trouble = Estas horas se vieron: { $time }. Quizás ya no todas están libres. Puedes pedir una igual.
book-old-one = Esto se vio: { $time }
book-old-this = Quizás ya no está libre. Tu clínica dice si lo está.
book-none-known = Todavía no sabemos de horas libres.
book-again = Mirar otra vez
book-narrow = Mostrar: { $what }
book-part = Parte del día
book-any-part = Todo el día
book-morning = Mañana
book-afternoon = Tarde
book-evening = Noche
book-whom = Con quién
book-anybody = Con quien sea
book-place = Dónde
book-any-place = En todos los lugares
book-with-names = Con { $names }
book-clock = Las horas son las de { $city }. Tu teléfono muestra otra hora.
book-phone-clock = { $time } en tu teléfono
book-both-clocks = Hora de { $city }. En tu teléfono es { $moment }.
book-none = No hay horas libres en las próximas { $weeks } semanas
book-none-next = Mira más adelante, o llama a tu clínica.
book-none-fit = Ninguna hora libre es como la buscas
book-show-all = Ver todas las horas
book-none-offered = Ahora no hay una hora que puedas pedir. Abajo dice por qué.
book-further = Mirar más adelante
book-unreadable = { $count ->
    [one] Hay 1 hora más que no podemos mostrar. Llama a tu clínica y pregunta.
   *[other] Hay { $count } horas más que no podemos mostrar. Llama a tu clínica y pregunta.
}
book-call = ¿Quieres llamar?
book-not-granted = Todavía no puedes pedir visitas en Cairn
book-not-granted-next = Sal y entra otra vez para permitirlo. Si sigue así, llama a tu clínica.
book-practice = Práctica: lo que pides se queda en este teléfono. Nadie responde.

## Why a time is not offered

book-not-offered = { $count ->
    [one] Hay 1 hora que no se ofrece. Mira por qué
   *[other] Hay { $count } horas que no se ofrecen. Mira por qué
}
book-no-past = Esta hora ya empezó.
book-no-soon = Tu clínica necesita más tiempo. Puedes pedir horas después de esta: { $moment }.
book-no-people = Para esta visita hacen falta { $needed } personas de tu clínica. Una de ellas no está libre.
book-no-rules = No podemos leer las reglas de tu clínica para esta visita. Llama.
book-no-busy = Ya tienes otra visita a esa hora: { $moment }.
book-no-preparation = { $needed ->
    [one] Antes va una reunión de preparación. Pide primero esa.
   *[other] Antes van { $needed } reuniones de preparación. Pide primero esas.
}
book-no-after = Esta reunión va antes de tu sesión: { $moment }.
book-no-near = Tu clínica quiere { $days } días entre dos sesiones. Ya tienes una: { $moment }.
book-no-session = Esta visita va después de una sesión. Antes de ella no tienes sesión.
book-no-window = Tu clínica quiere esta visita entre { $from } y { $until }.
book-no-window-day = Tu clínica quiere esta visita el { $day }.
book-not-this = No puedes pedir esta hora

## Ask for this time

book-ask = Pedir esta hora
book-move-title = Mueve tu visita
book-move = Pedir que se mueva aquí
book-the-time = Esta hora
book-next = Qué pasa después
book-next-sent = Tu clínica recibe lo que pides.
book-next-waits = Si no hay red, espera en este teléfono. Después tu clínica lo recibe.
book-next-answer = Dicen sí o no. Lo lees aquí y en Hoy.
book-next-not-yours = Hasta que digan sí, esta hora no es tuya. Otra persona puede tenerla antes.
book-next-kept = Hasta que digan sí, esta hora no es tuya. Nadie más la tiene mientras tu clínica la guarda para ti.
book-keep-asking = Pedimos a tu clínica que guarde esta hora para ti mientras decides.
book-kept = Tu clínica guarda esta hora para ti mientras decides.
book-kept-until = Tu clínica guarda esta hora para ti hasta: { $time }. Decide sin prisa.
book-kept-until-phone = Tu clínica guarda esta hora para ti hasta: { $time } en el reloj de tu teléfono. Decide sin prisa.
book-kept-over = Tu clínica guardó esta hora para ti hasta: { $time }. Ahora otra persona puede tenerla. Puedes pedirla igual.
book-kept-over-phone = Tu clínica guardó esta hora para ti hasta: { $time } en el reloj de tu teléfono. Ahora otra persona puede tenerla. Puedes pedirla igual.
book-add-words = Añadir unas palabras
book-words = ¿Algo que tu clínica deba saber?
book-time-away = Esta hora ya no está en la lista
book-time-away-next = Elige otra. No se pidió nada.
book-other-times = Ver todas las horas libres
book-asked-already = Ya pediste esto
book-asked-already-next = Primero retira eso, o espera a tu clínica.
book-call-instead = Tu clínica quiere que llames
book-notice-until = Tu clínica quiere saber de un cambio antes de esta hora: { $moment }.
book-notice-late = Tu clínica quería saber de un cambio antes de esta hora: { $moment }
book-notice-late-next = Aquí todavía puedes pedirlo. Llama también, por favor.
book-notice-call-next = Es tarde para cambiar esta visita aquí. Llama, por favor.

## What was asked for

wishes = Lo que pediste
wish-short = Pedido
wishes-yours = Te toca a ti
wishes-none = Cuando pides una hora, está aquí con la respuesta de tu clínica.
wishes-open = Sin respuesta todavía
wishes-ended = Con respuesta
wish-before = Antes de: { $moment }
wish-see = Ver lo que pediste
wish-here = Todavía no se envió
wish-here-lead = Espera en este teléfono y se envía cuando hay red. Tu clínica todavía no lo sabe.
wish-held = Guardada para ti. Todavía no se envió.
wish-held-lead = Tu clínica guarda esta hora para ti hasta: { $time }. Nadie más la tiene antes.
wish-held-waits = Lo que pediste espera en este teléfono y se envía cuando hay red.
wish-asked = Pedida. Todavía sin confirmar.
wish-asked-lead = Tu clínica lo tiene desde: { $time }. Lees la respuesta aquí y en Hoy.
wish-not-yours = Esta hora no es tuya hasta que digan sí.
wish-on-list = En la lista para una hora antes
wish-on-list-lead = Tu clínica lo tiene desde: { $time }. Si queda libre una hora, te la pueden ofrecer.
wish-unreadable = Tu clínica cambió esto y no podemos mostrarlo
wish-unreadable-next = Llama y pregunta qué dijeron. Abajo está lo que pediste.
wish-is-offered = Tu clínica te ofrece esta hora
wish-offered-lead = La guardan para ti hasta que respondas.
wish-offered-more = Di sí, o déjala pasar.
wish-take = Tomar esta hora
wish-let-pass = Dejarla pasar
wish-took = Dijiste sí. Cuando tu clínica tenga tu respuesta, lo confirma.
wish-passed = La dejaste pasar. Sigues en la lista.
wish-accepted = Dijiste sí. Todavía sin confirmar.
wish-accepted-lead = Tu clínica tiene tu respuesta. Ellos confirman la hora.
wish-is-confirmed = Confirmada
wish-confirmed-lead = Tu clínica dijo sí a esta hora. La visita muestra si cambió después.
wish-both = También sigues teniendo { $moment }
wish-both-next = La computadora de tu clínica no canceló esa visita. Llama a tu clínica y pide que la cancelen.
wish-confirmed-more = Mira cuándo y dónde.
wish-declined-lead = No cambió nada más. Puedes pedir otra hora.
wish-declined-more = Mira lo que escribieron, y busca otra hora.
wish-gone-lead = Llegó antes. No cambió nada más, y no pierdes nada de lo que tienes.
wish-gone-more = Mira las horas libres más cercanas.
wish-nearest = Las horas libres más cercanas
wish-you-have = Sigues teniendo { $moment }.
wish-you-wrote = Escribiste
wish-lapsed = Esta hora ya pasó
wish-lapsed-lead = Nadie respondió a tiempo. No hay nada reservado. Puedes pedir otra hora.
wish-taken-back = Retiraste esto
wish-taken-back-lead = No hay nada reservado.
wish-taken-back-here = Tu clínica lo sabe cuando haya red.
wish-took-back = Lo retiraste.
wish-take-back = Retirarlo
wish-not-taken = La computadora de tu clínica no lo aceptó
wish-not-taken-lead = Llama a tu clínica: quizá no sabe lo que quieres. También puedes pedir otra hora.
wish-came-back = Volvió con tu copia
wish-came-back-lead = Cairn no lo envía por sí solo. Si todavía lo quieres, envíalo. Si no, retíralo.
send-it = Enviarlo
wish-practice = Pedida en la práctica
wish-away = Esto ya no está en este teléfono.

## An earlier time

book-earlier = Pedir una hora antes
book-earlier-short = Hora antes
earlier-listed = Tu clínica te pone en su lista.
earlier-offered = Cuando queda libre una hora antes, te la pueden ofrecer. Lo lees aquí y en Hoy.
earlier-answer = La tomas o la dejas pasar. Hasta entonces sigue la hora que tienes.
earlier-ask = Ponerme en la lista

## Cancel

book-change = Cambiar esta visita
book-cancel = Cancelar esta visita
book-cancel-short = Cancelar
cancel-call = También puedes llamar
cancel-follows = Qué pasa después
cancel-told = Tu clínica lo sabe, y otra persona puede tener esta hora.
cancel-reminders = Las horas y los avisos de esta visita se van.
cancel-asked = La otra hora que pediste se retira con ella. Deshacer recupera las dos.
cancel-undo = Durante 10 segundos lo puedes deshacer.
cancel-reason = ¿Por qué? Puedes dejarlo vacío.
cancel-rather = Mejor buscar otra hora
cancel-cannot = Esta visita no se puede cambiar aquí
cancel-cannot-next = Llama a tu clínica.
cancel-done = Cancelaste esta visita.
cancel-undone = Tu visita sigue como estaba.
cancel-here = Cancelada aquí. Tu clínica todavía no lo sabe.
cancel-here-lead = Se envía cuando hay red. Hasta entonces tu clínica te espera. Si es pronto, llama.
cancel-sent = Cancelaste esta visita
cancel-sent-lead = Tu clínica lo sabe desde: { $time }.
cancel-done-lead = Tu clínica lo sabe. No te esperan.
cancel-not-done-lead = Tu clínica la había cambiado antes. Mira la visita, o llama a tu clínica.
cancel-not-taken-lead = La computadora de tu clínica no lo aceptó. Todavía te esperan. Llama, por favor.
cancel-wanted = Querías cancelar esta visita
cancel-came-back-lead = Volvió con tu copia, y Cairn no lo envía por sí solo. Que sepamos, tu clínica te espera.
cancel-again = Intentar cancelar otra vez
cancel-keep = Conservar esta visita
cancel-kept = Tu visita sigue en pie.
cancel-practice = Cancelada en la práctica
cancel-practice-lead = Práctica: se queda en este teléfono, y nadie lo sabe.
