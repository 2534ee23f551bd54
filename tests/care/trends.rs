//! Trends draw what was given and nothing else: no point invented, none lost, gaps open, days where they belong.

use crate::zones::{any_zone, zone_and_instant};
use cairn::care::{
    Due, Id, LineState, MedicineLine, MedicineRecord, Private, Visit, VisitKind, VisitState, Written,
    instruments::Instrument,
    time,
    trends::{Measure, Point, Range, Series, Shape, Span, Summary, columns, medicine_changes, sessions},
};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use proptest::{collection::vec, prelude::*};

fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(days)
}

fn points(most_days: u64, most: usize) -> impl Strategy<Value = Vec<Point>> {
    let one = (0..most_days, 0_u16..1440, 0_u8..=10);
    let point = |(days, minute, value)| Point { day: day(days), minute, value };
    vec(one.prop_map(point), 0..most)
}

fn measure() -> impl Strategy<Value = Measure> {
    prop_oneof![Just(Measure::Mood), Just(Measure::Anxiety), Just(Measure::Score(Instrument::Gad7))]
}

/// As a set that counts: what is drawn and what was given hold the same.
fn sorted(mut points: Vec<Point>) -> Vec<(NaiveDate, u16, u8)> {
    points.sort_by_key(|point| (point.day, point.minute, point.value));
    points.into_iter().map(|point| (point.day, point.minute, point.value)).collect()
}

fn span_of(points: &[Point]) -> Span {
    let known = points.iter().map(|one| one.day).min().zip(points.iter().map(|one| one.day).max());
    Range::All.span(day(0), known)
}

