//! From words into life: how a text falls into sentences, what becomes of a step, and when it rings.

use super::given::{Case, NEW_YORK, protocol, utc};
use super::zones::zone_and_instant;
use cairn::care::alarms::Quiet;
use cairn::care::journal::{NewStep, Practice, Review, Sitting, Step, sentences};
use cairn::care::protocol::Protocol;
use cairn::care::{AlarmKind, Detail, Id, Private, Shown, time};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::json;
use std::sync::LazyLock;

/// Pieces of what people write, for texts in which every rule meets every other.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "I felt calm",
        "y lloré",
        "Dr",
        "etc",
        "p",
        "m",
        ".",
        ".",
        "!",
        "?",
        "…",
        " ",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "”",
        "»",
        "\"",
        ")",
        "¿",
        "¡",
        "«",
        "🙂",
        "שלום",
        "3.5",
        "e\u{301}",
        "\u{a0}",
        "。",
        "no",
        "I",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn clock(minute: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap()
}

fn step(day: Option<NaiveDate>, remind_at: Option<NaiveTime>, done_at: Option<DateTime<Utc>>) -> Step {
    Step {
        id: Id::new("one").unwrap(),
        insight: None,
        cue: Private::new("I wake up"),
        deed: Private::new("open the window"),
        day,
        remind_at: remind_at.filter(|_| day.is_some()),
        made_at: utc("2026-06-01T12:00:00Z"),
        done_at,
    }
}

fn new(cue: &str, deed: &str) -> NewStep {
    NewStep { cue: Private::new(cue), deed: Private::new(deed), day: None, remind_at: Some(clock(600)) }
}

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    for (text, expected) in [
        ("The water was calm. I was not alone.", &["The water was calm. ", "I was not alone."][..]),
        ("i felt calm. then i slept.", &["i felt calm. ", "then i slept."]),
        ("Dr. Example said: breathe. I did!", &["Dr. Example said: breathe. ", "I did!"]),
        (
            "We saw rain, snow, etc. and more. It was 3.5 miles.",
            &["We saw rain, snow, etc. and more. ", "It was 3.5 miles."],
        ),
        ("I woke at 7 a. m. and wrote. J. was there.", &["I woke at 7 a. m. and wrote. ", "J. was there."]),
        ("“Is it over?” I asked. Yes…", &["“Is it over?” ", "I asked. ", "Yes…"]),
        ("¿Estás bien? ¡Sí! Y lloré.", &["¿Estás bien? ", "¡Sí! ", "Y lloré."]),
        ("La Sra. Ejemplo vino, p. ej. el lunes. Fin", &["La Sra. Ejemplo vino, p. ej. el lunes. ", "Fin"]),
        ("waves\nlight\n\nmy mother", &["waves\n", "light\n\n", "my mother"]),
        ("What?! Really.", &["What?! ", "Really."]),
        ("no end at all", &["no end at all"]),
        ("\n one", &["\n one"]),
        ("  ", &["  "]),
        ("", &[]),
    ] {
        assert_eq!(sentences(text), expected, "{text:?}");
    }
}

#[test]
fn a_long_text_falls_into_sentences_in_no_time() {
    let text = "The water was calm, and I was not alone in it. ".repeat(2_200);
    assert!(text.len() > 100_000);
    assert_eq!(sentences(&text).len(), 2_200);
}

#[test]
fn a_reminder_rings_at_its_minute_on_the_phones_clock_and_says_nothing_of_the_step() {
    let mut case = Case::one_session("2026-06-18T13:00:00Z");
    case.phone = chrono_tz::Europe::Madrid;
    case.steps = vec![step(NaiveDate::from_ymd_opt(2026, 6, 20), Some(clock(570)), None)];
    let ring = case.ring("step:one").unwrap();
    assert_eq!(ring.at, utc("2026-06-20T07:30:00Z"));
    assert_eq!(ring.until, utc("2026-06-20T22:00:00Z"), "of use until the end of the patient's day");
    assert_eq!((ring.kind, ring.shown, ring.detail), (AlarmKind::Step, Shown::Plain, Detail::Step));
}

#[test]
fn quiet_hours_move_the_reminder_of_a_step_like_any_other() {
    let mut case = Case::one_session("2026-06-18T13:00:00Z");
    let day = NaiveDate::from_ymd_opt(2026, 6, 20);
    let at =
        |case: &Case| case.ring("step:one").unwrap().at.with_timezone(&NEW_YORK).naive_local().to_string();
    case.steps = vec![step(day, Some(clock(5 * 60)), None)];
    assert_eq!(at(&case), "2026-06-20 07:00:00", "as soon as they are over");
    case.steps = vec![step(day, Some(clock(22 * 60)), None)];
    assert_eq!(at(&case), "2026-06-20 21:00:00", "the next morning its day would be over");
    case.wishes.off.insert(AlarmKind::Step);
    assert_eq!(case.ring("step:one"), None);
}

