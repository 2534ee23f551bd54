//! A form is filled in answer by answer: each is kept before anybody says so, and what is finished adds up or says why not.

use crate::world::{Phone, practising};
use cairn::{
    app::{
        AppError, Cairn, Finishing,
        read::{FinishedForm, FormDoor, FormPage, FormView},
    },
    care::{
        Delivery, Id,
        form::{Path, Value},
        instruments::Instrument,
    },
};
use chrono::TimeDelta;

const PHQ_9: &str = "PHQ-9";

async fn begin(app: &Cairn, name: &str) -> FormView {
    app.begin_form(name.to_owned(), None).await.unwrap()
}

/// The way to the nth question and its answer that counts `points`.
fn answer(pages: &[FormPage], nth: usize, points: usize) -> (Path, Vec<Value>) {
    let asked = pages.iter().flat_map(FormPage::questions).nth(nth).unwrap();
    (asked.path.clone(), vec![asked.item.options[points].value.clone()])
}

async fn answer_all(app: &Cairn, view: &FormView, points: &[usize]) -> FormView {
    let mut last = view.clone();
    for (nth, points) in points.iter().enumerate() {
        last = app.answer_form(view.id.clone(), vec![answer(&view.pages, nth, *points)]).await.unwrap();
    }
    last
}

fn given(view: &FormView) -> Vec<Vec<Value>> {
    view.pages.iter().flat_map(FormPage::questions).map(|asked| asked.values.clone()).collect()
}

async fn door(app: &Cairn) -> FormDoor {
    app.form(PHQ_9.to_owned(), None).await.unwrap()
}

async fn finish(app: &Cairn, id: &Id) -> FinishedForm {
    assert_eq!(app.finish_form(id.clone()).await.unwrap(), Finishing::Done(id.clone()));
    app.finished_form(id.clone()).await.unwrap().unwrap()
}

#[tokio::test]
async fn looking_at_the_door_begins_nothing_and_says_what_to_expect() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let FormDoor::Blank(intro) = door(&app).await else { panic!("it can be begun") };
    assert_eq!(
        (intro.questions, intro.varies, intro.asks_about_harm, intro.practice),
        (10, false, true, true)
    );
    assert!(intro.copyright.unwrap().contains("Pfizer"));
    let forms = app.forms().await.unwrap();
    assert!(forms.open.is_empty() && forms.finished.is_empty() && forms.given_up.is_empty());
    assert_eq!(app.form("zeppelin".to_owned(), None).await.unwrap(), FormDoor::Unknown);
    assert!(matches!(app.begin_form("zeppelin".to_owned(), None).await, Err(AppError::NoSuchForm)));
}

#[tokio::test]
async fn after_each_answer_the_phone_may_be_switched_off() {
    let phone = Phone::new();
    let mut app = practising(&phone).await;
    let mut view = begin(&app, PHQ_9).await;
    for nth in 0..9 {
        let kept = app.answer_form(view.id.clone(), vec![answer(&view.pages, nth, nth % 3)]).await.unwrap();
        assert_eq!(kept.step, nth, "it is known where one was");
        drop(app);
        app = phone.app();
        app.start().await;
        let FormDoor::Open(resumed) = door(&app).await else { panic!("half filled in") };
        assert_eq!((&resumed.id, resumed.step, given(&resumed)), (&view.id, nth, given(&kept)));
        view = *resumed;
    }
    assert_eq!(given(&view).iter().filter(|values| values.len() == 1).count(), 9);
    assert_eq!(begin(&app, PHQ_9).await.id, view.id, "begun again, it is gone on with");
}

#[tokio::test]
async fn turning_pages_keeps_the_place_and_changes_no_answer() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let view = begin(&app, PHQ_9).await;
    let answered = answer_all(&app, &view, &[1]).await;
    phone.clock.forward(TimeDelta::days(1));
    let turned = app.turn_to(view.id.clone(), 4).await.unwrap();
    assert_eq!((turned.step, given(&turned)), (4, given(&answered)));
    assert_eq!(turned.until, answered.until, "looking is no answer");
    let far = app.turn_to(view.id.clone(), 999).await.unwrap();
    assert_eq!(far.step, far.pages.len(), "behind the last page lies the review");
}

#[tokio::test]
async fn an_answer_can_be_changed_and_taken_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let view = begin(&app, PHQ_9).await;
    answer_all(&app, &view, &[3]).await;
    let (path, changed) = answer(&view.pages, 0, 1);
    let again = app.answer_form(view.id.clone(), vec![(path.clone(), changed.clone())]).await.unwrap();
    assert_eq!(given(&again)[0], changed);
    let cleared = app.answer_form(view.id.clone(), vec![(path, vec![])]).await.unwrap();
    assert_eq!(given(&cleared), given(&view));
}

#[tokio::test]
async fn what_is_not_written_yet_stands_where_the_next_answer_is_made() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let view = begin(&app, PHQ_9).await;
    let (path, first) = answer(&view.pages, 0, 1);
    let (_, second) = answer(&view.pages, 0, 2);
    let shown = view.clone().answered(&[(path.clone(), first), (path, second.clone())]);
    assert_eq!(given(&shown)[0], second, "the newest");
    assert_eq!(given(&shown)[1..], given(&view)[1..], "and nothing else");
}

#[tokio::test]
async fn the_card_stands_behind_the_ninth_question_for_any_answer_above_zero() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    for points in 0..4 {
        let view = begin(&app, PHQ_9).await;
        assert!(view.harm.is_empty());
        let after = app.answer_form(view.id.clone(), vec![answer(&view.pages, 8, points)]).await.unwrap();
        assert_eq!(after.harm, (points > 0).then_some(8).into_iter().collect());
        assert_eq!(app.safety_of(view.id.clone()).await.unwrap().is_some(), points > 0);
        finish(&app, &view.id).await;
    }
}

