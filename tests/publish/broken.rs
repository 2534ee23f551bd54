//! Every kind of mistake is named with its line and column before anything is sent.

use super::tool::{Folder, NOWHERE, PROTOCOL, SAMPLE, clinic_file, publish, run};
use serde_json::Value;

/// One way to spoil a file.
struct Broken {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    /// The mistake is named at the place where this begins, in the spoilt file.
    at: &'static str,
    says: &'static str,
}

const fn protocol(from: &'static str, to: &'static str, at: &'static str, says: &'static str) -> Broken {
    Broken { file: PROTOCOL, from, to, at, says }
}

const fn sample(from: &'static str, to: &'static str, at: &'static str, says: &'static str) -> Broken {
    Broken { file: SAMPLE, from, to, at, says }
}

const BROKEN: [Broken; 56] = [
    // The text itself.
    protocol("template:\n  id:", "template:\n\tid:", "id: kap-im-default\n", "tabs"),
    protocol("  version: 1\n", "  version: 1\n  version: 2\n", "version: 2", "duplicate"),
    protocol("missed: \"Skipped", "missed: \"Skip\" \"ped", "\"ped", "after double-quoted"),
    // Keys and types.
    protocol("  reading_level:", "  reeding_level:", "reeding_level", "`reeding_level` is not known here"),
    protocol(
        "fatty_meal_hours: {value: 8",
        "fatty_meal_hours: {valeu: 8",
        "{valeu",
        "`value` is missing here",
    ),
    protocol(
        "fatty_meal_hours: {value: 8",
        "fatty_meal_hours: {valeu: 8",
        "valeu",
        "`valeu` is not known here",
    ),
    protocol("  version: 1\n", "  version: one\n", "one\n", "stands where a whole number is needed"),
    protocol("  version: 1\n", "", "id: kap-im", "`version` is missing here"),
    protocol("status: draft", "status: drafty", "drafty", "`drafty` is not known here"),
    protocol("emergency: {US: \"911\"}", "emergency: {US: 911}", "911}", "put it in quotes"),
    protocol("fields: [driver, emergency_contact]", "fields: driver", "driver, required", "a list"),
    protocol("required: true", "required: yes", "yes, confirm", "true or false"),
    protocol("  id: kap-im-default", "  id: kap im default", "kap im", "not an identifier"),
    protocol("reviewed_on: null", "reviewed_on: yesterday", "yesterday", "not a date"),
    // Times.
    protocol("due: {anchor: booking", "due: {anchor: bookings", "bookings", "`bookings` is not known here"),
    protocol("offset: -PT60M", "offset: one hour before", "one hour", "not a duration"),
    protocol("offset: P14D", "offset: P1M", "P1M", "not a duration"),
    protocol(
        "{ref: fast_solids, offset",
        "{ref: fast_solid, offset",
        "fast_solid,",
        "no instruction `fast_solid`",
    ),
    protocol("{ref: fast_clear, ", "{ref: bring, ", "bring, offset", "no instruction `bring`"),
    protocol(
        "{anchor: arrival, offset: -PT90M}",
        "{offset: -PT90M}",
        "{offset: -PT90M}",
        "a time needs either",
    ),
    protocol("clock: \"19:00\"", "clock: 7 pm", "7 pm", "not a time of day"),
    protocol("offset: -P1D, clock", "offset: -PT24H, clock", "\"18:00\"", "whole days"),
    protocol(
        "cutoffs_move_to: \"21:00\"",
        "cutoffs_move_to: \"22:00\"",
        "\"22:00\"",
        "quiet hours begin before",
    ),
    protocol("from: -P14D", "from: P30D", "P28D, src", "the last day lies before"),
    protocol("repeat: daily until session", "repeat: daily", "daily}", "not a way to repeat"),
    // Ids and references.
    protocol("{id: alcohol,", "{id: cannabis,", "cannabis, text: \"No cannabis", "used twice"),
    protocol("{id: last-drink,", "{id: last-food,", "{id: last-food, at: {ref: fast_clear", "used twice"),
    protocol(
        "emergency_contact], required_before: kap",
        "emergency_contact], required_before: session",
        "session, src",
        "no phase `session`",
    ),
    protocol("  - id: kap\n", "  - id: kip\n", "- id: intake", "there must be a phase `kap`"),
    protocol("{type: preparation", "{type: prep", "prep,", "no kind of visit"),
    // What a patient would be harmed by.
    protocol(
        "      - id: meds_own\n        text: null",
        "      - id: meds_own\n        text: Skip it",
        "Skip it",
        "only a prescriber",
    ),
    protocol("threshold: {value: null", "threshold: {value: \"160/100\"", "\"160/100\"", "only a prescriber"),
    protocol("rows: []", "rows: [{medicine: X, action: take}]", "{medicine: X", "a medicine line needs"),
    protocol("after {time}.", "after {tme}.", "\"Nothing to eat after {tme}", "`{tme}` stands for nothing"),
    protocol("at {fast_solids}.", "at {fast_solid}.", "\"Tomorrow", "`{fast_solid}` stands for nothing"),
    protocol("\"You have a reminder\"", "\"Your clinic\"", "\"Your clinic\"", "must not tell"),
    protocol(
        "clinic_hours: \"+1 207 555 0142\"",
        "clinic_hours: null",
        "null\n    clinic_after",
        "phone number is missing",
    ),
    protocol(
        "clinic_hours: \"+1 207 555 0142\"",
        "clinic_hours: ask us",
        "ask us\n    clinic_after",
        "not a phone number",
    ),
    protocol("crisis: {US:", "crisis: {CA:", "{CA:", "no crisis line for US"),
    protocol("locale: en-US", "locale: en", "en\n", "must name a region"),
    protocol("call_after_min: {value: 15", "call_after_min: {value: 300", "300, range", "4 hours"),
    protocol("pinned_hours: {value: 24", "pinned_hours: {value: 0.25", "0.25, range", "must stay longer"),
    protocol("  pinned_hours:", "  tell: Patient/me\n  pinned_hours:", "Patient/me", "not somebody to tell"),
    protocol("  pinned_hours:", "  pinned_ours:", "pinned_ours", "`pinned_ours` is not known here"),
    // Samples.
    sample(
        "medicines: [sample-sertraline,",
        "medicines: [sample-sertralin,",
        "sample-sertralin,",
        "names the medicine",
    ),
    sample("id: second\n", "id: sample\n", "sample\n    name: {given: [Alex]", "used twice"),
    sample("task: playlist", "task: playlists", "playlists", "no task `playlists`"),
    sample("kind: kap\n", "kind: session\n", "session\n        day", "not a kind of visit"),
    sample("  phone: \"+1 207 555 0142\"\n", "", "id: quiet-harbor", "`phone` is missing here"),
    sample("zone: America/New_York", "zone: America/Portland", "America/Portland", "not a time zone"),
    sample(
        "template.id: harbor",
        "template.name: harbor",
        "template.name",
        "no single value at `template.name`",
    ),
    // Times.
    sample("minutes: 25", "minuts: 25", "minuts", "`minuts` is not known here"),
    sample("from: +1, to: +42", "from: +1, to: +420", "+420", "366 days at most"),
    sample("from: +1, to: +42", "from: +50, to: +42", "+42}", "the last day lies before"),
    sample(
        "with: [morgan-example], place: harbor-house, minutes: 25",
        "with: [morgan-exampel], place: harbor-house, minutes: 25",
        "morgan-exampel]",
        "no clinician `morgan-exampel`",
    ),
    sample(
        "days: [tue], at: [\"14:00\",",
        "days: [tue], at: [\"09:30\",",
        "morgan-example, riley-example], place: harbor-house, minutes: 60, days",
        "`morgan-example` has this time twice",
    ),
];

