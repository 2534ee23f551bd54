//! A session's plan for a person to read: grouped, in the order of time, clock times first.

use super::view::{Maybe, Moment, QuestionNine, Reminder, Session, written};
use std::fmt::{Result, Write};

/// The width of names in front of words.
const NAME: usize = 22;
/// The width of a clock time, with a zone that has no letters: `Sun 2026-11-01 09:00 +1030`.
const CLOCK: usize = 26;

pub(crate) fn of(session: &Session) -> String {
    let mut text = String::new();
    // Writing into a String cannot go wrong.
    let _ = write(&mut text, session);
    text
}

fn write(text: &mut String, session: &Session) -> Result {
    writeln!(text, "{}, clock times of {}", session.protocol, session.zone)?;
    heading(text, "The day")?;
    for one in &session.day {
        line(text, Some(one.at), one.id, "")?;
    }
    heading(text, "Cut-offs")?;
    for one in &session.cutoffs {
        line(text, Some(one.at), &one.id, one.words.as_deref().unwrap_or_default())?;
    }
    tasks(text, session)?;
    heading(text, "Reminders")?;
    reminders(text, session)?;
    heading(text, "Afterwards")?;
    line(text, Some(session.first_24h_card.until), "first_24h_card", "The card is over.")?;
    line(text, session.first_24h_card.rule, "  by its rule", "")?;
    line(text, Some(session.first_24h_card.morning_after), "  morning after", "")?;
    line(text, Some(session.soft_mode_until), "soft mode", "One thing per screen until then.")?;
    visits(text, session)?;
    heading(text, "An answer above zero to question 9")?;
    let QuestionNine { call_after_min, pinned_min } = session.question_9;
    writeln!(text, "  Not with you after {call_after_min} minutes: the patient is asked to call.")?;
    writeln!(text, "  The card with whom to call stays on the first page for {pinned_min} minutes.")
}

fn heading(text: &mut String, words: &str) -> Result {
    writeln!(text, "\n{words}")
}

fn line(text: &mut String, at: Option<Moment>, name: &str, words: &str) -> Result {
    let (clock, instant) = match at {
        Some(at) => {
            let local = at.instant.with_timezone(&at.zone);
            (local.format("%a %Y-%m-%d %H:%M %Z").to_string(), written(at.instant))
        }
        None => ("no time".to_owned(), String::new()),
    };
    let twice = at.and_then(|at| at.twice).map(|which| format!(" ({which})")).unwrap_or_default();
    let whole = format!("  {clock:<CLOCK$} {instant:<21} {name:<NAME$} {words}{twice}");
    writeln!(text, "{}", whole.trim_end())
}

fn tasks(text: &mut String, session: &Session) -> Result {
    heading(text, "Tasks")?;
    for task in &session.tasks {
        let mut words = task.title.clone();
        if let Some(minutes) = &task.minutes {
            write!(words, " ({minutes} minutes)")?;
        }
        if let Some(before) = &task.required_before {
            write!(words, " (before {before})")?;
        }
        line(text, known(task.due), &task.id, &words)?;
        if let (Some(first), Some(last)) = (task.times.first(), task.times.last()) {
            writeln!(text, "  {:<CLOCK$} {} times, from {first} to {last}", "", task.times.len())?;
        }
    }
    Ok(())
}

fn reminders(text: &mut String, session: &Session) -> Result {
    match &session.quiet_hours {
        None => writeln!(text, "  No quiet hours.")?,
        Some(quiet) => {
            let moved = quiet.cutoffs_move_to.as_deref().unwrap_or("half an hour before");
            writeln!(text, "  Quiet from {} to {}; cut-offs move to {moved}.", quiet.from, quiet.to)?;
        }
    }
    for one in &session.at_once {
        reminder(text, one, "At once: ")?;
    }
    let (daily, others): (Vec<_>, Vec<_>) =
        session.reminders.iter().partition(|one| one.id.starts_with("daily@"));
    for one in others {
        reminder(text, one, "")?;
    }
    if let (Some(first), Some(last)) = (daily.first(), daily.last()) {
        writeln!(text, "  Daily check-in, {} times, the first and the last:", daily.len())?;
        reminder(text, first, "")?;
        reminder(text, last, "")?;
    }
    Ok(())
}

fn reminder(text: &mut String, one: &Reminder, before: &str) -> Result {
    // A moved ring comes at another time than its sentence was written for: the patient reads the clock time.
    let mut words = if one.text_key == "reminder-with-time" {
        format!("{before}\"{}\" ({})", one.text, one.words)
    } else {
        format!("{before}{}", one.words)
    };
    if one.planned != one.at.instant {
        let planned = one.planned.with_timezone(&one.at.zone);
        write!(words, " [moved from {}]", planned.format("%a %H:%M %Z"))?;
    }
    line(text, Some(one.at), &one.id, &words)
}

fn visits(text: &mut String, session: &Session) -> Result {
    heading(text, "Visits")?;
    for visit in &session.visits {
        let mut words = Vec::new();
        words.extend(visit.minutes.as_ref().map(|minutes| format!("{minutes} minutes")));
        words.extend(visit.arrive_early_min.as_ref().map(|early| format!("arrive {early} minutes early")));
        words.extend(visit.count.map(|count| format!("usually {count}")));
        line(text, known(visit.start), &visit.kind, &words.join(", "))?;
    }
    let mut series = Vec::new();
    series.extend(session.series.dosing_sessions.map(|count| format!("sessions: {count}")));
    series.extend(session.series.spacing_days.map(|days| format!("days between them: {days}")));
    if series.is_empty() { Ok(()) } else { writeln!(text, "  {}", series.join(", ")) }
}

const fn known(moment: Maybe) -> Option<Moment> {
    match moment {
        Maybe::Known(moment) => Some(moment),
        Maybe::Unknown { .. } => None,
    }
}
