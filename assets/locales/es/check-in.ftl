### Check-ins.

mood = Ánimo
anxiety = Ansiedad
mood-question = Tu ánimo
mood-low = 0 es lo más bajo
mood-high = 10 es lo mejor
anxiety-question = Tu ansiedad
anxiety-low = 0 es nada
anxiety-high = 10 es lo máximo
choose-a-number = Elige aquí también un número.
few-words = Unas palabras, si quieres
who-reads = Los números y las palabras van a tu clínica. Puede que no los lean enseguida.
who-reads-practice = Es práctica: se queda en este teléfono.
saved = Guardado en este teléfono
check-in-saved = Registro guardado
taken-back = Deshecho
too-late = Ya es tarde para deshacerlo
too-late-next = Puede que ya esté en tu clínica. Avísales si algo no está bien.
too-late-gone = Ya no está en este teléfono.

earlier-check-ins = Registros anteriores
no-check-ins-yet = Todavía no hay nada. Cada registro estará en esta página, y verás cuándo lo tiene tu clínica.
show-older = Ver más antiguos
