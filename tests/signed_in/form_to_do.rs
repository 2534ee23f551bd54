//! A form the clinic's plan asks for is done where its answers are: its thing to do never says more than they do, and the clinic
//! hears of neither while it can still be undone.

use crate::{
    given::{changes_protocol, let_it_go, patient},
    support::{Clinic, Fault, Person, eventually},
    world::Phone,
};
use cairn::{
    app::{
        Cairn,
        read::{Asked, Done, DueLine, FormPage, FormToFill, QueueLine, Whose},
    },
    care::{Delivery, Id, Refusal},
};
use serde_json::{Value, json};

/// A patient whose plan has a form to fill in.
async fn patient_with_a_form(clinic: &'static Clinic) -> (Person, Cairn, Phone) {
    let (person, app, phone) = patient(clinic).await;
    changes_protocol(clinic, &person, |protocol| {
        let phases = protocol["phases"].as_array_mut().unwrap().iter_mut();
        let tasks = phases.filter_map(|phase| phase["tasks"].as_array_mut()).flatten();
        tasks.filter(|task| task["id"] == "breathing").for_each(|task| task["form"] = json!("PHQ-2"));
    })
    .await;
    eventually("the form to be asked for", async || {
        app.sync_now();
        find(&app).await.map(drop)
    })
    .await;
    (person, app, phone)
}

async fn find(app: &Cairn) -> Option<DueLine> {
    let all = app.to_do().await.unwrap();
    all.open.into_iter().chain(all.done).find(|line| line.form.is_some())
}

async fn line(app: &Cairn) -> DueLine {
    find(app).await.unwrap()
}

/// The patient finishes the form of the thing to do: its record.
async fn finishes(app: &Cairn) -> Id {
    let FormToFill { name, due } = line(app).await.form.unwrap();
    let form = app.begin_form(name, Some(due)).await.unwrap();
    let lowest = |asked: &Asked| Some((asked.path.clone(), vec![asked.item.options.first()?.value.clone()]));
    let given = form.pages.iter().flat_map(FormPage::questions).filter_map(lowest).collect();
    app.answer_form(form.id.clone(), given).await.unwrap();
    app.finish_form(form.id.clone()).await.unwrap();
    form.id
}

/// What the clinic has of the ticks of forms.
async fn ticks(clinic: &Clinic, person: &Person) -> usize {
    let all = clinic.finds(&format!("QuestionnaireResponse?subject=Patient/{}", person.patient)).await;
    let is_tick = |one: &&Value| one["item"].as_array().unwrap().iter().any(|item| item["linkId"] == "done");
    all.iter().filter(is_tick).count()
}

#[tokio::test]
async fn undone_in_time_the_clinic_hears_neither_that_it_is_done_nor_that_it_is_not() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient_with_a_form(clinic).await;
    let before = ticks(clinic, &person).await;
    let form = finishes(&app).await;
    assert!(matches!(line(&app).await.done, Done::Here(_, Delivery::OnThisPhone)));
    // The clinic is reached meanwhile: another tick leaves, which waits for nothing.
    let other = app.to_do().await.unwrap().open.into_iter().find_map(|line| match line.whose {
        Whose::Clinic(key) if line.leads.is_none() && line.form.is_none() => Some(key),
        _ => None,
    });
    app.tick(other.clone().unwrap(), true).await.unwrap();
    let arrived = async || (ticks(clinic, &person).await == before + 1).then_some(());
    eventually("the other tick to arrive", arrived).await;
    app.undo_finish(form).await.unwrap();
    assert!(line(&app).await.is_open());
    let_it_go(&phone, &app);
    app.tick(other.clone().unwrap(), false).await.unwrap();
    eventually("nothing to wait", async || {
        let waits = |one: &QueueLine| !matches!(one.delivery, Delivery::Sent(_));
        (!app.sync_details().await.unwrap().queue.iter().any(waits)).then_some(())
    })
    .await;
    assert_eq!(ticks(clinic, &person).await, before + 1, "none but the other tick's record");
}

#[tokio::test]
async fn answers_the_clinic_refuses_leave_it_needing_attention_whatever_became_of_the_tick() {
    let clinic = Clinic::shared_sample();
    let (person, app, phone) = patient_with_a_form(clinic).await;
    let refused = Fault::Status(422);
    let form = finishes(&app).await;
    clinic.fault(&person, "PUT", &format!("^/QuestionnaireResponse/{form}"), 0, refused).await;
    let_it_go(&phone, &app);
    eventually("the refusal", async || {
        app.sync_now();
        matches!(line(&app).await.done, Done::Here(_, Delivery::NeedsAttention(Refusal::NotUnderstood)))
            .then_some(())
    })
    .await;
    eventually("the tick to arrive", async || (ticks(clinic, &person).await > 0).then_some(())).await;
    assert!(matches!(line(&app).await.done, Done::Here(_, Delivery::NeedsAttention(_))));
}
