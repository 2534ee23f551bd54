### The first screens: welcome, and connecting to the clinic.

welcome = Te damos la bienvenida
welcome-lead = Cairn te ayuda, desde tu primera visita hasta las semanas después de tu sesión. También funciona sin red.

connect-title = Conéctate con tu clínica
clinic-address = La dirección de tu clínica
clinic-address-hint = Te la da tu clínica. Empieza con https:// y puedes pegarla aquí.
address-missing = Primero escribe o pega la dirección.
connect = Conectar
connect-next = Después se abre tu navegador y entras en la página de tu clínica.

look-around-title = ¿Solo quieres ver cómo es?
look-around-lead = Da una vuelta con un plan de muestra. Todo es inventado y nada sale de este teléfono.
look-around = Dar una vuelta

looking-title = Buscamos tu clínica
looking-lead = Cairn pide a esa dirección la página para entrar.
looking-status = Buscando…

browser-title = Entra en la página de tu clínica
browser-lead = Tu navegador está abierto. Entra ahí y di que sí a Cairn. Luego vuelve aquí.
browser-status = Esperamos a tu navegador…
no-browser = ¿No se abrió el navegador?
open-browser-again = Abrir otra vez el navegador
copy-link = O copia este enlace en un navegador

# Shown by the browser when it has come back; plain text.
browser-farewell = Puedes cerrar esta página. Vuelve a Cairn para ver si funcionó.

## Before being a patient

ask-first-title = ¿Todavía no vas a una clínica?
ask-first-welcome = Pide a una clínica una primera charla. Te ayudamos con las palabras, y tú las envías.
ask-first-go = Escribir un primer mensaje
ask-first = Un primer mensaje a una clínica
ask-first-short = Primer mensaje
ask-first-lead = Llena lo que quieras. Abajo se hace un texto corto, y tú lo envías.
ask-first-open = Otros pueden leer un mensaje o un correo
ask-first-leave-out = Deja fuera tu salud, tus medicinas y lo que viviste. Eso lo puedes decir en la charla.
ask-first-name = Tu nombre, si quieres
ask-first-reach = Tu número o tu correo, para que respondan
ask-first-times = ¿Cuándo tienes tiempo para una charla?
ask-first-mornings = Por la mañana
ask-first-middays = Al mediodía
ask-first-afternoons = Por la tarde
ask-first-evenings = Por la noche
ask-first-question = ¿Qué quieres preguntar?
ask-first-question-hint = Por ejemplo: ¿Cuánto cuesta? ¿Cuánto dura?
ask-first-to = El correo o el número de la clínica, si lo tienes
ask-first-text = Tu mensaje
ask-first-not-kept = Cairn no envía ni guarda nada de esto. Se borra cuando cierras Cairn.
ask-first-call = Mejor llamar
ask-first-subject = Una primera charla
ask-first-hello = Hola:
ask-first-wish = Quiero una primera charla con ustedes, para hacer unas preguntas.
ask-first-i-am = Me llamo { $name }.
ask-first-call-me = Me encuentran aquí: { $reach }
ask-first-free = Tengo tiempo: { $times }.
ask-first-asks = Mis preguntas:
ask-first-when = ¿Cuándo podemos hablar, y cuesta algo esa charla?
ask-first-thanks = Gracias.
