### Tu registro: llevártelo, traerlo de vuelta, un resumen en papel, borrarlo.

own = Tu registro
own-here = Lo que hiciste en Cairn es tuyo. Llévalo contigo o bórralo.
own-see = Ver tu registro
own-lead = Lo que hiciste en Cairn es tuyo. Llévalo contigo, pásalo a un teléfono nuevo o bórralo.
own-nothing-changed = Nada cambió en este teléfono.

## Take it all with you

own-copy = Llévate todo contigo
own-copy-lead = Un solo archivo cerrado con todo lo que hiciste: registros, respuestas, diario, dibujos y fotos.
own-copy-go = Hacer una copia
own-copy-what = La copia es un solo archivo cerrado. Tiene todo lo que hiciste en Cairn, también lo que nunca compartiste. No sirve para entrar en tu clínica.
own-passphrase-title = La frase secreta
own-passphrase-only = Sin su frase secreta nadie puede abrir la copia. Nosotros tampoco.
own-passphrase = Frase secreta
own-passphrase-hint = Al menos 10 letras, números o espacios. Lo mejor son unas palabras que aún sepas dentro de un año.
own-passphrase-again = La misma frase otra vez
own-passphrase-short = Usa al menos 10 letras, números o espacios.
own-passphrase-differs = Las dos no son iguales. Escríbelas otra vez.
own-passphrase-show = Mostrar lo que escribo
own-copy-make = Hacer la copia
own-copy-busy = Haciendo la copia…
own-copy-done = Tu copia está hecha
own-copy-where = Se llama { $name } y está en { $folder }.
own-copy-safe = La abrimos una vez para estar seguros. Guárdala en un lugar seguro, y la frase en otro lugar.

## Bring it back

own-back = Traerlo de vuelta
own-back-lead = Abre una copia que hiciste antes, en este teléfono o en otro.
own-back-go = Abrir una copia
own-back-then = Abre una copia que hiciste en otro teléfono. Después entra otra vez con tu clínica.
own-back-instead = Lo que está en la copia toma el lugar de lo que hay aquí. Si este teléfono tiene más que la copia, te lo decimos antes.
own-back-which = ¿Qué copia?
own-back-found = En { $folder }:
own-back-none = No hay ninguna copia en { $folder }.
own-back-other = Elegir otro archivo
own-back-chosen = Elegiste: { $name }
own-size = { $size } KB
own-back-choose = Primero elige una copia.
own-back-type = Escribe la frase secreta de la copia.
own-back-open = Abrir la copia
own-back-busy = Abriendo la copia…
own-back-done = Tu registro está de vuelta
own-back-replace = Poner la copia de todos modos
own-wrong-passphrase = Esta no es la frase secreta de esta copia
own-do-passphrase = Prueba otra vez. Mira las mayúsculas y los espacios.
own-not-a-copy = Este archivo no es una copia de Cairn
own-do-other-file = Elige otro archivo.
own-damaged = Falta una parte de este archivo o alguien la cambió
own-do-damaged = Usa otra copia, o trae esta otra vez de donde la guardas.
own-too-new = Un Cairn más nuevo hizo esta copia
own-do-update = Actualiza Cairn. Después abre la copia otra vez.
own-other-patient = Esta copia es de otra persona o de otra clínica
own-do-other-patient = Elige tu propia copia. Para abrir esta, primero cierra la sesión.
own-would-lose = { $count ->
    [one] 1 cosa de este teléfono no está en la copia
   *[other] { $count } cosas de este teléfono no están en la copia
}
own-do-would-lose = Primero haz una copia de este teléfono. Si pones ahora la copia en su lugar, esas cosas se pierden.
own-no-folder = Cairn aún no llega a tus archivos en este teléfono
own-do-no-folder = Tu registro está seguro aquí. Para esto usa Cairn en una computadora.
own-cannot-use = No se puede usar el archivo o su carpeta
own-do-cannot-use = Mira si todavía está ahí. Después prueba otra vez.

## A summary on paper

