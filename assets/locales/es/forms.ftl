### Filling in a form, question by question.

forms = Tus cuestionarios
forms-short = Cuestionarios
form-short = Cuestionario
forms-lead = Cuestionarios de tu clínica: los de ahora, los que empezaste y los que enviaste.
see-forms = Ver tus cuestionarios
forms-none = Todavía no hay nada. Cuando tu clínica te pida llenar un cuestionario, estará en esta página.
forms-due = Para ahora
forms-open = Sin terminar
forms-done = Terminados
forms-not-sent = Sin enviar
form-until = Puedes seguir hasta { $time }.
form-given-up = Empezado { $time }. No se envió. Está bien así.
form-finished-at = { $time }
form-unnamed = Un cuestionario de tu clínica

form-begin = Empezar
form-length =
    { $count ->
        [one] 1 pregunta.
       *[other] { $count } preguntas.
    }
form-length-about = Unas { $count } preguntas. Algunas dependen de lo que respondas.
form-pace = Tómate tu tiempo. Puedes parar y seguir después.
form-kept = Cada respuesta se guarda en este teléfono.
form-who-reads = Tus respuestas van a tu clínica cuando las envías.
form-who-reads-practice = Es práctica: tus respuestas se quedan en este teléfono.
form-keep-for = Si paras, puedes seguir durante 7 días después de tu última respuesta.
form-language = Este cuestionario está en otro idioma. Así lo escribió tu clínica.
form-copyright = Sobre este cuestionario

form-step = Pregunta { $at } de { $of }
form-step-about = Pregunta { $at } de unas { $of }
form-page = Página { $at } de { $of }
form-page-about = Página { $at } de unas { $of }
form-saving = Guardando…
form-saved = Guardado en este teléfono
form-not-saved = Todavía no está guardado. Cambia una respuesta o pulsa Siguiente para probar otra vez.
form-next = Siguiente
form-back = Atrás
form-to-review = Ver todas tus respuestas
form-stop = Guardar y parar
form-stopped = Tus respuestas están guardadas en este teléfono. Puedes seguir después.
form-required = Tu clínica te pide que contestes aquí.
form-calculated = Cairn lo calcula con tus respuestas.
form-read-only = Esto no se puede cambiar aquí.
form-no-value = Todavía nada
form-answer = Tu respuesta

form-yes = Sí
form-no = No
form-clear = Borrar mi respuesta
form-choose-many = Elige todo lo que corresponda.
form-choose-empty = Sin respuesta
form-own-words = O con tus propias palabras
form-add = Agregar otro
form-remove = Quitar
form-remove-nth = Quitar el número { $nth }
form-nth = Número { $nth }
form-add-group = Agregar otro: { $name }
form-remove-group = Quitar este
form-group-nth = { $name }, número { $nth }
form-day = Día
form-month = Mes
form-year = Año
form-date-hint = Puedes dejar sin llenar el día, o el día y el mes.
form-time = Hora
form-time-hint = Por ejemplo 9:15 am o 14:30.
form-at-most = { $count } letras como máximo.
form-url-hint = Una dirección web, por ejemplo https://example.org.
form-unit = Unidad
form-amount = Cantidad
form-slider-none = Sin respuesta todavía. Mueve el control o púlsalo una vez.
form-slider-value = Tu respuesta: { $value }
form-file-choose = Elegir un archivo
form-file-other = Elegir otro archivo
form-file-hint = Una foto o un PDF, de { $size } MB como máximo.
form-file-hint-types = De { $size } MB como máximo. Tu clínica acepta: { $types }.
form-file-chosen = { $name } ({ $size } KB)
form-file-too-large = El archivo tiene más de { $size } MB. Elige uno más pequeño o llévalo a tu clínica.
form-file-unread = Cairn no puede leer este archivo. Elige otro.
form-file-type = Tu clínica no acepta este tipo de archivo. Elige otro.
form-file-empty = No hay nada en este archivo. Elige otro.

form-problem-missing = Responde aquí para seguir.
form-problem-number = Escribe aquí un número entero, como 12.
form-problem-decimal = Escribe aquí un número, como 12.5.
form-problem-date = No conocemos este día. Mira otra vez el día, el mes y el año.
form-problem-time = No conocemos esta hora. Escríbela así: 9:15 am o 14:30.
form-problem-not-answer = Esta respuesta no va con la pregunta. Elige o escribe otra.
form-problem-few = Da al menos { $count } respuestas aquí.
form-problem-many = Da { $count } respuestas como máximo. Quita algunas.
form-problem-small = Tiene que ser { $least } o más.
form-problem-large = Tiene que ser { $most } o menos.
form-problem-early = Tiene que ser { $least } o después.
form-problem-late = Tiene que ser { $most } o antes.
form-problem-short = Escribe al menos { $count } letras.
form-problem-long = Es demasiado largo. Usa { $count } letras como máximo.
form-problem-decimals =
    { $count ->
        [0] Escribe aquí un número entero.
       *[other] Usa { $count } cifras como máximo después del punto.
    }
form-problem-alone = Una de estas respuestas va sola. Elige esa, o las otras.
form-problem-no-rule = Cairn no puede revisar esta respuesta. Puedes seguir.
form-problems-here =
    { $count ->
        [one] Mira otra vez 1 respuesta.
       *[other] Mira otra vez { $count } respuestas.
    }

form-review = Tus respuestas
form-review-lead = Léelas con calma. Puedes cambiar cada una.
form-no-answer = Sin respuesta
form-change = Cambiar
form-send = Enviar a tu clínica
form-send-practice = Terminar
form-thanks = Gracias
form-thanks-lead = Tu cuestionario está listo para tu clínica.
form-thanks-practice = Es práctica. Tus respuestas se quedan en este teléfono.
form-thanks-scores = Lo que suma
form-partial = { $answered } de { $of } respondidas, sin total
form-total = { $total } de { $most }
form-band = En inglés, { $source } llama “{ $words }” a un total de { $from } a { $to }.
form-scores-mean = Un número no dice quién eres. Tu clínica lo lee junto con todo lo que sabe. Si tienes preguntas, habla con ellos.
form-see-answers = Ver mis respuestas
form-done = Listo
form-undone = No se envió. Tus respuestas están como antes.
form-finished = Tu cuestionario está terminado

form-refused = Cairn no puede mostrar este cuestionario
form-refused-lead = Cairn no entiende una parte. Para no dejar fuera ninguna pregunta, no muestra nada de él.
form-refused-next = Llama a tu clínica. Diles que Cairn no puede mostrar este cuestionario. Pueden dártelo de otra manera.
form-unknown = Este cuestionario no está en este teléfono
form-unknown-lead = Puede que tu clínica todavía lo esté enviando. Prueba más tarde o llama a tu clínica.
form-no-number = Todavía no hay un número de tu clínica en este teléfono. En Ayuda hay otros números.
