//! Days and times read as people say them, in both languages.

use super::*;
use crate::app::read::Language;
use chrono::TimeZone;
use chrono_tz::America::{Argentina::Buenos_Aires, New_York};

const ENGLISH: Words = Words::of(Language::English);
const SPANISH: Words = Words::of(Language::Spanish);

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The gaps that keep a time on one line, as the eye sees them.
fn seen(said: &str) -> String {
    said.replace('\u{a0}', " ")
}

#[test]
fn clock_times_leave_no_doubt_about_noon_and_midnight() {
    let said = |hour, minute| seen(&time(ENGLISH, at(hour, minute)));
    assert_eq!(said(9, 15), "9:15 am");
    assert_eq!(said(0, 5), "12:05 am");
    assert_eq!(said(12, 30), "12:30 pm");
    assert_eq!(said(23, 59), "11:59 pm");
    assert_eq!(said(12, 0), "12 noon");
    assert_eq!(said(0, 0), "12 midnight");
    assert_eq!(seen(&time(SPANISH, at(15, 7))), "3:07 p. m.");
}

#[test]
fn a_day_names_its_year_only_when_it_is_another() {
    let today = on(2026, 12, 2);
    assert_eq!(seen(&day(ENGLISH, on(2026, 12, 3), today)), "Thursday, 3 December");
    assert_eq!(seen(&day(ENGLISH, on(2027, 1, 4), today)), "Monday, 4 January 2027");
    assert_eq!(seen(&day(SPANISH, on(2026, 12, 3), today)), "jueves, 3 de diciembre");
    assert_eq!(seen(&day_alone(SPANISH, on(2026, 12, 5), today)), "Sábado, 5 de diciembre");
}

#[test]
fn near_days_are_words_and_far_ones_are_dates() {
    let today = on(2026, 12, 2);
    let said = |day| seen(&moment(ENGLISH, on(2026, 12, day).and_time(at(9, 15)), today));
    assert_eq!(said(1), "9:15 am yesterday");
    assert_eq!(said(2), "9:15 am today");
    assert_eq!(said(3), "9:15 am tomorrow");
    assert_eq!(said(4), "9:15 am, Friday, 4 December");
    let exact = exact_moment(ENGLISH, on(2026, 12, 3).and_time(at(9, 15)), today);
    assert_eq!(seen(&exact), "9:15 am, Thursday, 3 December");
}

#[test]
fn a_stamp_of_today_is_a_time_and_today_is_the_zones() {
    let now = New_York.with_ymd_and_hms(2026, 12, 2, 0, 30, 0).unwrap().with_timezone(&Utc);
    let before = now - chrono::TimeDelta::hours(1);
    assert_eq!(seen(&stamp(ENGLISH, now, New_York, now)), "12:30 am");
    assert_eq!(seen(&stamp(ENGLISH, before, New_York, now)), "11:30 pm yesterday");
    assert_eq!(seen(&stamp(ENGLISH, before, Buenos_Aires, now)), "1:30 am");
}

#[test]
fn a_zone_is_called_by_its_city() {
    assert_eq!(zone_name(New_York), "New York");
    assert_eq!(zone_name(Buenos_Aires), "Buenos Aires");
}

#[test]
fn a_moment_on_another_clock_names_its_day_and_city() {
    let midnight = on(2026, 11, 22).and_time(at(23, 59));
    let today = on(2026, 11, 23);
    let there = seen(&moment_there(ENGLISH, midnight, today, Some(New_York)));
    assert_eq!(
        there, "11:59 pm, Sunday, 22 November (New York time)",
        "on the phone that evening is yesterday"
    );
    // The control: on the phone's own clock the day has its short name.
    assert_eq!(seen(&moment_there(ENGLISH, midnight, today, None)), "11:59 pm yesterday");
}