proptest! {
    #[test]
    fn runs_hold_every_point_once_and_lines_lead_only_to_neighbours(given in points(400, 300), measure in measure()) {
        let series = Series::new(measure, given.clone());
        let runs: Vec<Vec<Point>> = series.runs().map(<[Point]>::to_vec).collect();
        prop_assert_eq!(sorted(runs.concat()), sorted(given));
        let apart = |one: &Point, next: &Point| (next.day - one.day).num_days();
        for run in &runs {
            prop_assert!(run.windows(2).all(|pair| (0..=measure.most_days()).contains(&apart(&pair[0], &pair[1]))));
        }
        for pair in runs.windows(2) {
            prop_assert!(apart(pair[0].last().unwrap(), &pair[1][0]) > measure.most_days(), "a gap stays open");
        }
    }

    #[test]
    fn a_line_never_runs_backwards_and_stays_on_the_page(given in points(4000, 300)) {
        let span = span_of(&given);
        let series = Series::new(Measure::Mood, given);
        let places: Vec<f64> = series.points.iter().map(|point| span.place_of(*point)).collect();
        prop_assert!(places.is_sorted());
        prop_assert!(places.iter().all(|place| (0.0..=1.0).contains(place)));
    }

    #[test]
    fn columns_hide_no_extreme_and_show_only_numbers_that_were_given(
        given in points(4000, 900),
        days in 1_u32..60,
    ) {
        let series = Series::new(Measure::Anxiety, given);
        let span = span_of(&series.points);
        let all = columns(&series.points, span, days);
        prop_assert_eq!(all.iter().map(|column| column.count).sum::<usize>(), series.points.len(), "none is lost");
        for column in &all {
            prop_assert_eq!((column.last - column.first).num_days(), i64::from(days) - 1);
            prop_assert_eq!((column.first - span.first).num_days() % i64::from(days), 0);
            let mut within: Vec<u8> = series
                .points
                .iter()
                .filter(|point| (column.first..=column.last).contains(&point.day))
                .map(|point| point.value)
                .collect();
            within.sort_unstable();
            prop_assert_eq!(Some(&column.lowest), within.first());
            prop_assert_eq!(Some(&column.highest), within.last());
            prop_assert!(within.contains(&column.middle));
            let (below, above) = (
                within.iter().filter(|value| **value < column.middle).count(),
                within.iter().filter(|value| **value > column.middle).count(),
            );
            prop_assert!(below <= within.len() / 2 && above <= within.len() / 2);
        }
    }

    #[test]
    fn the_shape_follows_from_the_number_of_points_alone(given in points(4000, 900)) {
        let series = Series::new(Measure::Mood, given);
        let span = span_of(&series.points);
        match Shape::of(&series, span) {
            Shape::Points(runs) => {
                prop_assert!(series.points.len() <= Shape::MOST_POINTS);
                prop_assert_eq!(runs.concat(), series.points);
            }
            Shape::Columns { columns, .. } => {
                prop_assert!(series.points.len() > Shape::MOST_POINTS);
                prop_assert!(columns.len() <= Shape::MOST_COLUMNS as usize);
            }
        }
    }

    #[test]
    fn a_summary_says_what_is_there(given in points(60, 80)) {
        let series = Series::new(Measure::Mood, given);
        let Some(summary) = Summary::of(&series) else {
            prop_assert!(series.points.is_empty());
            return Ok(());
        };
        let values = || series.points.iter().map(|point| point.value);
        prop_assert_eq!((Some(summary.lowest.value), Some(summary.highest.value)), (values().min(), values().max()));
        let mut days: Vec<_> = series.points.iter().map(|point| point.day).collect();
        days.dedup();
        prop_assert_eq!(summary.days, days.len());
        let mut lowest = series.points.iter().filter(|point| point.value == summary.lowest.value);
        prop_assert_eq!(lowest.next_back().map(|point| point.day), Some(summary.lowest.last));
        prop_assert_eq!(Some(&summary.last), series.points.last());
    }

    #[test]
    fn a_point_stands_on_the_day_its_own_clock_shows((zone, at) in zone_and_instant(), value in 0_u8..=10) {
        let point = Point::of(at, zone, value);
        let local = at.with_timezone(&zone).naive_local();
        prop_assert_eq!(point.day, local.date());
        prop_assert_eq!(u32::from(point.minute), local.hour() * 60 + local.minute());
        prop_assert_eq!(point.value, value);
    }

    #[test]
    fn around_a_session_days_are_counted_on_calendars((clinic, start) in zone_and_instant(), made_in in any_zone(), away in -40_i64..60) {
        let session = time::day_of(start, clinic);
        let span = Span::around(session);
        prop_assert_eq!(span.days(), 36);
        let at = start + TimeDelta::days(away);
        let point = Point::of(at, made_in, 5);
        let series = Series::new(Measure::Mood, vec![point]).within(span);
        let offset = (time::day_of(at, made_in) - session).num_days();
        prop_assert_eq!(series.points.len(), usize::from((-7..=28).contains(&offset)));
        if series.points.len() == 1 {
            let place = (f64::from(i32::try_from(offset + 7).unwrap()) + f64::from(point.minute) / 1440.0) / 36.0;
            prop_assert!((span.place_of(point) - place).abs() < 1e-9, "no change of clocks moves it");
        }
    }

    #[test]
    fn a_range_ends_today_or_tomorrow_and_all_of_it_holds_everything(given in points(4000, 40), today in 0_u64..4000) {
        let today = day(today);
        let known = given.iter().map(|one| one.day).min().zip(given.iter().map(|one| one.day).max());
        for range in Range::ALL {
            let span = range.span(today, known);
            prop_assert!(span.holds(today));
            if let Some(days) = range.days() {
                prop_assert_eq!(u64::from(span.days()), days);
                prop_assert!(span.last <= today + Days::new(1));
            } else {
                prop_assert!(span.days() >= 28 && given.iter().all(|point| span.holds(point.day)));
            }
        }
    }
}

