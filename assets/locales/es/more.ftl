### More: what has been sent, details, language, signing out.

more-title = Más
what-was-sent = Qué se envió
only-here = { $count ->
    [0] Nada espera para enviarse.
    [one] 1 cosa está solo en este teléfono. Se enviará.
   *[other] { $count } cosas están solo en este teléfono. Se enviarán.
}
sent-count = { $count ->
    [0] Todavía no se envió nada desde este teléfono.
    [one] Se envió 1 cosa a tu clínica.
   *[other] Se enviaron { $count } cosas a tu clínica.
}
attention-count = { $count ->
    [one] 1 cosa necesita tu atención. Mira los detalles.
   *[other] { $count } cosas necesitan tu atención. Mira los detalles.
}
unread-count = { $count ->
    [one] Tu clínica envió 1 cosa que no podemos mostrar.
   *[other] Tu clínica envió { $count } cosas que no podemos mostrar.
}
pieces-all = Imágenes y notas de voz en este teléfono: { $size }
last-heard = Última novedad de tu clínica: { $time }
never-heard = Todavía sin novedades de tu clínica
update-now = Actualizar ahora
updating = Actualizando…
language = Idioma
signed-in = Con sesión abierta
practice-explained = Aquí todo es inventado. Termina la práctica para quitarlo y conectarte con tu clínica.
practice-where = Lo que escribes se queda en este teléfono y se va cuando termina la práctica.

## Details

details-title = Detalles
made-here = Lo que hiciste
nothing-made-yet = Todavía no hay nada. Aquí verás cada registro, marca y respuesta.
made-at = Registro, { $time }
made-person-at = Quién te lleva a casa, { $time }
made-answer-at = Lo que marcaste o respondiste, { $time }
tried = { $count ->
    [one] Se intentó una vez. Cairn lo intenta de nuevo sin que hagas nada.
   *[other] Se intentó { $count } veces. Cairn lo intenta de nuevo sin que hagas nada.
}
send-again = Enviar otra vez
not-read = Lo que no pudimos mostrar
all-read = Nada. Se muestra todo lo que envió tu clínica.
not-read-lead = Lo guardamos tal como llegó. Con esta lista tu clínica puede arreglarlo.
refused-not-understood = El sistema de tu clínica no lo entendió. Está a salvo aquí. Avisa a tu clínica.
refused-not-allowed = Tu clínica no deja que Cairn envíe esto. Está a salvo aquí. Pregunta en tu clínica.
refused-conflict = Tu clínica tiene otra versión. La tuya está a salvo aquí. Avisa a tu clínica.
refused-gone = Tu clínica ya no tiene lugar para esto. Está a salvo aquí. Pregunta en tu clínica.
refused-too-large = Es demasiado grande para el sistema de tu clínica. Está a salvo aquí. Avisa a tu clínica.
made-visit-at = Sobre una visita, { $time }
refused-came-back-visit = Esto volvió con tu copia. Cairn no lo envía por sí solo. Toca “Enviar otra vez” si todavía lo quieres. Si no, abre la visita o “Lo que pediste” y retíralo allí.
refused-came-back-message = Esto volvió con tu copia. Cairn no lo envía por sí solo. Toca “Enviar otra vez” si todavía lo quieres. Si no, abre “Mensajes” y toca “No enviarlo”.
refused-came-back = Esto volvió con tu copia. Cairn no lo envía por sí solo. Toca “Enviar otra vez” si tu clínica puede tenerlo. Si no, abre “Compartido con tu clínica” o “Tus papeles” y toca “Retirar”.

## Signing out

keep-title = Conservar lo que hay aquí
keep-lead = Lo tuyo se queda en este teléfono, bajo llave. Entra otra vez para verlo y enviar lo que espera.
keep = Cerrar sesión y conservar
remove-title = Quitar lo que hay aquí
remove-lead = Tu clínica conserva lo que ya tiene. Todo lo demás tuyo se va de este teléfono.
remove = Cerrar sesión y quitar
remove-sure = ¿Quitar todo de este teléfono?
remove-unsent = { $count ->
    [one] 1 cosa no llegó a tu clínica y se perdería.
   *[other] { $count } cosas no llegaron a tu clínica y se perderían.
}
cannot-be-undone = Esto no se puede deshacer.
remove-yes = Sí, quitar
