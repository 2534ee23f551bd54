### Words that more than one screen says.

cairn = Cairn
today-name = Hoy
journey = Camino
check-in = Registro
more = Más
places = Lugares de Cairn

help = Ayuda
back-to = { $place }
cancel = Cancelar
close = Cerrar
save = Guardar
undo = Deshacer
details = Detalles
one-moment = Un momento…
opening-slow = Abrir tarda más de lo normal. Después de una actualización puede tardar unos minutos. Deja Cairn abierto hasta que termine. Si necesitas a alguien ahora, pulsa Ayuda.

practice-label = Práctica
practice-line = Práctica. Nada sale de aquí.
end-practice = Terminar práctica
practice-ended = La práctica terminó. El plan de muestra ya no está en este teléfono.

on-this-phone = En este teléfono
sent-at = Enviado { $time }
needs-attention = Necesita tu atención
see-why = Ver por qué
stays-here = Se queda en este teléfono

your-clinic = Tu clínica
call-clinic = Llama a tu clínica
sign-in-again = Entrar otra vez
sign-out = Cerrar sesión
