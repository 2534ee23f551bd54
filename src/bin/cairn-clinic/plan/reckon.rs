//! Reckons one session with the app's own rules: nothing here knows a number of its own but how far to look.

use super::view::{
    Card, CutOff, Maybe, Moment, Named, QuestionNine, QuietHours, Reminder, Series, Session, Task, Visit,
    which_one, written,
};
use crate::args::Plan;
use cairn::care::alarms::{self, Quiet, Reasons, ToDo, Window, Wishes};
use cairn::care::protocol::{Phase, PhaseVisit, Protocol, fill};
use cairn::care::schedule::Done;
use cairn::care::{
    self, Alarm, AlarmKind, ClockTime, CutOffKind, Detail, Due, Id, Marks, SessionTimes, Shown, VisitKind,
    VisitState, time,
};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// The name of the visit in the plan; ids of reminders are shown without it.
const SESSION: &str = "session";
/// How far the app plans ahead at least: where no booking is known, a daily task is shown for so long.
const DAYS_AHEAD: u16 = 14;
/// What the app calls the cut-off of large meals, which has no words of the clinic's own.
const LARGE_MEAL: &str = "Last large or fatty meal";

/// Why nothing can be reckoned.
#[derive(Debug, Clone, Copy, thiserror::Error)]
pub(crate) enum NoPlan {
    #[error("a day so far away is beyond the calendar")]
    OffCalendar,
    #[error("the session cannot end before the patient has arrived: look at --end")]
    EndsTooEarly,
}

/// What is reckoned with.
struct Given<'a> {
    protocol: &'a Protocol,
    times: SessionTimes,
    marks: Marks,
    start: DateTime<Utc>,
    /// The end of the visit as it would be booked.
    stated: Option<DateTime<Utc>>,
    zone: Tz,
}

pub(crate) fn session(wish: &Plan, protocol: &Protocol) -> Result<Session, NoPlan> {
    let given = given(wish, protocol)?;
    let alarms = planned(&given, Quiet::Clinics, ALWAYS);
    let (times, zone) = (&given.times, given.zone);
    let moment = |instant| Moment::of(instant, zone);
    let (reminders, at_once) = rings(&given, wish, &alarms);
    let template = &protocol.template;
    let program = protocol.program.as_ref();
    Ok(Session {
        protocol: format!("{} version {}", template.id, template.version),
        zone: zone.name(),
        day: day(&given),
        cutoffs: times
            .cut_offs(protocol, VisitKind::Session)
            .into_iter()
            .map(|one| cut_off(&given, one))
            .collect(),
        tasks: tasks(&given, wish, &alarms),
        reminders,
        at_once,
        first_24h_card: Card {
            until: moment(times.card_until(protocol, given.stated)),
            rule: times.card_rule(protocol).map(moment),
            morning_after: moment(times.morning_after(protocol)),
        },
        soft_mode_until: moment(times.soft_until(protocol, given.stated)),
        visits: visits(&given),
        series: Series {
            dosing_sessions: program.and_then(|program| Some(program.dosing_sessions.as_ref()?.value)),
            spacing_days: program.and_then(|program| Some(program.spacing_days.as_ref()?.value)),
        },
        quiet_hours: protocol.quiet_hours(VisitKind::Session).map(|quiet| QuietHours {
            from: quiet.from.to_string(),
            to: quiet.to.to_string(),
            cutoffs_move_to: quiet.cutoffs_move_to.map(|clock| clock.to_string()),
        }),
        question_9: QuestionNine {
            call_after_min: protocol.safety.call_after().num_minutes(),
            pinned_min: protocol.safety.pinned_for().num_minutes(),
        },
        warnings: Vec::new(),
    })
}

fn given<'a>(wish: &Plan, protocol: &'a Protocol) -> Result<Given<'a>, NoPlan> {
    let (zone, kind) = (wish.zone, VisitKind::Session);
    let arrival = time::instant_of(wish.arrival, zone);
    if wish.end.is_some_and(|end| end < arrival) {
        return Err(NoPlan::EndsTooEarly);
    }
    let start = arrival.checked_add_signed(protocol.arrive_early(kind)).ok_or(NoPlan::OffCalendar)?;
    let marks = Marks { injection: None, end: wish.end };
    let times =
        SessionTimes::of(protocol, kind, start, wish.booking, marks, zone).ok_or(NoPlan::OffCalendar)?;
    let minutes =
        protocol.phase(kind).and_then(|phase| phase.visits().find_map(|visit| visit.minutes.as_ref()));
    let stated = minutes.and_then(|minutes| start.checked_add_signed(minutes.value.length()));
    Ok(Given { protocol, times, marks, start, stated, zone })
}

