//! What a ring says is true when it rings, whatever the phone's zone and however late it comes.

use super::*;
use crate::care::{CutOffKind, Twice, VisitKind};
use chrono::{DateTime, Utc};
use chrono_tz::America::{Los_Angeles, New_York, Toronto};

const ENGLISH: Words = Words::of(Language::English);
const SPANISH: Words = Words::of(Language::Spanish);

/// 7 am in New York on Thursday, 18 June.
fn seven() -> ClockTime {
    let at: DateTime<Utc> = "2026-06-18T11:00:00Z".parse().unwrap();
    ClockTime::of(at, New_York)
}

fn today() -> NaiveDate {
    seven().local.date()
}

/// The gaps that keep a time on one line, as the eye sees them.
fn seen(said: &str) -> String {
    said.replace('\u{a0}', " ")
}

fn cut_off(what: CutOffKind, rule: Option<&str>) -> Detail {
    let reminded = Reminded { what, at: seven(), rule: rule.map(str::to_owned) };
    Detail::Clinic {
        words: "Last chance for food in 1 hour.".to_owned(),
        times: vec![],
        cut_off: Some(reminded),
    }
}

#[test]
fn a_time_says_where_it_is_when_the_phone_is_elsewhere() {
    let locked = |words, phone| seen(&neutral(words, &Shown::WithTime(seven()), phone));
    assert_eq!(
        locked(ENGLISH, Los_Angeles),
        "You have a reminder for 7:00 am in New York, Thursday, 18 June"
    );
    assert_eq!(locked(ENGLISH, Toronto), "You have a reminder for 7:00 am, Thursday, 18 June");
    assert!(locked(SPANISH, Los_Angeles).contains(" en New York, "), "{}", locked(SPANISH, Los_Angeles));
    let gap = Detail::Clinic {
        words: "Last meal at {fast_solids}.".to_owned(),
        times: vec![("fast_solids".to_owned(), seven())],
        cut_off: None,
    };
    let visit = Detail::Visit { kind: VisitKind::Session, at: seven(), is_arrival: true };
    for detail in [gap, visit, cut_off(CutOffKind::Food, None)] {
        assert!(about(ENGLISH, &detail, Los_Angeles, today()).contains("in New York"), "{detail:?}");
        assert!(!about(ENGLISH, &detail, Toronto, today()).contains("New York"), "{detail:?}");
    }
}

#[test]
fn the_hour_shown_twice_is_told_apart_from_the_same_hour_elsewhere() {
    // 1:30 am for the second time in New York; in Toronto as well, in Halifax it is 2:30 am.
    let second = ClockTime::of("2026-11-01T06:30:00Z".parse().unwrap(), New_York);
    assert_eq!(second.twice, Some(Twice::Second));
    assert!(!second.differs_in(Toronto) && second.differs_in(chrono_tz::America::Halifax));
    // In La Paz the first is at 1:30 am, the second is not.
    let first = ClockTime::of("2026-11-01T05:30:00Z".parse().unwrap(), New_York);
    assert!(!first.differs_in(chrono_tz::America::La_Paz) && second.differs_in(chrono_tz::America::La_Paz));
}

#[test]
fn a_cut_off_is_told_by_name_and_time_and_never_by_how_far_it_is() {
    let said = |what, rule| seen(&about(ENGLISH, &cut_off(what, rule), New_York, today()));
    assert_eq!(said(CutOffKind::Food, None), "Last food: 7:00 am, Thursday, 18 June");
    assert_eq!(said(CutOffKind::ClearDrinks, None), "Last clear drink: 7:00 am, Thursday, 18 June");
    assert_eq!(
        said(CutOffKind::Other, Some("Last cigarette.")),
        "Last cigarette: 7:00 am, Thursday, 18 June"
    );
    assert!(!said(CutOffKind::Other, None).contains("in 1 hour"));
    let rule = said(CutOffKind::Other, Some("No cigarette from {time}."));
    assert!(rule.starts_with("No cigarette from 7:00 am"), "{rule}");
}

#[test]
fn a_start_is_not_called_a_time_to_be_there() {
    let said = |is_arrival| {
        let detail = Detail::Visit { kind: VisitKind::Session, at: seven(), is_arrival };
        seen(&about(ENGLISH, &detail, New_York, today()))
    };
    assert!(said(true).ends_with("Be there at 7:00 am, Thursday, 18 June."), "{}", said(true));
    assert!(said(false).ends_with("It starts at 7:00 am, Thursday, 18 June."), "{}", said(false));
}
