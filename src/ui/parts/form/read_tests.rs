//! What people type is read as they mean it, or not at all.

use super::*;
use chrono_tz::America::New_York;

#[test]
fn numbers_are_read_as_people_write_them_and_never_guessed() {
    let said = |text: &str| decimal(text).map(|number| number.to_string());
    for (text, number) in [("12", "12"), ("-1.50", "-1.50"), ("1,5", "1.5"), (" 7 ", "7")] {
        assert_eq!(said(text).as_deref(), Some(number), "{text}");
    }
    for text in ["1,234", "1.234,5", "twelve", "1,2,3", "", "1e", "0x10"] {
        assert_eq!(said(text), None, "{text}");
    }
    assert_eq!(line(ItemKind::Integer, "12.5"), Typed::Unread);
    assert_eq!(line(ItemKind::Integer, " "), Typed::Blank);
    assert_eq!(line(ItemKind::Integer, "99999999999"), Typed::Unread);
}

#[test]
fn times_are_read_with_their_half_of_the_day() {
    let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    for (text, wanted) in [
        ("9:15", at(9, 15)),
        ("9:15 am", at(9, 15)),
        ("9.15 PM", at(21, 15)),
        ("12 am", at(0, 0)),
        ("12:30 p.m.", at(12, 30)),
        ("21:30", at(21, 30)),
        ("9", None),
        ("13 pm", None),
        ("25:00", None),
        ("9:5", None),
        ("soon", None),
    ] {
        assert_eq!(time(text), wanted, "{text}");
    }
}

#[test]
fn a_day_may_be_known_in_part_and_no_further() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let known = |value| Typed::Value(Value::Date(value));
    assert_eq!(date("1987", "", ""), known(PartialDate::Year(1987)));
    assert_eq!(date("1987", "2", ""), known(PartialDate::Month(1987, 2)));
    assert_eq!(date("1988", "2", "29"), known(PartialDate::Day(day(1988, 2, 29))));
    assert_eq!(date("", " ", ""), Typed::Blank);
    for (y, m, d) in
        [("1987", "2", "29"), ("87", "2", "1"), ("1987", "", "1"), ("", "2", ""), ("1987", "13", "")]
    {
        assert_eq!(date(y, m, d), Typed::Unread, "{y}-{m}-{d}");
    }
    for kept in [PartialDate::Year(1987), PartialDate::Month(1987, 2), PartialDate::Day(day(1988, 2, 29))] {
        let [y, m, d] = fields(kept);
        assert_eq!(date(&y, &m, &d), known(kept));
    }
}

#[test]
fn a_moment_has_the_offset_of_its_own_day() {
    let moment = |m: &str, time: &str| match date_time(date("2026", m, "8"), time, New_York) {
        Typed::Value(Value::DateTime(PartialDateTime::Instant(at))) => at.to_rfc3339(),
        other => panic!("{other:?}"),
    };
    assert_eq!(moment("1", "9 am"), "2026-01-08T09:00:00-05:00");
    assert_eq!(moment("7", "9 am"), "2026-07-08T09:00:00-04:00");
    assert_eq!(date_time(date("2026", "3", "8"), "2:30", New_York), Typed::Unread, "no clock shows that");
    assert_eq!(date_time(date("2026", "3", ""), "2:30", New_York), Typed::Unread);
    assert_eq!(date_time(Typed::Blank, "", New_York), Typed::Blank);
    assert_eq!(date_time(Typed::Blank, "9 am", New_York), Typed::Unread);
}