/// The PHQ-9 with its ninth question asked twice, the second time with an answer its author gave.
fn nine_answered_by_its_author() -> serde_json::Value {
    let mut form = cairn::fhir::built_in::form(PHQ_9).unwrap();
    form["name"] = "Answered".into();
    form["title"] = "Answered".into();
    form["url"] = "https://a.example/Questionnaire/answered".into();
    let group = form["item"][0]["item"].as_array_mut().unwrap();
    let mut again = group[8].clone();
    again["linkId"] = "again".into();
    again["answerOption"][1]["initialSelected"] = true.into();
    group.push(again);
    form
}

#[tokio::test]
async fn an_answer_its_author_gave_to_the_ninth_question_is_told_when_its_page_is_left_or_the_form_finished()
{
    for turns in [true, false] {
        let phone = Phone::new();
        let app = practising(&phone).await;
        phone.has_form("answered", &nine_answered_by_its_author());
        let view = begin(&app, "Answered").await;
        assert_eq!(view.harm, [9].into(), "the page of its own answer, not the first that asks");
        assert!(app.safety_of(view.id.clone()).await.unwrap().is_none(), "nobody has come to it");
        if turns {
            app.turn_to(view.id.clone(), 9).await.unwrap();
            assert!(app.safety_of(view.id.clone()).await.unwrap().is_none(), "another page was left");
            app.turn_to(view.id.clone(), 10).await.unwrap();
        } else {
            finish(&app, &view.id).await;
        }
        assert!(app.safety_of(view.id.clone()).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn a_whole_form_adds_up_in_the_words_of_its_authors() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let view = begin(&app, PHQ_9).await;
    answer_all(&app, &view, &[2, 2, 2, 1, 1, 1, 1, 1, 0]).await;
    let done = finish(&app, &view.id).await;
    let score = &done.scores[0];
    assert_eq!((score.instrument, score.total, score.answered), (Instrument::Phq9, Some(11), 9));
    let band = score.band.unwrap();
    assert_eq!((band.from, band.to, band.words, band.source), (10, 14, "moderate", "LOINC"));
    assert_eq!(done.delivery, Delivery::StaysHere, "practice sends nothing and never says so");
    let line = app.forms().await.unwrap().finished.remove(0);
    assert_eq!((line.id, line.totals[0].total), (view.id, 11));
}

#[tokio::test]
async fn a_question_left_open_leaves_no_total() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let view = begin(&app, PHQ_9).await;
    answer_all(&app, &view, &[3, 3, 3, 3, 3, 3, 3, 3]).await;
    let done = finish(&app, &view.id).await;
    let score = &done.scores[0];
    assert_eq!((score.answered, score.of, score.total, score.band), (8, 9, None, None));
    assert!(app.forms().await.unwrap().finished[0].totals.is_empty());
}

#[tokio::test]
async fn finished_is_finished_until_it_is_taken_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let view = begin(&app, PHQ_9).await;
    let answered = answer_all(&app, &view, &[1, 1, 1, 1, 1, 1, 1, 1, 0]).await;
    let done = finish(&app, &view.id).await;
    assert_eq!(done.undo_until, Some(app.now() + TimeDelta::seconds(10)));
    let late = app.answer_form(view.id.clone(), vec![answer(&view.pages, 0, 3)]).await;
    assert!(matches!(late, Err(AppError::NoSuchForm)), "what is finished is not changed in silence");
    assert!(matches!(app.finish_form(view.id.clone()).await, Err(AppError::NoSuchForm)));

    app.undo_finish(view.id.clone()).await.unwrap();
    let FormDoor::Open(again) = door(&app).await else { panic!("it can be gone on with") };
    assert_eq!((&again.id, given(&again)), (&view.id, given(&answered)));
    assert!(app.finished_form(view.id.clone()).await.unwrap().is_none());
    finish(&app, &view.id).await;
    assert_eq!(app.forms().await.unwrap().finished[0].totals.len(), 1);
}

#[tokio::test]
async fn what_it_was_due_for_is_done_once() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let due = Some("weekly@2026-05-11".to_owned());
    let view = app.begin_form(PHQ_9.to_owned(), due.clone()).await.unwrap();
    finish(&app, &view.id).await;
    assert_eq!(app.form(PHQ_9.to_owned(), due).await.unwrap(), FormDoor::Done(view.id));
    assert!(matches!(door(&app).await, FormDoor::Blank(_)), "without being due it can be filled in again");
}

#[tokio::test]
async fn after_a_week_a_half_filled_form_is_kept_and_another_begun() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let view = begin(&app, PHQ_9).await;
    let answered = answer_all(&app, &view, &[1, 2]).await;
    phone.clock.set(answered.until - TimeDelta::seconds(1));
    assert!(matches!(door(&app).await, FormDoor::Open(_)));
    phone.clock.set(answered.until);
    assert!(matches!(door(&app).await, FormDoor::Blank(_)));
    assert_eq!(app.forms().await.unwrap().given_up[0].id, view.id, "it is not lost");
    let next = begin(&app, PHQ_9).await;
    assert!(next.id != view.id && given(&next).iter().all(Vec::is_empty));
    let stale = app.answer_form(view.id.clone(), vec![answer(&view.pages, 0, 3)]).await;
    assert!(matches!(stale, Err(AppError::NoSuchForm)));
}
