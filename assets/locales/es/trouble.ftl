### What can go wrong: what happened, what is safe, what to do.

all-safe-here = Lo que escribiste está a salvo en este teléfono.

trouble-bad-address = Esto no es una dirección
trouble-not-encrypted = La dirección tiene que empezar con https://
trouble-offline = Ahora no hay red
trouble-server-down = Tu clínica no responde
trouble-not-safe = La conexión con tu clínica no es segura
trouble-captive-portal = Este wifi pide que entres primero
trouble-not-a-clinic = Esta dirección no es de una clínica
trouble-no-sign-in = Esta clínica no deja entrar a aplicaciones como Cairn
trouble-server-fault = El sistema de tu clínica tiene un problema
trouble-busy = El sistema de tu clínica está ocupado
trouble-sign-in-again = Tu clínica te pide entrar otra vez
trouble-not-allowed = Tu clínica no deja que Cairn haga esto
trouble-not-found = El sistema de tu clínica no encontró lo que pedimos
trouble-wrong-clock = El reloj de este teléfono parece estar mal
trouble-no-space = Este teléfono está lleno
trouble-keystore = El almacén de contraseñas de este teléfono no se abre
trouble-sign-in-cancelled = No terminaste de entrar
trouble-sign-in-failed = No se pudo entrar
trouble-other-patient = Entró otra persona
trouble-not-understood = El sistema de tu clínica envió algo que no entendemos
trouble-unexpected = Algo salió mal en Cairn

do-reconnect = Enciende el wifi o los datos y prueba otra vez.
do-nothing-offline = No tienes que hacer nada. Cairn enviará y leerá cuando vuelva la red.
do-check-address = Revisa la dirección letra por letra y prueba otra vez. Tu clínica te la puede decir.
do-use-https = Escríbela otra vez con https:// al principio, o pégala. Si no funciona, pide la dirección a tu clínica.
do-wait-for-server = No tienes que hacer nada. Cairn prueba otra vez sin ti.
do-other-network = Prueba con otra red. Si sigue así, avisa a tu clínica.
do-wifi-page = Abre tu navegador, entra en el wifi y vuelve aquí.
do-tell-clinic = Avisa a tu clínica. Allí lo pueden arreglar.
do-try-later = Prueba otra vez en unos minutos.
do-after = Cairn prueba otra vez después de: { $time }.
do-come-back-after = Prueba otra vez después de: { $time }.
do-sign-in-again = Entra otra vez cuando te venga bien.
do-set-clock = Pon la fecha y la hora en automático en los ajustes del teléfono y prueba otra vez. Si tu reloj está bien, avisa a tu clínica.
do-free-space = Quita algo que no necesites, como videos viejos. Luego prueba otra vez.
do-unlock-phone = Es el lugar donde tu teléfono guarda las contraseñas. Bloquea y desbloquea tu teléfono y abre Cairn otra vez.
do-sign-in-when-ready = Prueba otra vez cuando quieras.
do-sign-in-once-more = Prueba una vez más. Si sigue así, avisa a tu clínica.
do-other-patient = Este teléfono es de otro paciente de la clínica. Entra como esa persona o cierra su sesión primero.
do-open-again = Cierra Cairn y ábrelo otra vez. Si sigue así, avisa a tu clínica.

## What was saved does not open

cannot-open = No podemos abrir lo guardado
nothing-deleted = No se borró ni se cambió nada.
try-again = Probar otra vez
no-keystore = Este teléfono no tiene un almacén de contraseñas
do-keystore = Es el lugar donde tu teléfono guarda las contraseñas, y Cairn guarda ahí su clave. Enciende uno (en Linux: GNOME Keyring o KWallet) y prueba otra vez.
keystore-locked = El almacén de contraseñas está cerrado
do-unlock = Es el lugar donde tu teléfono guarda las contraseñas. Desbloquéalo, o tu teléfono, y prueba otra vez.
key-lost = La clave de lo que guardaste ya no está
do-key-lost = Puede pasar cuando un teléfono se configura como nuevo. Tu clínica conserva todo lo que se envió. Pulsa el botón de abajo para empezar otra vez. Lo de aquí se guarda aparte.
file-gone = Lo que guardaste ya no está en este teléfono
do-file-gone = Puede pasar al instalar otra vez una aplicación. Tu clínica conserva todo lo que se envió. Pulsa el botón de abajo para empezar otra vez.
file-damaged = El archivo con lo que guardaste está dañado
do-damaged = Apaga el teléfono, enciéndelo y prueba otra vez. Tu clínica conserva todo lo que se envió.
file-too-new = Esto lo guardó un Cairn más nuevo
do-update = Instala el Cairn más nuevo y prueba otra vez.
cannot-open-other = Algo salió mal al abrir
begin-anew = Empezar otra vez
begin-anew-lead = El archivo viejo se guarda aparte en este teléfono. Te conectas otra vez con tu clínica y tu plan vuelve.
connect-anew = Te conectas otra vez con tu clínica y tu plan vuelve.
set-aside = Guardarlo aparte y empezar otra vez
