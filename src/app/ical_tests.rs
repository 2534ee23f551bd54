//! What a calendar gets says when and nothing else, in any zone, on any day.

use super::*;
use proptest::prelude::*;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn entry(from: &str, to: Option<&str>, out: bool) -> InCalendar {
    InCalendar { times: CalendarTimes { from: at(from), to: to.map(at) }, sequence: 29_500_000, out }
}

fn words(place: Option<&str>) -> CalendarWords {
    CalendarWords { title: "Appointment".to_owned(), place: place.map(str::to_owned) }
}

fn session(entry: &InCalendar, zone: Tz, words: &CalendarWords) -> String {
    file(&Id::new("sample-session").unwrap(), entry, zone, words, at("2026-05-10T09:00:00Z"))
}

#[test]
fn a_visit_put_in_is_this_to_the_letter() {
    let entry = entry("2026-05-12T13:15:00Z", Some("2026-05-12T14:30:00Z"), false);
    let place = "Harbor House, second floor, 12 Example Wharf; blue door";
    let text = session(&entry, Tz::America__New_York, &words(Some(place)));
    assert_eq!(
        text.split("\r\n").collect::<Vec<_>>(),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Cairn//Cairn//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VTIMEZONE",
            "TZID:America/New_York",
            "BEGIN:DAYLIGHT",
            "DTSTART:20260308T020000",
            "TZOFFSETFROM:-0500",
            "TZOFFSETTO:-0400",
            "END:DAYLIGHT",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "CLASS:PRIVATE",
            "DTEND;TZID=America/New_York:20260512T103000",
            "DTSTAMP:20260510T090000Z",
            "DTSTART;TZID=America/New_York:20260512T091500",
            "LOCATION:Harbor House\\, second floor\\, 12 Example Wharf\\; blue door",
            "SEQUENCE:29500000",
            "STATUS:CONFIRMED",
            "SUMMARY:Appointment",
            "UID:539e7a20-2589-84c1-84ee-6a00e12210f2",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Appointment",
            "DTSTAMP:20260510T090000Z",
            "TRIGGER:-PT3600S",
            "UID:539e7a20-2589-84c1-84ee-6a00e12210f2-alarm",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
}

#[test]
fn taken_out_it_is_cancelled_under_the_same_name_and_rings_no_more() {
    let put = session(&entry("2026-05-12T13:15:00Z", None, false), Tz::Europe__Berlin, &words(None));
    let out = session(&entry("2026-05-12T13:15:00Z", None, true), Tz::Europe__Berlin, &words(None));
    for said in ["METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n"] {
        assert!(out.contains(said) && !put.contains(said), "{said}");
    }
    assert!(put.contains("VALARM") && !out.contains("VALARM"));
    let name = |text: &str| text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
    assert_eq!(name(&put), name(&out));
    assert_ne!(name(&put), None);
    let other = Id::new("sample-integration").unwrap();
    let other = file(
        &other,
        &entry("2026-05-12T13:15:00Z", None, false),
        Tz::Europe__Berlin,
        &words(None),
        at("2026-05-10T09:00:00Z"),
    );
    assert_ne!(name(&put), name(&other));
}

#[test]
fn nothing_in_it_tells_what_for() {
    let text = session(&entry("2026-05-12T13:15:00Z", None, false), Tz::America__New_York, &words(None));
    let text = text.to_lowercase();
    for word in ["session", "ketamine", "therap", "clinic", "mood", "sample", "harbor"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn a_visit_over_a_change_of_the_clock_has_both_halves_and_a_doubtful_hour_is_in_utc() {
    // In New York the clock goes back from 2:00 to 1:00 on 1 November 2026, at 6:00 UTC.
    let over = session(
        &entry("2026-11-01T04:30:00Z", Some("2026-11-01T08:00:00Z"), false),
        Tz::America__New_York,
        &words(None),
    );
    assert!(
        over.contains("BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400")
    );
    assert!(
        over.contains("BEGIN:STANDARD\r\nDTSTART:20261101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500")
    );
    let twice = session(&entry("2026-11-01T06:30:00Z", None, false), Tz::America__New_York, &words(None));
    assert!(twice.contains("DTSTART:20261101T063000Z"), "{twice}");
}

#[test]
fn a_zone_whose_clock_stands_still_says_so() {
    let text = session(&entry("2026-05-12T13:15:00Z", None, false), Tz::Asia__Kolkata, &words(None));
    assert!(
        text.contains("BEGIN:STANDARD\r\nDTSTART:19700101T053000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// No line of what a person wrote begins a line of the file.
    #[test]
    fn a_hostile_place_stays_one_value(place in "[ -~\r\n\t\u{a0}-\u{ff}\u{1f300}-\u{1f5ff}]{0,200}") {
        let hostile = format!("{place}\r\nEND:VEVENT\nATTENDEE:mailto:x@example.org\r{place}");
        let text = session(
            &entry("2026-05-12T13:15:00Z", None, false),
            Tz::America__New_York,
            &words(Some(&hostile)),
        );
        prop_assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1);
        prop_assert!(!text.contains("\nATTENDEE") && !text.contains("\rATTENDEE"));
        for line in text.split("\r\n") {
            prop_assert!(!line.contains(['\r', '\n']), "a bare line end: {line:?}");
        }
    }
}
