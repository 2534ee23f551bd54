//! `cairn-clinic plan` prints what a patient will see, of a draft too, and names what it cannot plan.

use super::tool::{Folder, PROTOCOL, Run, SAMPLE, clinic_file, run};
use serde_json::{Value, json};
use std::path::Path;

pub(crate) const ARRIVAL: &str = "2026-11-01T09:00";

pub(crate) fn plan(file: &Path, arrival: &str, zone: &str, more: &[&str]) -> Run {
    let file = file.to_str().unwrap();
    run(&[&["plan", file, "--arrival", arrival, "--zone", zone], more].concat(), None)
}

/// The answer for a session in New York on the day its clocks go back.
fn answer(more: &[&str]) -> Value {
    let run = plan(&clinic_file(PROTOCOL), ARRIVAL, "America/New_York", &[&["--json"], more].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.json()
}

fn found<'a>(list: &'a Value, id: &str) -> &'a Value {
    let mut with_id = list.as_array().unwrap().iter().filter(|one| one["id"] == id);
    let one = with_id.next().unwrap_or_else(|| panic!("no {id} in {list:#}"));
    assert!(with_id.next().is_none(), "{id} is there twice");
    one
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

#[test]
fn cut_offs_are_elapsed_hours_before_the_arrival_on_the_clinics_clock() {
    let answer = answer(&[]);
    let cut_offs = &answer["cutoffs"];
    assert_eq!(ids(cut_offs), ["alcohol", "cannabis", "fatty_meal_hours", "fast_solids", "fast_clear"]);
    let expected = [
        ("fast_solids", "2026-11-01T08:00:00Z", "2026-11-01T03:00"),
        ("fatty_meal_hours", "2026-11-01T06:00:00Z", "2026-11-01T01:00"),
        ("alcohol", "2026-10-31T14:00:00Z", "2026-10-31T10:00"),
    ];
    for (id, instant, local) in expected {
        let one = found(cut_offs, id);
        assert_eq!((&one["instant"], &one["local"]), (&json!(instant), &json!(local)), "{id}");
        assert_eq!(one["zone"], "America/New_York");
    }
    assert_eq!(found(cut_offs, "fast_solids")["words"], "Nothing to eat after 3:00 am, Sunday.");
    assert_eq!(found(cut_offs, "alcohol")["words"], "No alcohol for 24 hours before.");
    // 1 am is shown twice in that night.
    assert_eq!(found(cut_offs, "fatty_meal_hours")["twice"], "after the clocks went back");
    assert_eq!(found(cut_offs, "fast_solids").get("twice"), None);
}

#[test]
fn reminders_bear_the_protocols_names_and_the_key_of_what_a_locked_phone_shows() {
    let answer = answer(&["--booking", "2026-10-10T08:00:00-04:00"]);
    let reminders = &answer["reminders"];
    let evening = found(reminders, "evening-before");
    assert_eq!(
        (&evening["instant"], &evening["text_key"]),
        (&json!("2026-10-31T22:00:00Z"), &json!("reminder-plain"))
    );
    assert_eq!(evening["words"], "Tomorrow: what to bring, last meal at 3:00 am, Sunday.");
    let food = found(reminders, "last-food");
    let shown = (&food["instant"], &food["local"], &food["text_key"]);
    assert_eq!(
        shown,
        (&json!("2026-11-01T01:00:00Z"), &json!("2026-10-31T21:00"), &json!("reminder-with-time"))
    );
    assert_eq!(found(reminders, "check-in:evening")["instant"], "2026-11-01T20:30:00Z");
    assert_eq!(found(reminders, "daily@2026-11-02")["instant"], "2026-11-03T00:00:00Z");
    assert_eq!(found(reminders, "task:history")["instant"], "2026-10-12T22:00:00Z");
    assert_eq!(found(&answer["day"], "booking")["instant"], "2026-10-10T12:00:00Z");
}

#[test]
fn every_task_is_there_once_with_or_without_a_time() {
    let unbooked = answer(&[]);
    let tasks = &unbooked["tasks"];
    assert_eq!(tasks.as_array().unwrap().len(), 15);
    assert_eq!(found(tasks, "history")["instant"], Value::Null);
    assert_eq!(found(tasks, "gad7-0")["instant"], "2026-10-25T13:00:00Z");
    assert_eq!(found(tasks, "breathing")["times"].as_array().unwrap().len(), 14);
    let weeks =
        ["2026-11-08T16:30:00Z", "2026-11-15T16:30:00Z", "2026-11-22T16:30:00Z", "2026-11-29T16:30:00Z"];
    assert_eq!(found(tasks, "weekly")["times"], json!(weeks));
    let booked = answer(&["--booking", "2026-10-10T12:00:00Z"]);
    assert_eq!(found(&booked["tasks"], "history")["instant"], "2026-10-13T12:00:00Z");
    assert_eq!(found(&booked["tasks"], "breathing")["times"].as_array().unwrap().len(), 22);
}