/// Line and column of the first place where `part` begins, both from 1.
fn place_of(text: &str, part: &str) -> (u64, u64) {
    let at = text.find(part).unwrap_or_else(|| panic!("{part:?} is not in the spoilt file"));
    let before = &text[..at];
    let column = before.rsplit('\n').next().unwrap().chars().count();
    (before.matches('\n').count() as u64 + 1, column as u64 + 1)
}

#[test]
fn each_mistake_is_named_where_it_stands_and_nothing_is_sent() {
    let mut wrong = Vec::new();
    for Broken { file, from, to, at, says } in BROKEN {
        let folder = Folder::new();
        folder.change(file, from, to);
        let (line, column) = place_of(&folder.text(file), at);
        let run = publish(&folder.path(file), NOWHERE, None, &[]);
        let answer = run.json();
        let named = answer["mistakes"].as_array().unwrap().iter().any(|mistake| {
            mistake["file"].as_str().unwrap().ends_with(file)
                && (mistake["line"].as_u64(), mistake["column"].as_u64()) == (Some(line), Some(column))
                && mistake["message"].as_str().unwrap().contains(says)
        });
        if !named || run.code != Some(2) {
            wrong.push(format!("{to:?} ⇒ {:?}, wanted {line}:{column} {says:?}, got {answer:#}", run.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn people_read_file_line_column_and_a_sentence() {
    let folder = Folder::new();
    folder.change(PROTOCOL, "clinic_hours: \"+1 207 555 0142\"", "clinic_hours: null");
    let file = folder.path(PROTOCOL);
    let run = run(&["publish", file.to_str().unwrap(), "--to", NOWHERE], None);
    let (line, column) = place_of(&folder.text(PROTOCOL), "null\n    clinic_after");
    let named = format!("{}:{line}:{column}: mistake: the clinic's phone number is missing", file.display());
    assert!(run.err.contains(&named), "{}", run.err);
    assert!(run.err.ends_with("Nothing was sent.\n") && run.out.is_empty(), "{}{}", run.out, run.err);
}

#[test]
fn the_template_cannot_be_published_before_the_clinic_put_its_numbers_in() {
    let run = publish(&clinic_file(PROTOCOL), NOWHERE, None, &[]);
    let answer = run.json();
    assert_eq!((run.code, answer["mistakes"].as_array().unwrap().len()), (Some(2), 2), "{answer:#}");
}

#[test]
fn outside_a_usual_range_the_clinic_is_warned_and_not_stopped() {
    let folder = Folder::new();
    folder.change(PROTOCOL, "hours_before_arrival: {value: 6", "hours_before_arrival: {value: 12");
    folder.change(PROTOCOL, "src: \"[S24] committed", "src: \"[S99] committed");
    let run = publish(&folder.path(PROTOCOL), NOWHERE, None, &[]);
    let answer = run.json();
    let warned = |place: (u64, u64), says: &str| {
        answer["warnings"].as_array().unwrap().iter().any(|one| {
            (one["line"].as_u64(), one["column"].as_u64()) == (Some(place.0), Some(place.1))
                && one["message"].as_str().unwrap().contains(says)
        })
    };
    let text = folder.text(PROTOCOL);
    assert!(warned(place_of(&text, "12, range: 2..8"), "12 lies outside the usual range 2..8"), "{answer:#}");
    assert!(warned(place_of(&text, "\"[S99]"), "[S99] is not among the sources"), "{answer:#}");
    assert!(answer["mistakes"].as_array().unwrap().is_empty(), "{answer:#}");
    // It got as far as sending, to where nobody listens.
    assert_eq!((run.code, &answer["ok"]), (Some(1), &Value::Bool(false)));
}

#[test]
fn a_file_that_is_neither_or_is_not_there_is_named() {
    let folder = Folder::new();
    std::fs::write(folder.path("list.yaml"), "- 1\n- 2\n").unwrap();
    for name in ["list.yaml", "missing.yaml"] {
        let run = publish(&folder.path(name), NOWHERE, None, &[]);
        let answer = run.json();
        assert_eq!(run.code, Some(2), "{answer:#}");
        assert!(answer["mistakes"][0]["file"].as_str().unwrap().ends_with(name), "{answer:#}");
    }
}
