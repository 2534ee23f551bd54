### Sharing from the journal with the clinic, and taking it back.

share-title = Compartir con tu clínica
share-short = Compartir
share-only-you = Solo tú puedes leer esta página.
share-page-shared = Compartiste esta página
share-part-shared = Compartiste una parte de esta página
share-page-chosen = Quieres compartir esta página
share-part-chosen = Quieres compartir una parte de esta página
share-more = Compartir más de esta página
share-see-shared = Ver lo que compartiste
share-if-deleted = Si borras esta página, lo que compartiste se queda en tu clínica. También entonces puedes retirarlo.
share-if-deleted-waits = Si borras esta página, o una imagen que va con ella, lo que aún no se envió ya no se envía. Si una parte puede estar en camino, tu clínica sabrá que la retiraste.
share-page-gone = Esta página ya no está aquí.

## Choosing

share-lead = Aún no se envía nada. Primero elige y luego verás todo lo que se va a enviar.
share-practice = Esto es una práctica. No se envía nada.
share-words = Tus palabras
share-all = Toda esta página
share-parts = Partes de esta página
share-which = Marca lo que quieres compartir
share-ticked = { $count ->
    [0] Aún no hay nada marcado.
    [one] Hay 1 parte marcada. El resto se queda en este teléfono.
   *[other] Hay { $count } partes marcadas. El resto se queda en este teléfono.
}
share-question = También la pregunta de arriba
share-pictures = Dibujos y fotos
share-picture = Imagen, { $size } KB
share-picture-named = Imagen: { $title }, { $size } KB
share-see = Ver lo que se va a enviar
share-nothing-chosen = Primero elige lo que quieres compartir.
share-too-large = Esto pasa de 2 MB. Es demasiado para un solo envío. Elige menos imágenes.
share-not-granted = Tu acceso no deja que Cairn comparta páginas
share-not-granted-next = Cierra la sesión, guarda lo que hay aquí y vuelve a entrar. Si todavía dice esto, tu clínica no recibe páginas. Puedes leerles tu página o mostrarla cuando se vean.
share-to-more = Ir a Más

## The preview

share-preview = Esto es lo que se va a enviar
share-left-out = […] muestra dónde dejaste algo fuera.
share-to = Quién lo recibe
share-team = Tu equipo allí: { $names }
share-when-read = Puede que no lo lean enseguida. Si necesitas a alguien ahora, pulsa Ayuda.
share-besides = Qué más va con ello
share-besides-you = Que viene de ti y cuándo lo compartiste
share-besides-begun = Cuándo empezaste la página: { $time }
share-besides-visit = La visita de la que es parte: { $visit }
share-besides-visit-on = La visita de la que es parte: { $visit }, { $day }
share-then = Puedes deshacerlo durante 10 segundos. Después puedes retirarlo, pero lo que alguien ya leyó, leído está.
share-now = Compartir esto
share-change = Cambiar lo que comparto
share-made = Se compartirá en 10 segundos.
share-undone = No se compartió. No se envió nada.
share-not-done = Esto no se compartió
share-not-done-next = Puede que la página o una imagen haya cambiado. No se envió nada. Mira la página y vuelve a probar.
made-share-at = De tu diario, compartido { $time }

## All that was shared

shared-title = Compartido con tu clínica
shared-short = Compartido
shared-about = Lo que compartiste y cómo retirarlo
shared-lead = Esto es todo lo que has compartido de tu diario. El resto se queda en este teléfono.
shared-none = Aún no has compartido ninguna página. Para compartir una, ábrela y elige “Compartir con tu clínica”.
shared-unread = Cuando retiras algo, se quita de lo que ve tu clínica. Lo que alguien ya leyó no se puede borrar de su memoria, y el sistema de tu clínica puede guardar una copia anterior.
shared-words = Ver las palabras que se enviaron
shared-with = Compartido con { $name }
shared-for = Para { $name }
shared-soon = Se enviará en un momento
shared-page-gone = Borraste esta página. Sus palabras ya no están en este teléfono.
shared-withdraw = Retirar
shared-open = Abrir la página
share-withdrawn = Retirado
shared-taken-back = Retirado antes de enviarse. Tu clínica no lo tiene.
shared-withdrawal-waits = Retirado aquí. Tu clínica aún no lo sabe.
shared-withdrawn = Retirado. Tu clínica lo sabe desde { $time }.
shared-withdrawal-refused = Retirado aquí, pero el sistema de tu clínica no lo aceptó. Llama a tu clínica.
