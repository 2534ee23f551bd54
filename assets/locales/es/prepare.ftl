### How to prepare, things to do, and the intention.

see-how-to-prepare = Ver cómo prepararte
how-to-prepare = Cómo prepararte
prepare-short = Preparación
visit-and-day = { $visit }: { $day }
before-clocks-go-back = { $moment } (antes de que el reloj se atrase)
after-clocks-go-back = { $moment } (después de que el reloj se atrase)

## Times

times-title = Horas
be-there = Llegada
last-large-meal = Última comida grande o grasosa
last-food = Última comida
last-clear-drink = Último líquido claro
last-alcohol = Último alcohol
last-cannabis = Último cannabis
time-is-over = Esta hora ya pasó.
clear-drinks = Estos son líquidos claros
not-clear-drinks = Estos no
how-long-is-that = ¿Cuánto falta?
in-minutes = en { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
in-hours-and-minutes = en { $hours ->
    [one] 1 hora
   *[other] { $hours } horas
}{ $minutes ->
    [0] {""}
    [one] {" "}y 1 minuto
   *[other] {" "}y { $minutes } minutos
}
what-in-time = { $what }: { $long }

no-large-meal-now = Ya no comas nada grande ni grasoso.
had-a-large-meal = ¿Lo hiciste? Llámanos.
nothing-to-eat-now = Ya no comas nada.
nothing-by-mouth-now = Ya no comas ni bebas nada.
ate-something = ¿Comiste algo? Llámanos.

times-not-shown = No podemos mostrar las horas para comer y beber. Llama a tu clínica.
times-unreadable-lead = Tu clínica cambió algo que no podemos mostrar. Llama primero. No uses una hora anterior.
times-no-rules-lead = Las reglas de tu clínica no están en este teléfono. Llama y pregunta cuándo dejar de comer y beber.
times-not-sure = Las horas todavía no están
times-not-sure-lead = Tu clínica no ha confirmado esta visita. Las horas para comer y beber estarán aquí cuando lo haga.
visit-over = Esta visita ya no está por venir
visit-over-lead = Sus horas para comer y beber ya no valen.
food-moved-with-it = Las horas de comida, bebida y avisos cambiaron con ella.

## Medicines

medicines = Medicamentos
no-own-changes = No dejes ni te saltes ningún medicamento si tu clínica no lo escribió aquí. ¿Dudas? Llama a tu clínica.
medicines-unreadable = No podemos mostrar lo que tu clínica escribió sobre tus medicamentos
no-medicine-lines = Tu clínica no ha escrito nada aquí sobre tus medicamentos.
take = Toma
skip = No tomes
ask-first = Pregunta primero
ask-first-lead = Llama a tu clínica antes de tomarlos o dejarlos.
no-words-ask = Tu clínica no escribió nada sobre este. Llama y pregunta.
not-to-take-ask = Tu clínica marcó que este no se toma. Llama y pregunta.
on-day = El { $day }
from-day-to-day = Del { $first } al { $last }
from-day = Desde el { $day }
until-day = Hasta el { $day }
written-by-on = Lo escribió { $name }, { $day }
written-by = Lo escribió { $name }
written-on = Escrito el { $day }
taken-off-list = Tu clínica quitó { $medicine } de esta lista
this-changed = Esto cambió
sent-again-read = Tu clínica lo envió otra vez. Léelo de nuevo, por favor.
you-read-this = Lo leíste: { $time }
medicine-to-read = Tu clínica escribió sobre tus medicamentos. Léelo, por favor.
medicine-changed-to-read = Tu clínica cambió lo que escribió sobre un medicamento. Léelo, por favor.
day-by-day = Día por día
day-by-day-lead = Arriba están las palabras de tu clínica. Aquí solo dice para qué día valen.
day-of-the-visit = El día de tu visita
no-line-that-day = Nada escrito para este día

## The rest

what-to-bring = Trae
what-to-wear = Ropa
on-the-day = Ese día
call-us-if = Cuándo llamarnos

## Things to do

all-things-to-do = Todo lo que hay por hacer
to-do-short = Por hacer
done-things = Hecho
done-at-clinic = Tu clínica ya lo tiene como hecho.
own-things = Lo tuyo
own-item = Tuyo, solo en este teléfono
add-own-item = Agrega algo tuyo
own-item-where = Se queda en este teléfono. Tu clínica no lo ve.
add = Agregar
remove-item = Quitar
own-item-removed = Lo quitaste.

## The intention

intention-short = Intención
intention-title = Tu intención
intention-lead = Una frase para tu sesión. Sin apretarla. Puedes cambiarla cuando quieras.
intention-question = ¿Qué quiero llevar a esta sesión?
intention-where = Se queda en este teléfono. Tu clínica no la ve.
intention-kept = Guardada aquí: { $time }
earlier-intentions = { $count ->
    [one] 1 versión anterior
   *[other] { $count } versiones anteriores
}
write-intention = Escribirla o cambiarla
