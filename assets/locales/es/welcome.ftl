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
