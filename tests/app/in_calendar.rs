//! A visit in the patient's own calendar: a file that can be opened, made again when the clinic says otherwise.

use crate::world::{Phone, practising};
use cairn::{
    app::{CalendarWords, read::Taken},
    care::{CalendarStep, Id},
};
use std::{fs, path::PathBuf};

fn words(place: Option<&str>) -> CalendarWords {
    CalendarWords { title: "Appointment".to_owned(), place: place.map(str::to_owned) }
}

fn text(taken: &Taken) -> String {
    fs::read_to_string(PathBuf::from(&taken.folder).join(&taken.name)).unwrap()
}

fn line<'a>(text: &'a str, name: &str) -> &'a str {
    text.lines().find(|line| line.starts_with(name)).unwrap()
}

#[tokio::test]
async fn a_confirmed_visit_is_put_in_once_and_changed_under_its_name_after_that() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let session = Id::new("sample-session").unwrap();
    let offered = app.visit_in_calendar(session.clone()).await.unwrap().unwrap();
    let CalendarStep::Add(times) = offered.step else { panic!("{offered:?}") };
    let arrive = app.visit(session.clone()).await.unwrap().unwrap().arrival.unwrap().arrive.unwrap();
    assert_eq!(times.from, arrive);
    assert!(offered.place.as_ref().unwrap().contains("Harbor House"));

    let first = app.make_calendar_file(session.clone(), words(None)).await.unwrap().unwrap();
    assert_eq!(first.name, "cairn-2026-05-12.ics");
    let first = text(&first);
    assert!(!first.contains("Harbor") && !first.contains("sample") && !first.contains("LOCATION"));
    let kept = app.visit_in_calendar(session.clone()).await.unwrap().unwrap();
    assert_eq!(kept.step, CalendarStep::Same(times));

    let again =
        app.make_calendar_file(session.clone(), words(offered.place.as_deref())).await.unwrap().unwrap();
    let again = text(&again);
    assert!(line(&again, "LOCATION").contains("Harbor House"));
    assert_eq!(line(&first, "UID"), line(&again, "UID"));
    let number = |text: &str| line(text, "SEQUENCE:")["SEQUENCE:".len()..].parse::<u32>().unwrap();
    assert!(number(&again) > number(&first));
}

#[tokio::test]
async fn a_visit_that_took_place_and_one_nobody_knows_have_no_file() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    for id in ["sample-intake", "nobody-knows-it"] {
        let id = Id::new(id).unwrap();
        assert_eq!(app.visit_in_calendar(id.clone()).await.unwrap(), None);
        assert_eq!(app.make_calendar_file(id, words(None)).await.unwrap(), None);
    }
    assert!(!phone.documents().exists() || fs::read_dir(phone.documents()).unwrap().count() == 0);
}