own-paper = Un resumen en papel
own-paper-lead = Un archivo para imprimir o mostrar a tu clínica. Tú eliges lo que lleva.
own-paper-go = Hacer un resumen
own-paper-what = Tú eliges lo que lleva. Cairn no añade consejos.
own-paper-parts = Lo que lleva
own-part-visits = Visitas
own-part-check-ins = Registros
own-part-check-in-words = Lo que escribí en los registros
own-part-scores = Totales de formularios
own-part-effects = Efectos secundarios
own-part-questions = Mis preguntas
own-part-chart = Ánimo, ansiedad y totales como líneas
own-part-insights = Palabras que marqué porque me importan
own-part-steps = Mis pasos pequeños, y cómo eran antes
own-part-for-session = Mi página para la próxima sesión
own-paper-pages = Páginas de mi diario
own-paper-no-pages = No hay páginas en este tiempo.
own-paper-only-chosen = Solo lleva las páginas que tú eliges.
own-paper-choose = Elegir páginas ({ $count } elegidas)
own-paper-size = Tamaño del papel
own-a4 = A4
own-letter = Carta (EE. UU.)
own-paper-open = Este archivo no está cerrado
own-paper-open-next = Quien lo tiene puede leerlo. Bórralo cuando ya no lo necesites.
own-paper-make = Hacer el archivo
own-paper-busy = Haciendo el archivo…
own-paper-done = Tu resumen está hecho

## On the paper

own-doc-title = Resumen
own-doc-time = Del { $first } al { $last }
own-doc-made = Hecho en el teléfono de la persona el { $day }. Cada hora es la del reloj de ese lugar. Cairn no añade consejos.
practice-explained-paper = Práctica. Todo lo que hay aquí es inventado.
own-doc-nothing = Nada en este tiempo.
own-doc-when = Cuándo
own-doc-what = Qué
own-doc-state = Estado
own-doc-booked = Con cita
own-doc-visits-missing = Tu clínica envió una visita que no podemos mostrar.
own-doc-scale = La persona dio cada número de 0 a 10. Ánimo: 10 es lo mejor. Ansiedad: 10 es lo más.
own-doc-more = Sentimientos, sueño, palabras
own-doc-form = Formulario
own-doc-total = Total
own-doc-band = En palabras de
own-doc-from = Desde
own-doc-until = Hasta
own-doc-still = Sigue ahí
own-doc-chart = Cada punto es una respuesta. Una línea une las que están cerca en el tiempo. Cada línea alta es una sesión.
own-doc-step-done = Hecho: { $day }
own-doc-step-for = Para: { $day }
own-doc-step-made = Elegido: { $day }
own-doc-step-before = { $what }: { $day }. Antes:
own-doc-unprinted = Signos que no se pudieron imprimir: #. Cada lugar lleva la marca [?]. En el teléfono están completos.

## Delete everything

own-erase = Borrar todo
own-erase-lead = Borra lo que hay en este teléfono. También puedes pedir a tu clínica que borre lo que tiene.
own-erase-go = Ver cómo borrar
own-erase-two = Son dos cosas. Borrar aquí no borra en tu clínica. Si quieres las dos, pide primero a tu clínica.
own-ask = Pedir a tu clínica que borre lo que tiene
own-ask-lead = Esto envía un mensaje. Personas de tu clínica lo leen y te responden.
own-ask-law = Por ley una clínica debe guardar algunos datos por unos años. Puede decirte cuáles y por cuánto tiempo.
own-ask-practice = En la práctica no hay ninguna clínica a quien pedir.
own-ask-go = Pedir a mi clínica
own-ask-done = Se lo pediremos a tu clínica
own-ask-undone = No se lo pedimos a tu clínica
own-asked-waits = Lo pediste: { $time }. Aún no se envió. Conéctate primero, o llama a tu clínica.
own-asked-sent = La computadora de tu clínica tiene tu pedido desde { $time }.
own-asked-refused = La computadora de tu clínica no aceptó tu pedido
own-asked-call = Llama a tu clínica y pídelo, o envíalo otra vez.
own-all = Borrar todo en este teléfono
own-all-lead = Todo lo que hiciste y lo que tu clínica envió desaparece de este teléfono. Tu clínica guarda lo que ya tiene.
own-all-copy = Nadie puede traerlo de vuelta si no tienes una copia.
own-all-copy-go = Primero hacer una copia
own-all-go = Borrar todo en este teléfono
own-all-sure = ¿Borrar todo en este teléfono?
own-all-yes = Sí, borrar
own-all-asked-waits = Tu pedido a la clínica aún no se envió. Se perdería. Conéctate primero, o llama a tu clínica.
own-welcome = Tengo una copia de otro teléfono

## After a copy was brought back

own-as-of-label = De tu copia
own-as-of = Lo que dice tu clínica aquí viene de tu copia: { $time }. Puede haber cambiado. Se mira otra vez cuando el teléfono llega a tu clínica.
