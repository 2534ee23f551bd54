//! A visit in the patient's own calendar: a file that can be opened, made again when the clinic says otherwise.

use crate::world::{Phone, practising};
use cairn::{
    app::{CalendarWords, read::Taken},
    care::{CalendarStep, Id},
    store::Mirrored,
};
use serde_json::{Value, json};
use std::{fs, path::PathBuf, process::Command};

fn words(place: Option<&str>) -> CalendarWords {
    CalendarWords { title: "Appointment".to_owned(), place: place.map(str::to_owned) }
}

fn text(taken: &Taken) -> String {
    fs::read_to_string(path(taken)).unwrap()
}

fn line<'a>(text: &'a str, name: &str) -> &'a str {
    text.lines().find(|line| line.starts_with(name)).unwrap()
}

fn path(taken: &Taken) -> PathBuf {
    PathBuf::from(&taken.folder).join(&taken.name)
}

/// A calendar program of its own (khal, which reads with another library than we write with), on a clock in Berlin.
struct Program(tempfile::TempDir);

impl Program {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        fs::create_dir(folder.path().join("own")).unwrap();
        let (own, known) = (at("own"), at("known.db"));
        let config = format!(
            "[calendars]\n[[own]]\npath = {own}\n[sqlite]\npath = {known}\n[locale]\n\
             local_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\ntimeformat = %H:%M\n\
             dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n\
             longdatetimeformat = %Y-%m-%d %H:%M\n"
        );
        fs::write(folder.path().join("config"), config).unwrap();
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> String {
        let home = self.0.path();
        let output = Command::new("khal")
            .arg("-c")
            .arg(home.join("config"))
            .args(arguments)
            .env("HOME", home)
            .env("XDG_CACHE_HOME", home)
            .env("XDG_CONFIG_HOME", home)
            .env("XDG_DATA_HOME", home)
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Opens the file; every event that stands then, one a line.
    fn opens(&self, taken: &Taken) -> Vec<String> {
        self.run(&["import", "--batch", "-a", "own", &path(taken).display().to_string()]);
        let format = "{start-long-full}|{end}|{title}|{location}|{status}{alarm-symbol}";
        let all = self.run(&["list", "--day-format", "", "--format", format, "2026-05-01", "2026-06-30"]);
        all.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }
}

/// The session of the sample as the clinic would write it anew.
fn session(status: &str, start: &str, end: &str) -> Value {
    json!({
        "resourceType": "Appointment", "id": "sample-session", "status": status, "start": start, "end": end,
        "appointmentType": { "coding": [{ "system": "https://cairn.example/fhir/CodeSystem/visit-kind", "code": "session" }] },
        "participant": [{ "actor": { "reference": "Patient/sample" }, "status": "accepted" }],
    })
}

#[tokio::test]
async fn a_calendar_program_shows_it_moves_it_and_hears_that_it_was_cancelled() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let (program, visit) = (Program::new(), Id::new("sample-session").unwrap());
    let file = async || app.make_calendar_file(visit.clone(), words(None)).await.unwrap().unwrap();
    assert_eq!(
        program.opens(&file().await),
        ["2026-05-14 15:15|2026-05-14 16:30|Appointment||CONFIRMED  ⏰"]
    );

    let unreadable = json!({ "resourceType": "Appointment", "id": "sample-session", "status": "moved" });
    phone.has_record("Appointment", "sample-session", &unreadable);
    assert_eq!(
        app.visit_in_calendar(visit.clone()).await.unwrap(),
        None,
        "not expected is more than is known"
    );

    phone.has_record(
        "Appointment",
        "sample-session",
        &session("booked", "2026-05-15T16:00:00Z", "2026-05-15T17:00:00Z"),
    );
    let step = app.visit_in_calendar(visit.clone()).await.unwrap().unwrap().step;
    assert!(matches!(step, CalendarStep::Change { .. }), "{step:?}");
    let moved = ["2026-05-15 17:45|2026-05-15 19:00|Appointment||CONFIRMED  ⏰"];
    assert_eq!(program.opens(&file().await), moved);

    phone.has_record(
        "Appointment",
        "sample-session",
        &session("cancelled", "2026-05-15T16:00:00Z", "2026-05-15T17:00:00Z"),
    );
    let cancelled = program.opens(&file().await);
    assert_eq!(cancelled, ["2026-05-15 17:45|2026-05-15 19:00|Appointment||CANCELLED"]);
    assert_eq!(app.visit_in_calendar(visit).await.unwrap(), None, "there is nothing left to do");
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
async fn while_the_clinics_rules_cannot_be_read_the_start_is_not_told_as_another_time_to_be_there() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let visit = Id::new("sample-session").unwrap();
    app.make_calendar_file(visit.clone(), words(None)).await.unwrap().unwrap();
    for library in phone.store().read(|reader| reader.mirrored("Library")).unwrap() {
        let unreadable =
            Mirrored { version: Some("2".into()), problem: Some("another form".into()), ..library };
        phone.store().write(|tx| tx.mirror(&unreadable)).unwrap();
    }
    let arrival = app.visit(visit.clone()).await.unwrap().unwrap().arrival.unwrap();
    assert_eq!(arrival.arrive, None, "the control: nobody knows how early to be there");
    assert_eq!(app.visit_in_calendar(visit.clone()).await.unwrap(), None);
    phone.has_record(
        "Appointment",
        "sample-session",
        &session("cancelled", "2026-05-14T13:30:00Z", "2026-05-14T14:30:00Z"),
    );
    let step = app.visit_in_calendar(visit).await.unwrap().unwrap().step;
    assert!(matches!(step, CalendarStep::TakeOut(_)), "that it is off is known all the same: {step:?}");
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
