//! Preparing with the sample plan: the times follow the visit, ticks work offline, what changed is read again.

use crate::world::{Phone, practising};
use cairn::{
    app::{Cairn, Changed, read::*},
    care::{
        CutOffKind, Delivery, Id, Manner, Private,
        preparation::{Fasting, Seen},
    },
};
use chrono::{DateTime, TimeDelta, Utc};

const CANARY: &str = "otter-under-the-bridge";

async fn page(app: &Cairn) -> Preparation {
    app.preparation(Id::new("sample-session").unwrap()).await.unwrap().unwrap()
}

fn limit(page: &Preparation, what: CutOffKind) -> DateTime<Utc> {
    let Times::Known { limits, .. } = &page.times else { panic!("{:?}", page.times) };
    limits.iter().find(|limit| limit.what == what).unwrap().at
}

fn medicines(page: &Preparation) -> &[MedicineView] {
    let Medicines::Known { lines, .. } = &page.medicines else { panic!("readable") };
    lines
}

async fn line(app: &Cairn, title: &str) -> DueLine {
    let all = app.to_do().await.unwrap();
    let mut lines = all.open.into_iter().chain(all.done);
    lines.find(|line| line.title.reveal() == title).unwrap()
}

async fn tick(app: &Cairn, title: &str, done: bool) {
    let Whose::Clinic(key) = line(app, title).await.whose else { panic!("the clinic's") };
    app.tick(key, done).await.unwrap();
}

#[tokio::test]
async fn the_page_has_the_clinics_times_and_a_line_in_each_manner() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let page = page(&app).await;
    let arrive = page.visit.arrival.unwrap().arrive.unwrap();
    assert_eq!(arrive - limit(&page, CutOffKind::Food), TimeDelta::hours(6));
    assert_eq!(arrive - limit(&page, CutOffKind::ClearDrinks), TimeDelta::hours(2));
    assert_eq!(arrive - limit(&page, CutOffKind::LargeMeal), TimeDelta::hours(8));
    assert_eq!(page.rules.len(), 9);
    let manners: Vec<_> = medicines(&page).iter().map(|line| line.manner).collect();
    assert_eq!(manners, [Manner::Take, Manner::Skip, Manner::Ask]);
    let Medicines::Known { days, .. } = &page.medicines else { panic!() };
    let held: Vec<Vec<usize>> =
        days.iter().map(|day| day.lines.iter().map(|(_, place)| *place).collect()).collect();
    assert_eq!(held, [vec![0, 1, 2], vec![0, 1, 2]], "the day before and the day");
}

#[tokio::test]
async fn the_words_follow_the_clock_on_the_page_and_on_today() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let last_drink = limit(&page(&app).await, CutOffKind::ClearDrinks);
    let fasting = |times: Times| match times {
        Times::Known { fasting, .. } => Some(fasting),
        _ => None,
    };
    assert_eq!(fasting(page(&app).await.times), Some(Fasting::NotYet));
    phone.clock.forward(last_drink - app.now() - TimeDelta::seconds(1));
    assert_eq!(fasting(page(&app).await.times), Some(Fasting::NoFood));
    phone.clock.forward(TimeDelta::seconds(1));
    assert_eq!(fasting(page(&app).await.times), Some(Fasting::Nothing));
    assert_eq!(app.today().await.unwrap().prepare.and_then(fasting), Some(Fasting::Nothing));
    phone.clock.forward(TimeDelta::hours(8));
    assert_eq!(page(&app).await.times, Times::Over);
}

