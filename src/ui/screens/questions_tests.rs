//! A question with a time says whose clock it is where the phone keeps another.

use super::*;
use crate::{app::read::Language, care::Id};
use chrono_tz::America::{Los_Angeles, New_York};

#[test]
fn the_clinics_city_stands_with_the_time_where_the_clocks_differ() {
    let here =
        Here { language: Language::English, zone: Los_Angeles, now: "2026-12-03T14:00:00Z".parse().unwrap() };
    let at = ClockTime::of("2026-12-03T08:15:00Z".parse().unwrap(), New_York);
    let model = |zone_differs| Questions {
        visit: Id::new("s").unwrap(),
        lines: vec![],
        later: vec![],
        outcome: Readiness::Kept,
        last_food: Some(at),
        last_drink: Some(at),
        zone_differs,
        numbers: vec![],
    };
    for question in [Question::Ate, Question::Drank] {
        let (_, hint) = asked(here, &model(true), question);
        assert!(hint.unwrap().contains("New York"), "{question:?}");
        let (_, hint) = asked(here, &model(false), question);
        assert!(!hint.is_some_and(|hint| hint.contains("New York")), "{question:?}");
    }
    assert_eq!(asked(here, &model(true), Question::Unwell).1, None, "without a time there is no clock");
}