#[test]
fn a_blank_day_more_opens_the_line() {
    let at = |days| Point { day: day(days), minute: 600, value: 5 };
    let runs = |days: &[u64], measure| {
        Series::new(measure, days.iter().map(|days| at(*days)).collect()).runs().count()
    };
    assert_eq!(runs(&[0, 3], Measure::Mood), 1);
    assert_eq!(runs(&[0, 4], Measure::Mood), 2);
    assert_eq!(runs(&[0, 42], Measure::Score(Instrument::Phq9)), 1);
    assert_eq!(runs(&[0, 43], Measure::Score(Instrument::Phq9)), 2);
}

#[test]
fn bands_are_the_sources_and_mood_has_none() {
    let of = |instrument| -> Vec<(u8, u8)> {
        Measure::Score(instrument).bands().iter().map(|band| (band.from, band.to)).collect()
    };
    assert_eq!(of(Instrument::Gad7), [(5, 9), (10, 14), (15, 21)]);
    assert_eq!(of(Instrument::Phq2), []);
    assert!(Measure::Mood.bands().is_empty() && Measure::Anxiety.bands().is_empty());
    assert_eq!((Measure::Mood.top(), Measure::Score(Instrument::Phq9).top()), (10, 27));
}

fn visit(name: &str, kind: VisitKind, state: VisitState, start: &str) -> Visit {
    Visit {
        id: Id::new(name).unwrap(),
        kind,
        state,
        start: Some(start.parse().unwrap()),
        end: None,
        booked: None,
        place: None,
        with: Vec::new(),
        note: None,
    }
}

#[test]
fn only_sessions_that_took_place_are_marked_on_the_clinics_day() {
    let visits = [
        visit("b", VisitKind::Session, VisitState::Finished, "2026-03-10T04:30:00Z"),
        visit("a", VisitKind::Session, VisitState::Confirmed, "2026-03-03T17:00:00Z"),
        visit("c", VisitKind::Session, VisitState::Cancelled, "2026-03-12T17:00:00Z"),
        visit("d", VisitKind::Preparation, VisitState::Finished, "2026-03-01T17:00:00Z"),
        visit("e", VisitKind::Session, VisitState::Confirmed, "2026-04-01T17:00:00Z"),
    ];
    let now = "2026-03-20T12:00:00Z".parse().unwrap();
    let marks = sessions(&visits, now, |_| chrono_tz::America::Denver);
    let marks: Vec<_> = marks.iter().map(|mark| (mark.number, mark.day.to_string())).collect();
    assert_eq!(marks, [(1, "2026-03-03".to_owned()), (2, "2026-03-09".to_owned())]);
}

fn line(state: LineState, written: Option<Written>, days: Option<(u64, u64)>) -> MedicineLine {
    MedicineLine {
        id: Id::new("line").unwrap(),
        record: MedicineRecord::Request,
        medicine: Private::new("Medicine"),
        words: None,
        author: None,
        written,
        state,
        action: None,
        days: days.map(|(from, to)| cairn::care::Days {
            from: Some(Due::On(day(from))),
            to: Some(Due::On(day(to))),
        }),
        do_not_take: false,
    }
}

#[test]
fn a_medicine_line_marks_the_days_the_clinic_names_and_no_others() {
    let zone = chrono_tz::America::Denver;
    let evening: DateTime<Utc> = "2020-01-06T05:00:00Z".parse().unwrap();
    let lines = [
        line(LineState::Active, Some(Written::At(evening)), Some((9, 12))),
        line(LineState::Active, Some(Written::On(day(4))), None),
        line(LineState::NoLonger, Some(Written::On(day(15))), Some((16, 17))),
        line(LineState::NotInForce, Some(Written::On(day(20))), Some((21, 22))),
    ];
    let marked = [4, 9, 13, 15, 16, 18].map(day);
    assert_eq!(medicine_changes(&lines, zone), marked, "what was stopped keeps its marks");
    assert!(medicine_changes(&lines[3..], Tz::UTC).is_empty(), "it may have been written by mistake");
}