#[test]
fn a_marked_end_moves_what_comes_after_it() {
    let planned = answer(&[]);
    assert_eq!(planned["first_24h_card"]["until"]["instant"], "2026-11-02T16:30:00Z");
    assert_eq!(planned["soft_mode_until"]["instant"], "2026-11-01T20:30:00Z");
    let marked = answer(&["--end", "2026-11-01T18:00:00Z"]);
    assert_eq!(marked["first_24h_card"]["until"]["instant"], "2026-11-02T18:00:00Z");
    assert_eq!(marked["soft_mode_until"]["instant"], "2026-11-01T22:00:00Z");
    assert_eq!(found(&marked["reminders"], "check-in:day-after")["instant"], "2026-11-02T18:00:00Z");
    assert_eq!(planned["cutoffs"], marked["cutoffs"]);
}

#[test]
fn a_window_shows_only_its_own_rings_and_what_is_late_apart() {
    let from = ["--from", "2026-11-01T02:00:00Z", "--days", "1"];
    let answer = answer(&from);
    let expected = ["get-ready", "check-in:arriving", "check-in:evening", "task:capture", "daily@2026-11-01"];
    assert_eq!(ids(&answer["reminders"])[..3], expected[..3]);
    let inside = |one: &Value| {
        let instant = one["instant"].as_str().unwrap();
        ("2026-11-01T02:00:00Z".."2026-11-02T02:00:00Z").contains(&instant)
    };
    assert!(answer["reminders"].as_array().unwrap().iter().all(inside));
    assert!(ids(&answer["at_once"]).contains(&"last-food"));
    assert!(!answer["at_once"].as_array().unwrap().iter().any(inside));
}

#[test]
fn a_draft_is_planned_and_what_it_lacks_is_said_apart() {
    let run = plan(&clinic_file(PROTOCOL), ARRIVAL, "America/New_York", &[]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.err.contains("kap-im-default.yaml:") && run.err.contains("warning: the clinic's phone number")
    );
    assert!(!run.err.contains("mistake:"), "{}", run.err);
    for part in
        ["Cut-offs", "Sun 2026-11-01 03:00 EST", "Nothing to eat after 3:00 am", "Reminders", "Visits"]
    {
        assert!(run.out.contains(part), "no {part:?} in {}", run.out);
    }
    // A sample names its protocol and fills in what that lacks.
    let sample = plan(&clinic_file(SAMPLE), ARRIVAL, "America/New_York", &[]);
    assert_eq!(sample.code, Some(0));
    assert!(sample.out.starts_with("harbor-kap version 1") && !sample.err.contains("phone number"));
}

#[test]
fn an_arrival_the_clock_skips_or_shows_twice_is_planned_with_a_warning() {
    for (arrival, says, instant) in [
        ("2026-03-08T02:30", "skip", "2026-03-08T07:00:00Z"),
        ("2026-11-01T01:30", "twice", "2026-11-01T05:30:00Z"),
    ] {
        let run = plan(&clinic_file(PROTOCOL), arrival, "America/New_York", &["--json"]);
        assert_eq!(run.code, Some(0));
        assert!(run.err.contains(says), "{}", run.err);
        assert_eq!(found(&run.json()["day"], "arrival")["instant"], instant);
    }
    let usual = plan(&clinic_file(PROTOCOL), ARRIVAL, "America/New_York", &[]);
    assert!(!usual.err.contains("clocks"), "{}", usual.err);
}

#[test]
fn what_cannot_be_understood_is_refused_with_a_sentence() {
    let file = clinic_file(PROTOCOL);
    let new_york = "America/New_York";
    for (arrival, zone, more, says) in [
        ("2026-11-01 9 am", new_york, &[][..], "not a time on a clock"),
        (ARRIVAL, "New York", &[], "not a time zone"),
        (ARRIVAL, new_york, &["--end", "noon"], "not an instant"),
        (ARRIVAL, new_york, &["--end", "2026-11-01T09:00:00Z"], "cannot end before"),
        (ARRIVAL, new_york, &["--days", "3"], "--from"),
    ] {
        let run = plan(&file, arrival, zone, more);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{says}");
        assert!(run.err.contains(says), "{}", run.err);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_its_place() {
    let folder = Folder::new();
    folder.change(PROTOCOL, "offset: -PT60M", "offset: an hour before");
    let run = plan(&folder.path(PROTOCOL), ARRIVAL, "America/New_York", &["--json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    let text = folder.text(PROTOCOL);
    let line = text.lines().position(|line| line.contains("an hour before")).unwrap() + 1;
    let column = text.lines().nth(line - 1).unwrap().find("an hour").unwrap() + 1;
    let place = format!("{}:{line}:{column}: mistake: ", folder.path(PROTOCOL).display());
    assert!(run.err.starts_with(&place), "{} {}", place, run.err);
}
