//! The weeks of a month, wherever a week begins.

use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn a_week_begins_on_sunday_or_on_monday() {
    let december = day(2026, 12, 1);
    assert_eq!(weeks(december, Weekday::Sun)[0][0], day(2026, 11, 29));
    assert_eq!(weeks(december, Weekday::Mon)[0][0], day(2026, 11, 30));
    assert_eq!(weeks(day(2026, 2, 1), Weekday::Sun).len(), 4, "a month of four whole weeks");
    assert_eq!(weeks(day(2026, 8, 1), Weekday::Sun).len(), 6);
}

proptest! {
    #[test]
    fn each_day_of_a_month_stands_once_under_its_weekday(year in 1970..2100, month in 1..=12_u32) {
        let first = day(year, month, 1);
        for start in [Weekday::Sun, Weekday::Mon] {
            let weeks = weeks(first, start);
            let held: Vec<_> = weeks.iter().flatten().filter(|day| day.month() == month).collect();
            prop_assert!(held.windows(2).all(|pair| pair[0].succ_opt() == Some(*pair[1])));
            prop_assert_eq!(*held[0], first);
            prop_assert_ne!(held.last().unwrap().succ_opt().unwrap().month(), month);
            prop_assert!(weeks.iter().all(|week| week[0].weekday() == start));
        }
    }
}
