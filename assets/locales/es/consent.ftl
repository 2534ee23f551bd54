### Papers of the clinic: reading one, signing it by typing one's name, and taking that back.

papers = Tus papeles
papers-lead = Lo que tu clínica te pide firmar y lo que firmaste.
see-papers = Ver tus papeles
papers-to-sign = Para leer y firmar
papers-signed = Lo que firmaste
papers-at-clinic = Hecho en tu clínica
papers-none = Todavía no hay papeles. Cuando tu clínica envíe uno, podrás leerlo y firmarlo aquí.
papers-unreadable = Ahora no podemos mostrar los papeles de tu clínica
papers-unreadable-lead = Tal vez tu clínica cambió algo. Llama y pregunta. Un texto de antes no se muestra, para que no lo firmes sin querer.
papers-unshown = Firmaste un papel que no podemos mostrar aquí
papers-unshown-lead = Tu clínica lo tiene. Llama antes de firmar otro.
paper = Papel
paper-gone = Tu clínica quitó este papel. Mira qué más hay.
paper-signature-gone = Esta firma ya no está aquí. Mira tus papeles.
paper-version = Versión { $version }, de { $clinic }
paper-before = Para firmar antes de tu visita: { $visit }
paper-before-on = Para firmar antes de tu visita: { $visit }, { $day }
paper-new-text = Tu clínica cambió este papel
paper-new-text-next = Firmaste un texto anterior. Sigue en tus papeles. Lee este, y fírmalo si estás de acuerdo.
paper-at-clinic = Tu clínica ya lo tiene como hecho
paper-at-clinic-next = No hay nada que firmar. Aquí lo puedes leer.
to-do-sign = Leer y firmar
to-do-not-known = Todavía no podemos mostrar cómo se hace. Mira aquí otra vez cuando tu teléfono se conecte con tu clínica, o llama.

## Before signing

paper-first = Antes de firmar
paper-first-lead = Tómate tu tiempo. Puedes preguntar antes y puedes decir que no.
paper-ask = Pregunta a tu clínica, o apunta tu pregunta para la próxima visita.
paper-no = Si no quieres firmar, deja esta página como está y avisa a tu clínica. No hace falta decir por qué.
paper-practice = Esto es una práctica. Lo que firmas se queda en este teléfono.
paper-statements = Marca cada frase que sea cierta para ti
paper-name = Escribe tu nombre completo
paper-now = Ahora: { $when }. Esta fecha va con tu nombre.
paper-then = { $clinic } recibe este texto con tu nombre y la fecha. Lo puedes deshacer durante 10 segundos. Más tarde lo puedes retirar.
paper-sign = Firmar
paper-tick-first = Primero marca cada frase. Si alguna no es cierta para ti, pregunta a tu clínica antes de firmar.
paper-name-first = Primero escribe tu nombre completo.
paper-not-granted = Tu sesión no deja que Cairn envíe papeles firmados
paper-not-granted-next = Cierra la sesión, conserva lo que hay aquí y entra otra vez. Si sigue diciendo esto, tu clínica no recibe papeles de Cairn. Firma con ellos cuando se vean.
paper-wait = Espera con esto después de tu sesión
paper-wait-until = Tu tarjeta del primer día vale hasta { $when }. Después puedes firmar aquí. Si tiene que ser antes, llama a tu clínica.
paper-wait-card = Ver la tarjeta
paper-not-signed = Esto no se firmó
paper-not-signed-next = Puede que tu clínica haya cambiado el papel. No se envió nada. Léelo otra vez y después firma.

## After signing

paper-signed-soon = Firmado. Se envía después de 10 segundos, o cuando haya red.
paper-signed-practice = Firmado. Esto es una práctica. No se envía nada.
paper-undone = Sin firmar. No se envió nada.
paper-signed = Firmaste esto
paper-signed-by = Firmado como { $name }
paper-was-signed = Firmaste esto y lo retiraste
paper-for = Para { $name }
paper-at-clinic-signed = Tu clínica tiene esto. Lo firmaste en otro teléfono, o aquí antes de entrar de nuevo.
paper-is-over = Firmaste esto, y no vale
paper-over = Esto ya no vale
paper-over-since = En tu clínica no vale desde { $when }. Lo retiraste en otro teléfono, o tu clínica lo terminó.
paper-over-lead = Lo retiraste en otro teléfono, o tu clínica lo terminó.
paper-over-mistake = Tu clínica marcó esto como puesto sin querer
paper-over-refused = Tu clínica no aceptó esto
paper-over-not-signed = Para tu clínica cuenta como no firmado.
paper-over-call = Llama a tu clínica si no esperabas esto. Te pueden decir qué pasa ahora.
paper-unclear = Tu clínica cambió esto, y no podemos mostrar cómo
paper-unclear-lead = Llama y pregunta si lo que firmaste todavía vale.
paper-newer = Tu clínica tiene un texto más nuevo
paper-newer-next = Este se queda como lo firmaste. Tu clínica te pide firmar también el nuevo.
paper-newer-read = Leer el texto nuevo
paper-still = Otra firma de este papel sigue valiendo
paper-still-next = Firmaste este papel más de una vez. Solo retiraste esta firma. Si quieres retirar también la otra, ábrela.
paper-still-see = Abrir la otra
paper-text = El texto que firmaste
paper-withdraw-head = Si cambias de idea
paper-withdraw-lead = Puedes retirar esto en cualquier momento. Tu clínica sabrá que ya no vale. Puede que no lo lea enseguida, así que llama también.
paper-withdraw-practice = Puedes retirar esto en cualquier momento. Es una práctica, así que nadie lo sabrá.
paper-withdrawn = Firma retirada
paper-withdrawn-head = Qué hacer ahora
paper-withdrawn-call = Llama a tu clínica, para que lo sepan y te digan qué pasa ahora.
made-paper-at = Un papel que firmaste o retiraste, { $time }