#[tokio::test]
async fn a_tick_counts_at_once_and_can_be_taken_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let before = app.to_do().await.unwrap().open.len();
    let mut changes = app.changes();
    tick(&app, "Pack your bag", true).await;
    let told = [changes.recv().await.unwrap(), changes.recv().await.unwrap(), changes.recv().await.unwrap()];
    assert!(told.contains(&Changed::Own) && told.contains(&Changed::Reminders), "{told:?}");
    assert_eq!(app.to_do().await.unwrap().open.len(), before - 1);
    assert_eq!(line(&app, "Pack your bag").await.done, Done::Here(app.now(), Delivery::StaysHere));
    let today = app.today().await.unwrap();
    assert!(today.due.iter().any(|line| !line.is_open()), "it stays in sight for the day it was ticked on");
    drop(app);

    let app = phone.app();
    app.start().await;
    assert_eq!(app.to_do().await.unwrap().open.len(), before - 1, "also after a restart");
    tick(&app, "Pack your bag", false).await;
    assert_eq!(app.to_do().await.unwrap().open.len(), before);
    phone.clock.forward(TimeDelta::days(1));
    tick(&app, "Pack your bag", true).await;
    phone.clock.forward(TimeDelta::days(1));
    assert!(app.today().await.unwrap().due.iter().all(DueLine::is_open), "with the day it goes");
}

#[tokio::test]
async fn what_the_clinic_has_as_done_stays_done_whatever_is_ticked() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    tick(&app, "Tell us about your health", true).await;
    tick(&app, "Tell us about your health", false).await;
    assert_eq!(line(&app, "Tell us about your health").await.done, Done::AtClinic);
}

#[tokio::test]
async fn ones_own_things_are_added_ticked_removed_and_put_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.add_own_item(Private::new("  \n")).await.unwrap();
    app.add_own_item(Private::new(format!(" {CANARY} "))).await.unwrap();
    let own = line(&app, CANARY).await;
    assert_eq!(app.to_do().await.unwrap().open.last(), Some(&own), "after what is due");
    let Whose::Own(id) = own.whose.clone() else { panic!("one's own") };
    app.tick_own_item(id.clone(), true).await.unwrap();
    assert!(!line(&app, CANARY).await.is_open());
    let removed = app.remove_own_item(id).await.unwrap().unwrap();
    assert!(app.to_do().await.unwrap().done.iter().all(|line| line.title.reveal() != CANARY));
    app.keep_own_item(removed).await.unwrap();
    assert!(!line(&app, CANARY).await.is_open(), "as it was");
    assert!(!format!("{:?}", app.to_do().await.unwrap()).contains(CANARY));
}

#[tokio::test]
async fn an_intention_is_revised_and_what_stood_there_stays() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    for words in ["to breathe", "to breathe ", "", CANARY] {
        app.keep_intention(Private::new(words)).await.unwrap();
        phone.clock.forward(TimeDelta::minutes(1));
    }
    let kept = app.intentions().await.unwrap();
    let words: Vec<_> = kept.iter().map(|one| one.words.reveal()).collect();
    assert_eq!(words, [CANARY, "to breathe"]);
    assert_eq!(app.to_do().await.unwrap().intention.unwrap().words.reveal(), CANARY);
    for (path, bytes) in phone.files() {
        assert!(!bytes.windows(CANARY.len()).any(|found| found == CANARY.as_bytes()), "{path:?}");
    }
}

#[tokio::test]
async fn a_line_is_read_in_exactly_the_form_it_was_shown_in() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    assert_eq!(app.today().await.unwrap().to_read, Some(ToRead::New));
    let shown: Vec<_> = medicines(&page(&app).await).iter().map(|line| line.shown.clone()).collect();
    assert_eq!(shown[0].version, None, "practice has no server to name versions");
    assert_eq!(shown[0].digest.len(), 64);
    assert!(shown[0].digest != shown[1].digest);
    for one in &shown {
        app.acknowledge_medicine(one.clone()).await.unwrap();
    }
    let lines = page(&app).await;
    assert!(medicines(&lines).iter().all(|line| line.seen == Seen::Yes(app.now())));
    assert!(medicines(&lines).iter().all(|line| line.delivery == Some(Delivery::StaysHere)));
    assert_eq!(app.today().await.unwrap().to_read, None);

    let other = cairn::care::preparation::Shown { digest: "another".into(), ..shown[0].clone() };
    app.acknowledge_medicine(other).await.unwrap();
    assert_eq!(medicines(&page(&app).await)[0].seen, Seen::Changed, "what was read is not what stands there");
    assert_eq!(app.today().await.unwrap().to_read, Some(ToRead::Changed));
    app.acknowledge_medicine(shown[0].clone()).await.unwrap();
    assert_eq!(app.today().await.unwrap().to_read, None);
}