/// The anchors, and how the time at the clinic goes, from the injection on.
fn day(given: &Given<'_>) -> Vec<Named> {
    let Given { protocol, times, start, zone, stated, .. } = given;
    let mut day = Vec::new();
    let mut add = |id, at: Option<DateTime<Utc>>| {
        day.extend(at.map(|at| Named { id, at: Moment::of(at, *zone) }));
    };
    add("booking", times.booking);
    add("arrival", Some(times.arrival));
    add("start", Some(*start));
    add("injection", Some(times.injection));
    let timeline = protocol.phase(VisitKind::Session).and_then(|phase| phase.timeline_in_clinic.as_ref());
    if let Some(timeline) = timeline {
        let after = [
            ("onset_min", timeline.onset_min.as_ref()),
            ("effect_min", timeline.effect_min.as_ref()),
            ("observe_min", timeline.observe_min.as_ref()),
        ];
        for (id, minutes) in after {
            add(id, minutes.and_then(|minutes| times.injection.checked_add_signed(minutes.value.length())));
        }
    }
    add("visit_end", *stated);
    add("end", Some(times.end));
    day.sort_by_key(|one| one.at.instant);
    day
}

/// A clock time as it stands in a sentence, never to be read as a later one.
fn spoken(clock: &ClockTime) -> String {
    let shown = clock.local.format("%-I:%M %P, %A");
    clock.twice.map_or_else(|| shown.to_string(), |which| format!("{shown}, {}", which_one(which)))
}

fn cut_off(given: &Given<'_>, cut_off: care::CutOff) -> CutOff {
    let instruction = given.protocol.instruction(&cut_off.instruction);
    let hours = instruction.and_then(|found| found.hours.as_ref()).map(|hours| hours.value.to_string());
    let mut values = vec![("time", spoken(&cut_off.clock(given.zone)))];
    values.extend(hours.map(|hours| ("h", hours)));
    // The words of an instruction name its own time, not that of large meals.
    let own = instruction.filter(|_| cut_off.what != CutOffKind::LargeMeal);
    let words = own.and_then(|found| found.shown_text()).map(|text| fill(text, &values));
    let large = (cut_off.what == CutOffKind::LargeMeal).then(|| LARGE_MEAL.to_owned());
    let words = large.or(words);
    CutOff { id: cut_off.id, at: Moment::of(cut_off.at, given.zone), instruction: cut_off.instruction, words }
}

fn tasks(given: &Given<'_>, wish: &Plan, alarms: &[Alarm]) -> Vec<Task> {
    let of_day = |instant| time::day_of(instant, given.zone);
    let arrival = of_day(given.times.arrival);
    let ahead = arrival.checked_sub_days(Days::new(DAYS_AHEAD.into())).unwrap_or(arrival);
    let first = wish.booking.map_or(ahead, of_day);
    let last = of_day(alarms.last().map_or(given.times.end, |alarm| alarm.at));
    let all =
        given.protocol.phases.iter().flat_map(|phase| phase.tasks.iter().map(move |task| (phase, task)));
    all.map(|(phase, task)| Task {
        id: task.id.clone(),
        due: Maybe::of(due(given, task), given.zone),
        phase: phase.id.clone(),
        title: task.title.clone(),
        minutes: task.minutes.as_ref().map(|minutes| minutes.value.to_string()),
        required_before: task.required_before.clone(),
        times: times_of(given, task, first, last),
    })
    .collect()
}

fn due(given: &Given<'_>, task: &care::protocol::Task) -> Option<DateTime<Utc>> {
    task.due.as_ref().and_then(|due| given.times.instant(given.protocol, due))
}

