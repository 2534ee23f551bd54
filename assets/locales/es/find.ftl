### Volver a encontrar una página del diario: la búsqueda, el calendario, la línea del tiempo.

find-again = Encontrar una página
find = Buscar en tus páginas
find-short = Buscar
find-words = Palabras que buscas
find-hint = Basta con el principio de una palabra. Pon comillas si las palabras van juntas. Un menos delante de una palabra quita las páginas que la tienen.
find-some = Encontrado. Lo más nuevo va primero.
find-none-head = Ninguna página tiene todo esto
find-none-next = Prueba con una palabra corta o con su principio.
find-none-less = O quita una de las opciones de arriba.
find-pages = Páginas encontradas
find-no-words = Una página vacía
find-title = Título:

## Qué mirar

find-choose = Acotar la búsqueda
find-chosen = Lo que elegiste
find-take-out = Quitar: { $what }
find-any = Todo
find-session = Sesión
find-session-on = Sesión, { $day }
find-thread = Cuándo escribiste
find-thread-before = Antes de la sesión
find-thread-raw = El día de la sesión
find-thread-after = Los días de después
find-thread-later = Semanas después
find-kind = Qué hay en la página
find-kind-words = Palabras
find-kind-drawing = Dibujo
find-kind-photo = Foto
find-kind-voice = Nota de voz
find-kind-file = Archivo
find-mood = Tu ánimo de entonces
find-mood-range = Ánimo de { $low } a { $high }
find-shared = Compartido
find-shared-now = Compartida con tu clínica

## El calendario

calendar = Calendario
calendar-lead = Un punto marca cada día en que escribiste. Pulsa el día para ver sus páginas.
calendar-none = No hay páginas en este mes.
calendar-day = { $day }: ver tus páginas
month-before = El mes anterior: { $month }
month-after = El mes siguiente: { $month }
journal-day = Páginas de un día
day-none = No hay páginas en este día. El calendario muestra los días en que escribiste.

## La línea del tiempo

timeline = Línea del tiempo
timeline-session = Sesión { $number }
timeline-intention = Tu intención
this-day = Este día en otros años
this-day-show = Mostrar lo que escribí este día en otros años
this-day-none = En otros años no escribiste nada este día.
