//! Trends are what was put in, day by day, with the sessions the clinic says took place.

use crate::world::{Phone, feeling, practising};
use cairn::care::{
    time,
    trends::{Measure, Range},
};
use chrono::TimeDelta;

#[tokio::test]
async fn every_check_in_of_the_range_is_a_point_and_older_ones_are_in_a_longer_range() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    for value in 0..6 {
        app.save_check_in(feeling(value, 10 - value, "")).await.unwrap();
        phone.clock.forward(TimeDelta::days(if value < 2 { 40 } else { 1 }));
    }
    let weeks = app.trends(Range::FourWeeks).await.unwrap();
    let values = |measure| -> Vec<u8> {
        let series = weeks.series.iter().find(|one| one.measure == measure).unwrap();
        series.points.iter().map(|point| point.value).collect()
    };
    assert_eq!((values(Measure::Mood), values(Measure::Anxiety)), (vec![2, 3, 4, 5], vec![8, 7, 6, 5]));
    let all = app.trends(Range::All).await.unwrap();
    assert_eq!(all.series[0].points.len(), 6);
    let today = time::day_of(app.now(), app.zone());
    assert_eq!((all.span.last, weeks.span.days()), (today, 28));
    assert_eq!(weeks.newest, Some(all.series[0].points[5].day), "the newest day, whatever the range");
    assert!(weeks.article, "the sample's protocol explains what numbers say");
}

#[tokio::test]
async fn before_anything_there_is_nothing_and_an_empty_range_knows_when_there_was() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let first = app.trends(Range::FourWeeks).await.unwrap();
    assert!(first.newest.is_none() && first.series.iter().all(|one| one.points.is_empty()));
    app.save_check_in(feeling(4, 4, "")).await.unwrap();
    let made_on = time::day_of(app.now(), app.zone());
    phone.clock.forward(TimeDelta::days(60));
    let later = app.trends(Range::FourWeeks).await.unwrap();
    assert_eq!(later.newest, Some(made_on));
    assert!(later.series.iter().all(|one| one.points.is_empty()));
}

#[tokio::test]
async fn around_a_session_stand_the_days_before_and_after_it_and_none_before_it_took_place() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    assert!(app.around_sessions().await.unwrap().sessions.is_empty(), "the sample's session is still ahead");
    for value in 0..10 {
        app.save_check_in(feeling(value, 5, "")).await.unwrap();
        phone.clock.forward(TimeDelta::days(5));
    }
    let around = app.around_sessions().await.unwrap();
    let one = around.sessions.first().unwrap();
    assert_eq!((one.session.number, one.span.days()), (1, 36));
    let mood = one.series.iter().find(|series| series.measure == Measure::Mood).unwrap();
    assert!(!mood.points.is_empty() && mood.points.iter().all(|point| one.span.holds(point.day)));
    let all = app.trends(Range::All).await.unwrap();
    let near = all.series[0].points.iter().filter(|point| one.span.holds(point.day));
    assert!(near.eq(mood.points.iter()), "none of them is left out");
    assert_eq!(all.marked.sessions, around.marked.sessions);
}
