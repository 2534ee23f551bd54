### Help.

help-title = Ayuda
in-danger = ¿En peligro ahora mismo?
emergency-signs-lead = Llama a este número por:
no-emergency-number = Llama al número de emergencia del lugar donde estás.
crisis-title = Si piensas en terminar con tu vida
crisis-lead = Puedes hablar con alguien ahora, de día o de noche.
no-crisis-number = Llama al número de emergencia o ve a la sala de emergencias más cercana. No tienes que explicar mucho.
clinic-signs-lead = Llama a tu clínica por:
practice-clinic-numbers = Es práctica: los números de la clínica son inventados.
practice-numbers = Es práctica: los números de la clínica son inventados. Los otros son reales.
no-clinic-number = Tu clínica todavía no envió un número.
call-number = Llamar al { $value }
text-number = Mensaje de texto al { $value }
mail-address = Correo electrónico a { $value }
open-website = Abrir la página web
reviewed-by = Lo revisó { $name }
not-reviewed = Todavía no lo revisó un profesional
