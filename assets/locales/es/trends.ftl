### Trends: the drawings, their tables, and what they say aloud.

trends = Evolución
trends-lead = Tus números, día por día, con tus sesiones marcadas al lado.
see-trends = Ver tu evolución
trends-view = Cómo verlo
trends-over-time = En el tiempo
trends-around = Por sesión
trends-range = Desde cuándo
trends-four-weeks = 4 semanas
trends-three-months = 3 meses
trends-year = 1 año
trends-all = Todo
trends-span = Del { $first } al { $last }
trends-around-lead = Desde 7 días antes de cada sesión hasta 28 días después. La sesión más nueva va primero.

trends-first-time = Todavía no hay nada. Cada registro tuyo será un punto en esta página, con tus sesiones marcadas al lado. Los días sin registro quedan en blanco, y está bien.
trends-empty = No hay nada en este tiempo. Lo más nuevo es del { $day }. Elige un tiempo más largo para verlo.
trends-no-session = Todavía no hubo ninguna sesión. Después de la primera, verás aquí cómo fueron los días de antes y de después.
trends-older-sessions = { $count ->
    [one] 1 sesión anterior
   *[other] { $count } sesiones anteriores
}
trends-incomplete = Tu clínica envió algo que no podemos mostrar. Puede faltar una marca. Si necesitas saberlo, llama a tu clínica.

## What the axes say

trends-mood-ends = 0 lo más bajo, 10 lo mejor
trends-anxiety-ends = 0 nada, 10 lo máximo
trends-score-ends = De 0 a { $top } puntos
trends-bands = Así llama { $source } a los puntos (en inglés):
trends-session-day-short = Sesión

## The drawing in words

trends-nothing-here = Nada en este tiempo.
trends-days = { $days ->
    [one] 1 día tiene un registro.
   *[other] { $days } días tienen un registro.
}
trends-totals = { $count ->
    [one] Lo llenaste una vez.
   *[other] Lo llenaste { $count } veces.
}
trends-only = El número fue { $value }, { $day }.
trends-lowest = { $days ->
    [one] El más bajo: { $value }, { $day }.
   *[other] El más bajo: { $value }, en { $days } días; el último, { $day }.
}
trends-highest = { $days ->
    [one] El más alto: { $value }, { $day }.
   *[other] El más alto: { $value }, en { $days } días; el último, { $day }.
}
trends-last = El último: { $value }, { $day }.
trends-session-day = el día de la sesión
trends-days-before = { $days ->
    [one] 1 día antes
   *[other] { $days } días antes
}
trends-days-after = { $days ->
    [one] 1 día después
   *[other] { $days } días después
}

## What is marked

trends-marked = Lo que está marcado
trends-session = Sesión { $number }, { $day }
trends-session-alone = Sesión { $number }
trends-medicine = Algo cambió con una medicina
trends-medicine-on = Algo cambió con una medicina, { $day }
trends-key-mood = Ánimo: cada punto es un registro, en el momento del que habla. No se calcula ningún promedio.
trends-key-anxiety = Ansiedad: cada cuadrado es un registro.
trends-key-line = Donde pasan más de { $days } días sin registro, la línea se corta.
trends-key-scores = Cada anillo es un formulario que llenaste. Donde pasan más de { $weeks } semanas sin ninguno, la línea se corta.
trends-key-columns = Cada barra son { $days } días, del número más bajo al más alto. El punto es el número del medio.
trends-key-session = Una línea con un número es una sesión.
trends-key-medicine = Ese día tu clínica escribió sobre una medicina. O lo que escribió empieza o acaba ese día.

## The same as a table

trends-table = Lo mismo en una tabla
trends-day = Día
trends-none = ninguno
trends-older = Antes: { $page }
trends-newer = Después: { $page }

## What numbers say

trends-numbers = Lo que pueden decir los números
trends-numbers-lead = Estos números muestran lo que sentiste, y cuándo. No muestran por qué. Cairn no da consejos con ellos. Habla de ellos con tu clínica.
trends-noticed = { $name }: subir y bajar un poco es común. En un estudio, la gente notó un cambio a partir de unos { $points } puntos.
trends-not-applied = Cairn no usa esto para juzgar tus números. Lo que un cambio significa para ti se habla con tu clínica.
trends-article = Leer sobre tus números
