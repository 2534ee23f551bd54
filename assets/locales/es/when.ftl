### Days and clock times.

# $hour is 1 to 12, $half is am or pm. The gaps do not break, so a time stays on one line.
time = { $half ->
    [am] { $hour }:{ $minute } a. m.
   *[pm] { $hour }:{ $minute } p. m.
}
time-noon = 12 del mediodía
time-midnight = 12 de la noche

day = { $weekday }, { $day } de { $month }
day-year = { $weekday }, { $day } de { $month } de { $year }
date = { $day } de { $month }
date-year = { $day } de { $month } de { $year }
date-short = { $day } { $month }
month-year = { $month } de { $year }
moment = { $time }, { $day }
moment-near = { $time } { $day }
moment-there = { $moment } (hora de { $city })

today = hoy
tomorrow = mañana
yesterday = ayer

monday = lunes
tuesday = martes
wednesday = miércoles
thursday = jueves
friday = viernes
saturday = sábado
sunday = domingo

january = enero
february = febrero
march = marzo
april = abril
may = mayo
june = junio
july = julio
august = agosto
september = septiembre
october = octubre
november = noviembre
december = diciembre
