### The first screens: welcome, and connecting to the clinic.

welcome = Te damos la bienvenida
door-name = Inicio
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

first-ask-title = ¿Todavía no vas a una clínica?
first-ask-welcome = Pide a una clínica una primera charla. Te ayudamos con las palabras, y tú las envías.
first-ask-go = Escribir un primer mensaje
first-ask = Un primer mensaje a una clínica
first-ask-short = Primer mensaje
first-ask-lead = Llena lo que quieras. Abajo se hace un texto corto, y tú lo envías.
first-ask-open = Otros pueden leer un mensaje o un correo
first-ask-leave-out = Deja fuera tu salud, tus medicinas y lo que viviste. Eso lo puedes decir en la charla.
first-ask-name = Tu nombre, si quieres
first-ask-reach = Tu número o tu correo, para que respondan
first-ask-times = ¿Cuándo tienes tiempo para una charla?
first-ask-mornings = Por la mañana
first-ask-middays = Al mediodía
first-ask-afternoons = Por la tarde
first-ask-evenings = Por la noche
first-ask-question = ¿Qué quieres preguntar?
first-ask-question-hint = Por ejemplo: ¿Cuánto cuesta? ¿Cuánto dura?
first-ask-to = El correo o el número de la clínica, si lo tienes
first-ask-text = Tu mensaje
first-ask-not-kept = Cairn no envía ni guarda nada de esto. Se borra cuando cierras Cairn.
first-ask-call = Mejor llamar
first-ask-subject = Una primera charla
first-ask-hello = Hola:
first-ask-wish = Quiero una primera charla con ustedes, para hacer unas preguntas.
first-ask-i-am = Me llamo { $name }.
first-ask-call-me = Me encuentran aquí: { $reach }
first-ask-free = Tengo tiempo: { $times }.
first-ask-asks = Mis preguntas:
first-ask-when = ¿Cuándo podemos hablar, y cuesta algo esa charla?
first-ask-thanks = Gracias.
