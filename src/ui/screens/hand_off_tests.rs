//! The text for the driver says when, where and whom to call, and nothing that tells what for.

use super::*;
use crate::{app::read::Language, care::is_neutral};
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::America::New_York;

fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

fn here(language: Language) -> Here {
    Here { language, zone: New_York, now: "2026-12-03T12:00:00Z".parse().unwrap() }
}

fn model() -> HandOff {
    HandOff {
        from: at(3, 11, 45),
        to: at(3, 12, 45),
        zone: New_York,
        zone_differs: false,
        place: vec!["Harbor House, second floor".into(), "12 Example Wharf".into()],
        number: Some("+1 207 555 0142".into()),
        dos: vec!["Walk slowly, use handrails".into()],
        donts: vec!["Drive, cycle or use machines".into()],
        until: at(4, 11, 45),
        left_out: true,
    }
}

#[test]
fn to_the_letter() {
    let name = Private::new(" Kim ");
    let text = hand_off_text(here(Language::English), Some(&name), &model());
    assert_eq!(
        text,
        "Hi Kim. Thank you for taking me home from my appointment.\n\
         Please be there between 11:45 am and 12:45 pm, Thursday, 3 December.\n\
         The place: Harbor House, second floor, 12 Example Wharf.\n\
         If you are late or cannot come, call +1 207 555 0142.\n\n\
         What I was told for afterwards:\n- Walk slowly, use handrails\n\n\
         What I was told not to do until 11:45 am, Friday, 4 December:\n- Drive, cycle or use machines"
    );
}

#[test]
fn our_own_words_tell_nothing_in_any_language() {
    for language in [Language::English, Language::Spanish] {
        for (name, zone_differs) in [(None, true), (Some(Private::new("Kim")), false)] {
            let bare = HandOff { zone_differs, place: vec![], number: None, ..model() };
            for model in [bare, model()] {
                let text = hand_off_text(here(language), name.as_ref(), &model);
                assert!(is_neutral(&text), "{text}");
                let small = text.to_lowercase();
                for telling in
                    ["clinic", "clínica", "session", "sesión", "treatment", "tratamiento", "patient"]
                {
                    assert!(!small.contains(telling), "{telling}: {text}");
                }
                assert!(!text.contains("hand-off"), "{text}");
            }
        }
    }
}

/// The control: the same look finds a word that tells.
#[test]
fn a_line_that_tells_would_be_seen() {
    let telling = HandOff { dos: vec!["Rest after your ketamine".into()], ..model() };
    assert!(!is_neutral(&hand_off_text(here(Language::English), None, &telling)));
}
