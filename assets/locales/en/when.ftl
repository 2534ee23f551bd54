### Days and clock times.

# $hour is 1 to 12, $half is am or pm. The gap does not break, so a time stays on one line.
time = { $hour }:{ $minute } { $half }
time-noon = 12 noon
time-midnight = 12 midnight

day = { $weekday }, { $day } { $month }
day-year = { $weekday }, { $day } { $month } { $year }
date = { $day } { $month }
date-year = { $day } { $month } { $year }
date-short = { $day } { $month }
month-year = { $month } { $year }
moment = { $time }, { $day }
moment-near = { $time } { $day }
moment-there = { $moment } ({ $city } time)

today = today
tomorrow = tomorrow
yesterday = yesterday

monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday

january = January
february = February
march = March
april = April
may = May
june = June
july = July
august = August
september = September
october = October
november = November
december = December
