//! Messages that come back with a copy: what is written on from there is another message, and what is sent from there goes
//! also where the server lets nobody read it.

use crate::{
    given::{in_the_hand_of, let_it_go, patient, phone, sign_in},
    support::{Clinic, Fault, Person, eventually, is_in},
    world,
};
use cairn::{
    app::{Cairn, Passphrase, Situation},
    care::{Delivery, Id, Private, Refusal},
};
use serde_json::json;
use std::path::PathBuf;

const FIRST: &str = "May I take my allergy pill?";
const SECOND: &str = "May I take my allergy pill, the wheatear one?";

fn passphrase() -> Passphrase {
    Passphrase::new("nine herons, one lake").unwrap()
}

/// What stands on the sheet that is open, or on this one, reads so from now on.
async fn writes(app: &Cairn, draft: Option<Id>, words: &str) -> cairn::app::read::MessageSheet {
    let sheet = app.writing_message(None, draft).await.unwrap().unwrap().sheet;
    app.keep_message(sheet, Private::new(words)).await.unwrap()
}

async fn sends(app: &Cairn, draft: Option<Id>, words: &str) -> Id {
    let sheet = writes(app, draft, words).await;
    app.send_message(sheet, Private::new(words)).await.unwrap().0
}

/// The same patient on another phone that has no network, with what the first one has now.
async fn comes_back(app: &Cairn, clinic: &'static Clinic, person: &Person) -> (Cairn, world::Phone) {
    let taken = app.take_along(passphrase()).await.unwrap();
    let copy = PathBuf::from(taken.folder).join(taken.name);
    let new = phone();
    let there = in_the_hand_of(&new, clinic, person).await;
    there.bring_back(copy, passphrase(), false).await.unwrap();
    assert_eq!(there.start().await, Situation::Patient);
    (there, new)
}

fn delivery(phone: &world::Phone, message: &Id) -> Delivery {
    phone.store().read(|reader| reader.delivery(message)).unwrap().unwrap()
}

async fn is_sent(app: &Cairn, phone: &world::Phone, message: &Id) {
    let_it_go(phone, app);
    eventually("the message to be there", async || {
        app.sync_now();
        matches!(delivery(phone, message), Delivery::Sent(_)).then_some(())
    })
    .await;
}

/// The clinic has both, and the first as it read it.
async fn has_both(clinic: &Clinic, person: &Person, first: &Id, second: &Id) {
    let sent = clinic.written_by(person).await;
    let of = |id: &Id| sent.iter().find(|one| one["id"] == json!(id)).unwrap_or_else(|| panic!("{sent:?}"));
    assert_eq!((sent.len(), &of(first)["meta"]["versionId"]), (2, &json!("1")));
    assert!(is_in(of(first), FIRST) && !is_in(of(first), SECOND));
    assert!(is_in(of(second), SECOND));
}

#[tokio::test]
async fn a_message_that_is_written_on_from_a_copy_leaves_the_one_that_was_sent_as_it_is() {
    let clinic = Clinic::shared_sample();
    let (person, app, old) = patient(clinic).await;
    let first = sends(&app, None, FIRST).await;
    let (there, new) = comes_back(&app, clinic, &person).await;
    is_sent(&app, &old, &first).await;

    assert_eq!(delivery(&new, &first), Delivery::NeedsAttention(Refusal::CameBack));
    let draft = there.take_message_back(first.clone()).await.unwrap();
    let page = there.writing_message(None, Some(draft.clone())).await.unwrap().unwrap();
    assert_eq!(page.words.reveal(), FIRST, "it is the draft again that it was");
    let second = sends(&there, Some(draft), SECOND).await;
    sign_in(&there, clinic).await.unwrap();
    is_sent(&there, &new, &second).await;
    has_both(clinic, &person, &first, &second).await;
}

#[tokio::test]
async fn what_was_being_written_when_the_copy_was_made_is_another_message_from_there() {
    let clinic = Clinic::shared_sample();
    let (person, app, old) = patient(clinic).await;
    let draft = writes(&app, None, FIRST).await.draft;
    let (there, new) = comes_back(&app, clinic, &person).await;
    let first = sends(&app, Some(draft), FIRST).await;
    is_sent(&app, &old, &first).await;

    let second = sends(&there, None, SECOND).await;
    sign_in(&there, clinic).await.unwrap();
    is_sent(&there, &new, &second).await;
    has_both(clinic, &person, &first, &second).await;
}

#[tokio::test]
async fn a_message_that_came_back_is_sent_where_the_server_lets_nobody_read_it() {
    let clinic = Clinic::shared_sample();
    let (person, app, _old) = patient(clinic).await;
    let message = sends(&app, None, FIRST).await;
    let (there, new) = comes_back(&app, clinic, &person).await;
    clinic.fault(&person, "GET", "^/Communication", 0, Fault::Status(403)).await;
    clinic.fault(&person, "POST", "^/$", 0, Fault::Status(403)).await;
    sign_in(&there, clinic).await.unwrap();
    there.send_again(message.clone()).await.unwrap();
    is_sent(&there, &new, &message).await;
    let sent = clinic.written_by(&person).await;
    assert_eq!((sent.len(), &sent[0]["id"]), (1, &json!(message)));
}