fn times_of(
    given: &Given<'_>,
    task: &care::protocol::Task,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<String> {
    let repeats = given.times.repeats(given.protocol, task, first, last);
    let words = repeats.into_iter().map(|due| match due {
        Due::At(instant) => written(instant),
        Due::On(day) => day.to_string(),
    });
    words.collect()
}

fn visits(given: &Given<'_>) -> Vec<Visit> {
    let session = |phase: &Phase| phase.kind() == Some(VisitKind::Session);
    let is_session = |id: &str| given.protocol.phases.iter().any(|phase| phase.id == id && session(phase));
    let start = |phase: &Phase, visit: &PhaseVisit| {
        let from_session = visit.offset_from.as_deref().is_some_and(is_session);
        let planned = visit.at.as_ref().filter(|_| from_session);
        let planned = planned.and_then(|at| at.value.after(given.start, given.zone));
        planned.or_else(|| session(phase).then_some(given.start))
    };
    let phases = given.protocol.phases.iter();
    let all = phases.flat_map(|phase| phase.visits().map(move |visit| (phase, visit)));
    all.map(|(phase, visit)| Visit {
        phase: phase.id.clone(),
        kind: visit.kind.clone(),
        start: Maybe::of(start(phase, visit), given.zone),
        minutes: visit.minutes.as_ref().map(|minutes| minutes.value.to_string()),
        count: visit.count.as_ref().map(|count| count.value),
        arrive_early_min: visit.arrive_early_min.as_ref().map(|minutes| minutes.value.to_string()),
    })
    .collect()
}

/// The app's plan of reminders for this one session, with every task of the protocol still to do.
fn planned(given: &Given<'_>, quiet: Quiet, window: Window) -> Vec<Alarm> {
    let Ok(id) = Id::new(SESSION) else { return Vec::new() };
    let Given { protocol, times, marks, start, stated, zone } = given;
    let visit = care::Visit {
        id: id.clone(),
        kind: VisitKind::Session,
        state: VisitState::Confirmed,
        start: Some(*start),
        end: *stated,
        booked: times.booking,
        place: None,
        with: Vec::new(),
        note: None,
    };
    let marks = BTreeMap::from([(id, *marks)]);
    let phases = protocol.phases.iter().flat_map(|phase| phase.tasks.iter().map(move |task| (phase, task)));
    let to_do: Vec<_> = phases
        .filter_map(|(phase, task)| {
            let due = Due::At(due(given, task)?);
            Some(ToDo { id: task.id.clone(), title: task.title.clone(), due, step: phase.kind() })
        })
        .collect();
    let reasons = Reasons {
        visits: &[visit],
        marks: &marks,
        zones: &BTreeMap::new(),
        withheld: &BTreeSet::new(),
        protocol: Some(protocol),
        to_do: &to_do,
        steps: &[],
        done: &Done::default(),
        clinic: *zone,
        phone: *zone,
    };
    alarms::plan(&reasons, &Wishes { quiet, ..Wishes::default() }, window)
}

const ALWAYS: Window = Window { from: DateTime::<Utc>::MIN_UTC, until: DateTime::<Utc>::MAX_UTC };

/// What rings in the window asked for, and what is late by then but still rings.
fn rings(given: &Given<'_>, wish: &Plan, all: &[Alarm]) -> (Vec<Reminder>, Vec<Reminder>) {
    let loud: BTreeMap<_, _> =
        planned(given, Quiet::Never, ALWAYS).into_iter().map(|alarm| (alarm.id, alarm.at)).collect();
    let show = |alarm: &Alarm| reminder(alarm, loud.get(&alarm.id).copied().unwrap_or(alarm.at), given.zone);
    let Some(from) = wish.from else { return (all.iter().map(show).collect(), Vec::new()) };
    let days = TimeDelta::days(wish.days.unwrap_or(DAYS_AHEAD).into());
    let until = from.checked_add_signed(days).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let of_use = planned(given, Quiet::Clinics, Window { from, until });
    let (late, ahead): (Vec<_>, Vec<_>) = of_use.iter().partition(|alarm| alarm.at < from);
    (ahead.into_iter().map(show).collect(), late.into_iter().map(show).collect())
}

fn reminder(alarm: &Alarm, planned: DateTime<Utc>, zone: Tz) -> Reminder {
    let own = alarm.id.strip_prefix(SESSION).and_then(|id| id.strip_prefix('.'));
    Reminder {
        id: own.unwrap_or(&alarm.id).to_owned(),
        at: Moment::of(alarm.at, zone),
        text_key: alarm.shown.key(),
        text: match &alarm.shown {
            Shown::Plain => "You have a reminder".to_owned(),
            Shown::WithTime(clock) => format!("You have a reminder for {}", spoken(clock)),
        },
        kind: match alarm.kind {
            AlarmKind::CutOff => "cut-off",
            AlarmKind::Session => "session",
            AlarmKind::Visit => "visit",
            AlarmKind::Task => "task",
            AlarmKind::CheckIn => "check-in",
            AlarmKind::Step => "step",
            AlarmKind::LookBack => "look-back",
            AlarmKind::Answer => "answer",
            AlarmKind::Call => "call",
        },
        planned,
        until: alarm.until,
        words: match &alarm.detail {
            Detail::Clinic { words, times, .. } => {
                let times: Vec<_> = times.iter().map(|(name, clock)| (name, spoken(clock))).collect();
                fill(words, &times)
            }
            Detail::Visit { at, .. } => format!("A visit: be there at {}.", spoken(at)),
            Detail::Task { title } => title.clone(),
            Detail::CheckIn => "How are you?".to_owned(),
            Detail::Questions => "Questions from your clinic".to_owned(),
            Detail::Step => "A small step".to_owned(),
            Detail::LookBack => "A look back at the small steps".to_owned(),
            Detail::Answer => "A message from the clinic".to_owned(),
            Detail::Unreached => "Call the clinic".to_owned(),
        },
    }
}
