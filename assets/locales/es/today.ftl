### Today and Journey.

greeting = { $part ->
    [morning] Buenos días
    [afternoon] Buenas tardes
    [evening] Buenas noches
   *[night] Hola
}
greeting-name = { $part ->
    [morning] Buenos días, { $name }
    [afternoon] Buenas tardes, { $name }
    [evening] Buenas noches, { $name }
   *[night] Hola, { $name }
}

next = Lo próximo
next-visit = { $days ->
    [0] { $visit } es hoy
    [1] { $visit } es mañana
   *[other] { $visit } es el { $day }
}
see-the-visit = Ver la visita
no-visit-planned = Ahora no hay ninguna visita. Cuando tu clínica ponga una, estará aquí.
plan-not-here = Tu plan todavía no está aquí
plan-not-here-lead = Cairn lo pide a tu clínica en cuanto puede. Hasta entonces, pregunta en tu clínica por tus visitas y qué hacer antes. Ya puedes hacer un registro.

how-are-you = ¿Cómo estás ahora?
checked-in-at = Tu último registro: { $time }

still-to-do = Por hacer
things-to-do = { $count ->
    [0] Nada por ahora.
    [one] Queda 1 cosa. Sin prisa.
   *[other] Quedan { $count } cosas. Sin prisa.
}
things-some-late = { $count ->
    [one] Queda 1 cosa
   *[other] Quedan { $count } cosas
}
by = Hasta: { $when }
plan-not-shown = No podemos mostrar todo tu plan. Llama a tu clínica y pregunta qué hacer.
due-today = Para hoy
time-was = El plazo para esto: { $when }. ¿Dudas? Llama a tu clínica.

sign-in-again-title = Tu clínica te pide entrar otra vez
sign-in-again-lead = Aquí todo sigue funcionando y lo que escribes se guarda. Se envía cuando entres.
waiting-long = { $count ->
    [one] 1 cosa espera en este teléfono desde hace más de un día. Está a salvo aquí y se enviará.
   *[other] { $count } cosas esperan en este teléfono desde hace más de un día. Están a salvo aquí y se enviarán.
}

## What the clinic changed

visit-unreadable = Tu clínica cambió una visita y no podemos mostrarla
plan-unreadable = Tu clínica cambió tu plan y no podemos mostrarlo
protocol-unreadable = Tu clínica cambió sus indicaciones y no podemos mostrarlas
medicine-unreadable = Tu clínica cambió un medicamento y no podemos mostrarlo
ask-what-changed = Llama primero y pregunta qué cambió. No uses una versión anterior.
no-older-medicine = Llama primero, antes de tomarlo o dejarlo. No uses una versión anterior.
visit-withdrawn = Tu clínica quitó una visita
plan-withdrawn = Tu clínica quitó tu plan
protocol-withdrawn = Tu clínica quitó sus indicaciones
medicine-withdrawn = Tu clínica quitó un medicamento de tu lista
ask-if-unsure = ¿No sabes por qué? Llama a tu clínica.
ask-what-now = Llama a tu clínica y pregunta qué hacer ahora.
ask-before-medicine = Llama a tu clínica antes de cambiar lo que tomas.
other-times = Tu clínica cambió las horas antes de tu visita
other-times-lead = No te guíes por las horas que viste antes. Mira las nuevas.
visit-moved = Tu visita tiene otra hora
wish-confirmed = Tu clínica dijo sí a tu hora
wish-declined = Tu clínica no puede darte esta hora
wish-gone = Otra persona tiene esta hora
wish-offered = Tu clínica te ofrece una hora antes
wish-offer-over = Tu clínica retiró la hora que te ofreció
wish-offer-over-more = Lo que pediste sigue esperando. Cuando respondan, lo ves aquí.
wish-offer-lapsed = La hora que te ofreció tu clínica ya pasó
wish-offer-lapsed-more = Sigues en la lista. Pueden ofrecerte otra hora.
visit-off-as-asked = Ya no tienes una visita, como pediste
visit-off-as-asked-more = ¿No lo pediste? Llama a tu clínica.
visit-not-cancelled = Tu visita no está cancelada
visit-stands-again = Tu visita vuelve a estar confirmada
visit-stands-again-more = La cancelaste, y después tu clínica la confirmó otra vez. Te esperan. Si no puedes ir, llama a tu clínica.
moved-to = Ahora empieza: { $to }
moved-from = Antes era: { $from }
i-have-read-this = Ya lo leí
see-this-visit = Ver esta visita

## Journey

journey-title = Tu camino
journey-first-time = Estos son los cuatro pasos de tu cuidado. Tus visitas todavía no están aquí. Cairn las pide a tu clínica en cuanto puede. Hasta entonces, pregunta en tu clínica.
journey-incomplete = Puede que falte algo en los pasos de abajo. Llama a tu clínica y pregunta.
step-intake = Primera visita
step-intake-about = Tú y tu clínica se conocen y hacen un plan.
step-preparation = Preparación
step-preparation-about = Se preparan juntos: qué comer, qué llevar, qué esperas.
step-session = Sesión
step-session-about = Dos personas de tu clínica se quedan contigo. Después, alguien te lleva a casa.
step-integration = Integración
step-integration-about = Hablan de lo que pasó y de lo que quieres llevar a tu vida.
stage-behind = Ya pasó
stage-here = Estás aquí
stage-ahead = Con fecha
stage-open = Todavía sin fecha
behind-you = Ya fueron
ahead-of-you = Vienen ahora
other-visits = Otras visitas
