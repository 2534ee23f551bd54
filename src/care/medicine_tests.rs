//! No combination but one says "take".

use super::*;

const ACTIONS: [Option<MedicineAction>; 4] =
    [None, Some(MedicineAction::Take), Some(MedicineAction::Skip), Some(MedicineAction::Ask)];

fn line() -> MedicineLine {
    MedicineLine {
        id: Id::new("line").unwrap(),
        record: MedicineRecord::Request,
        medicine: Private::new("Sample tablet"),
        words: Some(Private::new("As usual.")),
        author: None,
        written: None,
        state: LineState::Active,
        action: Some(MedicineAction::Take),
        days: None,
        do_not_take: false,
    }
}

fn on(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

#[test]
fn take_is_said_for_exactly_one_of_all_combinations() {
    let mut taken = 0;
    for state in [LineState::Active, LineState::NoLonger, LineState::NotInForce] {
        for action in ACTIONS {
            for do_not_take in [false, true] {
                for named in [false, true] {
                    for words in [None, Some(Private::new(" ")), Some(Private::new("As usual."))] {
                        for record in [MedicineRecord::Request, MedicineRecord::Statement] {
                            let spoken = words.as_ref().is_some_and(|words| !words.is_blank());
                            let one = MedicineLine {
                                state,
                                action,
                                do_not_take,
                                words: words.clone(),
                                record,
                                ..line()
                            };
                            let may = state == LineState::Active
                                && named
                                && action == Some(MedicineAction::Take)
                                && !do_not_take
                                && spoken;
                            assert_eq!(one.manner(named) == Some(Manner::Take), may, "{one:?} {named}");
                            let shown = state == LineState::Active && named;
                            assert_eq!(one.manner(named).is_some(), shown, "{one:?} {named}");
                            taken += usize::from(may);
                        }
                    }
                }
            }
        }
    }
    assert_eq!(taken, 2, "once for each kind of record");
}

#[test]
fn what_contradicts_itself_or_does_not_say_is_a_reason_to_ask() {
    let with = |action, do_not_take| MedicineLine { action, do_not_take, ..line() }.manner(true);
    assert_eq!(with(Some(MedicineAction::Take), true), Some(Manner::Ask));
    assert_eq!(with(None, true), Some(Manner::Ask));
    assert_eq!(with(None, false), Some(Manner::Ask));
    assert_eq!(with(Some(MedicineAction::Ask), true), Some(Manner::Ask));
    assert_eq!(with(Some(MedicineAction::Skip), true), Some(Manner::Skip));
}

#[test]
fn both_ends_of_its_days_are_included_and_days_are_the_clinics() {
    let zone = chrono_tz::America::New_York;
    let late = "2026-12-04T03:00:00Z".parse().unwrap();
    let days = Days { from: Some(Due::On(on(2))), to: Some(Due::At(late)) };
    let one = MedicineLine { days: Some(days), ..line() };
    let held: Vec<u32> = (1..=5).filter(|day| one.holds_on(on(*day), zone)).collect();
    assert_eq!(held, [2, 3], "ten in the evening of the third, in New York");
    assert!(line().holds_on(on(1), zone), "without days it holds every day");
}
