### Después de la pregunta sobre hacerse daño: a quién llamar y qué sabe la clínica.

safety-title = Qué bueno que lo dijiste
safety-lead = Pensar así puede ser muy duro. Puedes hablar con alguien ahora mismo, de día o de noche. No hace falta saber qué decir.
safety-clinic = Tu clínica
safety-danger = ¿Estás en peligro ahora?
safety-numbers = Estos números también están en Ayuda, en todas las páginas.

safety-state = Lo que sabe tu clínica
safety-practice = Esto es práctica, así que no se envió nada. Los números de la clínica son inventados. Los otros números son reales.
safety-not-yet = Aún no se envió. Tu clínica todavía no puede ver tu respuesta.
safety-unreached = Esto no ha llegado a tu clínica. Por favor llámala, o llama a otro de estos números.
safety-refused = La computadora de tu clínica no lo aceptó. Por favor llámala, o llama a otro de estos números.
safety-sent = Se envió: { $time }. Puede que tu clínica aún no lo haya leído.
safety-seen = Tu clínica lo marcó como visto.
safety-seen-at = Tu clínica lo marcó como visto: { $time }.

safety-go-on = Estoy a salvo y quiero seguir
safety-stop = Guardar y parar
safety-hide = Ocultar esto

before-form-title = Quién ve tus respuestas
before-form-lead = Tu equipo ve estas respuestas cuando tu teléfono se conecta, no al instante.
before-form-call = Si necesitas ayuda ahora, llama a uno de estos números.

about-unreached = Algo que escribiste no ha llegado a tu clínica. Por favor llámala.

## In the list of what was made.

# No dice qué se respondió: cualquiera puede mirar la pantalla.
made-urgent-at = Mensaje a tu clínica, { $time }