#[test]
fn a_look_back_keeps_the_form_the_step_had() {
    let day = NaiveDate::from_ymd_opt(2026, 6, 20);
    let first = step(day, Some(clock(600)), None);
    let now = utc("2026-06-21T12:00:00Z");
    let (kept, look) = first.clone().reviewed(Review::Keep, new("x", "y"), now).unwrap();
    assert_eq!(
        (kept.cue.reveal(), kept.deed.reveal()),
        ("I wake up", "open the window"),
        "keeping changes no word"
    );
    assert_eq!((kept.day, kept.remind_at), (None, None), "no reminder without a day");
    assert_eq!((look.what, look.deed.reveal()), (Review::Keep, "open the window"));
    let (smaller, _) = first.clone().reviewed(Review::Shrink, new(" I wake up ", " look up\n"), now).unwrap();
    assert_eq!((smaller.cue.reveal(), smaller.deed.reveal()), ("I wake up", "look up"));
    assert_eq!(first.clone().reviewed(Review::Change, new("I wake up", "  "), now), None);
    let (done, _) = first.clone().reviewed(Review::Done, new("", ""), now).unwrap();
    assert_eq!(done, Step { done_at: Some(now), ..first });
    let (again, _) = done.reviewed(Review::Keep, new("", ""), now).unwrap();
    assert!(again.is_open(), "what was done can be gone on with");
}

#[test]
fn another_look_begins_with_the_same_day_of_a_following_week() {
    let day = NaiveDate::from_ymd_opt(2026, 6, 20).unwrap();
    let one = step(Some(day), Some(clock(600)), None);
    let begins = |today: NaiveDate| one.again(today).day.unwrap();
    assert_eq!(begins(day - Days::new(1)), day, "it is still ahead");
    assert_eq!(begins(day), day + Days::new(7));
    assert_eq!(begins(day + Days::new(30)), day + Days::new(35));
}

#[test]
fn what_there_is_to_practise_is_the_clinics_to_say() {
    let own = [Practice::Sit, Practice::Breathe, Practice::View, Practice::Draw];
    let all = Practice::offered(Some(&protocol(&[])));
    assert_eq!(all[..4], own);
    let theirs = [Practice::Walk, Practice::Music, Practice::Stretch, Practice::Talk, Practice::Vr];
    assert_eq!(all[4..], theirs);
    let other = json!(["Feed the ducks", " WALK OUTSIDE "]);
    let other = protocol(&[("/phases/3/tasks/2/options", other)]);
    let feeding = Practice::OfClinic("Feed the ducks".to_owned());
    assert_eq!(Practice::offered(Some(&other))[4..], [feeding, Practice::Walk]);
    assert!(!Practice::offered(None).contains(&Practice::Vr), "a headset is promised by nobody else");
    for practice in all {
        assert_eq!(Practice::of_code(&practice.code()), Some(practice));
    }
}

#[test]
fn a_sitting_is_over_by_the_clock_however_long_the_phone_slept() {
    let began = utc("2026-06-20T12:00:00Z");
    let sitting = Sitting::begin(began, 5);
    let at = |seconds| began + TimeDelta::seconds(seconds);
    assert_eq!(sitting.left(began), Some(5));
    assert_eq!(sitting.left(at(60)), Some(4));
    assert_eq!(sitting.left(at(299)), Some(1));
    assert_eq!(sitting.left(at(300)), None);
    assert!(sitting.may_ring(at(300)) && sitting.may_ring(at(330)));
    assert!(!sitting.may_ring(at(299)) && !sitting.may_ring(at(8 * 3600)), "no bell in the night");
    assert_eq!(sitting.left(at(-3600)), Some(5), "the clock was set back");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_sentences_of_a_text_are_the_text(text in prop_oneof![any_text(), ".*", "\\PC*"]) {
        let found = sentences(&text);
        prop_assert_eq!(&found.concat(), &text);
        prop_assert!(found.iter().all(|one| !one.is_empty()));
        for one in found.iter().skip(1) {
            prop_assert!(one.starts_with(|c: char| !c.is_whitespace()), "{:?} of {:?}", one, found);
        }
    }

}

/// Read once: a case that reads it anew takes longer than all the rest of it.
static SAMPLE: LazyLock<Protocol> = LazyLock::new(|| protocol(&[]));

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_an_open_step_with_a_day_and_a_minute_rings_and_on_that_day(
        (zone, instant) in zone_and_instant(),
        minute in prop::option::of(0_u32..1440),
        has_day in any::<bool>(),
        done in any::<bool>(),
        never_quiet in any::<bool>(),
    ) {
        let day = time::day_of(instant, zone);
        let one = step(has_day.then_some(day), minute.map(clock), done.then_some(instant));
        let mut case = Case::new(SAMPLE.clone(), Vec::new(), zone);
        if never_quiet {
            case.wishes.quiet = Quiet::Never;
        }
        case.steps = vec![one.clone()];
        let rings = case.all();
        let wanted = has_day && minute.is_some() && !done;
        prop_assert_eq!(rings.len(), usize::from(wanted));
        if let Some(ring) = rings.first() {
            prop_assert_eq!(ring.until, time::end_of_day(day, zone));
            prop_assert!(ring.at < ring.until);
            if never_quiet {
                prop_assert_eq!(ring.at, time::instant_of(day.and_time(one.remind_at.unwrap()), zone));
            }
        }
    }
}
