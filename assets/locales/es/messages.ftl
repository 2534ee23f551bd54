### Mensajes entre la persona y la clínica.

messages = Mensajes
messages-lead = Escribe a tu clínica y lee lo que responde.
see-messages = Ver tus mensajes
write-to-clinic = Escribir a tu clínica
messages-none = Aún no has escrito a tu clínica. Lo que escribas y lo que te respondan estará aquí.
messages-unread = { $count ->
    [one] 1 mensaje nuevo
   *[other] { $count } mensajes nuevos
}
messages-new = Tu clínica te ha escrito
messages-read-it = Leer
message-from-them = Mensaje de tu clínica
message-clinic-wrote = Tu clínica escribió, { $time }
message-begun = Empezaste a escribir. No se ha enviado.

## Que nadie lo lee enseguida

message-not-now = No se lee enseguida
message-not-now-lead = Tu clínica lee los mensajes cuando tiene tiempo. Una respuesta puede tardar días. Si necesitas saberlo hoy, llama.
message-not-now-short = Los mensajes no se leen enseguida. Si necesitas saberlo hoy, pulsa Ayuda y llama.
message-emergency = En una emergencia, llama. No lo escribas aquí: puede que nadie lo vea a tiempo.
message-not-granted = Tu inicio de sesión no deja que Cairn envíe mensajes
message-not-granted-next = Cierra la sesión, guarda lo que hay aquí y vuelve a entrar. Si sigue diciendo esto, tu clínica no recibe mensajes aquí. Llámala.
message-practice = Esto es una práctica. Los mensajes se quedan en este teléfono y nadie responde.
message-no-answers = Puede que las respuestas no se vean aquí
message-no-answers-next = La computadora de tu clínica no deja que Cairn las vea. Puede que te llamen o te escriban de otra forma.

## Escribir

message-new = Escribir una pregunta nueva
message-more = Escribir más
message-go-on = Seguir escribiendo
message-goes-on = Sigue a: { $words }
message-words = Tu mensaje
message-kept = Lo que escribes se guarda en este teléfono. Nada se envía antes de que pulses Enviar.
message-left = { $count ->
    [0] Ya no queda espacio.
    [one] Queda 1 letra
   *[other] Quedan { $count } letras
}
message-too-long = { $count ->
    [one] Sobra 1 letra. Hazlo más corto o envía dos mensajes.
   *[other] Sobran { $count } letras. Hazlo más corto o envía dos mensajes.
}
message-empty = Escribe algo primero.
message-attach = Añadir algo que compartiste
message-attach-lead = Solo puede ir lo que compartiste de tu diario. Para compartir una página, ábrela en tu diario.
message-attach-nothing = No va nada más
message-attach-page = Compartido { $time }
message-along = También va una parte de tu diario, compartida { $time }.
message-goes-now = Sale 10 segundos después de que pulses Enviar. Hasta entonces puedes deshacerlo.
message-goes-with-network = Ahora no se puede llegar a tu clínica. Espera en este teléfono y se envía cuando haya red.
message-goes-after-sign-in = Espera en este teléfono y se envía cuando hayas entrado de nuevo.
message-goes-never = Esto es una práctica. Se queda en este teléfono.
message-send = Enviar
message-made = Se enviará en 10 segundos.
message-made-later = Guardado. Se envía cuando se pueda llegar a tu clínica.
message-made-here = Guardado. Se queda en este teléfono.
message-undone = No se envió. Tus palabras están otra vez donde las escribiste.
message-alone = Lo que ibas a responder ya no está aquí
message-alone-next = Tus palabras siguen aquí. Si las envías, van como una pregunta nueva.
message-throw-away = Borrar lo que escribiste
message-thrown-away = Borrado. No se envió.
message-back = Tus palabras están otra vez aquí. No se enviaron.
message-not-done = Esto no se envió
message-not-done-next = No hay nada que enviar o es demasiado largo. Mira tus palabras e inténtalo de nuevo.

## Una conversación

message-thread = Pregunta y respuestas
message-you = Tú
message-head = { $who }, { $time }
message-soon = Se enviará en un momento
message-waiting = En este teléfono. Aún no se ha enviado.
message-came-back = Volvió con tu copia. No se envía por sí solo.
message-came-back-next = Si todavía quieres enviarlo, toca Enviar. Si no, tus palabras vuelven a donde escribes.
message-leave = No enviarlo
message-left-here = No se envía desde aquí. Tus palabras están otra vez donde las escribiste.
message-sent = Enviado { $time }. Puede que nadie lo haya leído aún.
message-read = Tu clínica lo marcó como leído.
message-read-at = Tu clínica lo marcó como leído: { $time }.
message-has-more = Aquí hay más que Cairn no puede mostrar. Llama a tu clínica y pregunta qué es.
message-text-with = Esto viene con el mensaje:
message-file-with = Con este mensaje: { $file }.
message-file-next = Cairn no puede mostrarlo. Llama a tu clínica y pídelo.
file-pdf = un PDF
file-picture = una imagen
file-sound = un sonido
file-video = un vídeo
file-text = un texto
file-other = un archivo
message-other = Tu clínica envió algo que Cairn no puede mostrar. Llama y pregunta qué es.
message-taken-back = Tu clínica retiró este mensaje.
message-cannot-show = Tu clínica escribió algo que Cairn no puede mostrar
message-cannot-show-next = Llama y pregunta qué dice.
message-gone = Este mensaje ya no está aquí.

## Recordatorios

kind-answer = Mensajes de tu clínica
about-answer = Tu clínica te ha escrito.
