//! The patient's own record: taken along, brought back equal, refused plainly, and deleted.

use crate::world::{Phone, feeling, practising, write};
use cairn::{
    app::{
        AppError, Cairn, Passphrase, Situation,
        read::{OwnTrouble, SignIn, Taken},
    },
    care::{Delivery, Id},
    store::{
        Owner, Store, StoreKey,
        archive::{self, Effort, Whose},
    },
};
use std::{fs, path::PathBuf};

const WORDS: &str = "a walk along the canal, ñandú and all";

pub fn passphrase() -> Passphrase {
    Passphrase::new("nine herons, one lake").unwrap()
}

/// A practising app with a check-in and a page of the journal.
pub async fn filled(phone: &Phone) -> Cairn {
    let app = practising(phone).await;
    app.save_check_in(feeling(3, 7, WORDS)).await.unwrap();
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, WORDS).await;
    app
}

pub fn file(taken: &Taken) -> PathBuf {
    PathBuf::from(&taken.folder).join(&taken.name)
}

pub async fn words_of(app: &Cairn) -> (Vec<String>, Vec<String>) {
    let check_ins = app.check_ins(None).await.unwrap().lines.into_iter();
    let check_ins = check_ins.filter_map(|line| Some(line.check_in.words?.reveal().to_owned()));
    let pages = app.journal(None).await.unwrap().lines.into_iter();
    (check_ins.collect(), pages.map(|line| line.entry.words.reveal().to_owned()).collect())
}

/// The store of somebody who is a patient of a clinic, taken along.
pub fn copy_of_a_patient(phone: &Phone, patient: &str) -> PathBuf {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("s.db"), &StoreKey::from_bytes([7; 32])).unwrap();
    let owner = Owner { issuer: "https://clinic.example/fhir".into(), patient: Id::new(patient).unwrap() };
    store.write(|tx| tx.bind(&owner)).unwrap();
    let whose = Whose::Patient(owner);
    let made = "2026-05-01T00:00:00Z".parse().unwrap();
    let (bytes, _) =
        store.export(Vec::new(), (&passphrase(), Effort(1)), (whose, made), |_, _| Ok(())).unwrap();
    fs::create_dir_all(phone.documents()).unwrap();
    let path = phone.documents().join(format!("{patient}.age"));
    fs::write(&path, bytes).unwrap();
    path
}

#[tokio::test]
async fn what_was_taken_along_is_back_after_everything_was_deleted() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let taken = app.take_along(passphrase()).await.unwrap();
    assert_eq!(taken.name, "cairn-2026-05-12.age");
    let before = words_of(&app).await;
    app.end_practice().await.unwrap();
    assert!(phone.stores().is_empty());

    let app = phone.app();
    assert_eq!(app.start().await, Situation::Welcome);
    let copies = app.copies().await.unwrap();
    assert_eq!(copies.found.len(), 1);
    app.bring_back(copies.found[0].path.clone(), passphrase(), false).await.unwrap();
    assert_eq!(app.start().await, Situation::Practice);
    assert_eq!(words_of(&app).await, before);
    assert_eq!(before, (vec![WORDS.to_owned()], vec![WORDS.to_owned()]));
    assert_eq!(phone.stores().len(), 1);

    let again = phone.app();
    assert_eq!(again.start().await, Situation::Practice);
    assert_eq!(words_of(&again).await, before, "also after a restart");
}

#[tokio::test]
async fn until_the_clinic_is_heard_its_words_are_said_to_be_those_of_the_copy() {
    let phone = Phone::new();
    let app = phone.app();
    assert_eq!(app.start().await, Situation::Welcome);
    let copy = copy_of_a_patient(&phone, "somebody");
    app.bring_back(copy, passphrase(), false).await.unwrap();
    let made = "2026-05-01T00:00:00Z".parse().unwrap();
    assert_eq!(
        app.as_of().await.unwrap(),
        Some(made),
        "it had never been asked: as of when the copy was made"
    );
    drop(app);
    let app = phone.app();
    assert_eq!(app.start().await, Situation::Patient);
    assert_eq!(app.as_of().await.unwrap(), Some(made), "also after a restart");

    let practising = Phone::new();
    let app = filled(&practising).await;
    let copy = file(&app.take_along(passphrase()).await.unwrap());
    app.bring_back(copy, passphrase(), true).await.unwrap();
    assert_eq!(app.as_of().await.unwrap(), None, "in practice there is no clinic");
}

#[tokio::test]
async fn nothing_in_the_folder_tells_what_it_is_about_and_nothing_can_be_read() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let (one, two) =
        (app.take_along(passphrase()).await.unwrap(), app.take_along(passphrase()).await.unwrap());
    assert_eq!((one.name.as_str(), two.name.as_str()), ("cairn-2026-05-12.age", "cairn-2026-05-12-2.age"));
    assert_eq!(fs::read_dir(phone.documents()).unwrap().count(), 2, "and nothing half written");
    for (path, bytes) in phone.files() {
        assert!(!bytes.windows(WORDS.len()).any(|found| found == WORDS.as_bytes()), "{path:?}");
    }
}

#[tokio::test]
async fn each_way_it_does_not_open_is_told_apart_and_changes_nothing() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let before = words_of(&app).await;
    let copy = file(&app.take_along(passphrase()).await.unwrap());
    let (damaged, photo) = (phone.documents().join("d.age"), phone.documents().join("p.age"));
    let mut bytes = fs::read(&copy).unwrap();
    bytes.truncate(bytes.len() - 1);
    fs::write(&damaged, bytes).unwrap();
    fs::write(&photo, b"a photo").unwrap();
    let wrong = Passphrase::given("not this one");
    let other = copy_of_a_patient(&phone, "somebody");
    for (path, passphrase, told) in [
        (&copy, wrong, OwnTrouble::WrongPassphrase),
        (&damaged, passphrase(), OwnTrouble::Damaged),
        (&photo, passphrase(), OwnTrouble::NotACopy),
        (&phone.documents().join("gone.age"), passphrase(), OwnTrouble::CannotUse),
        (&other, passphrase(), OwnTrouble::OtherPatient),
    ] {
        let error = app.bring_back(path.clone(), passphrase, true).await.unwrap_err();
        assert_eq!(error.own_trouble(), told, "{error:?}");
        assert_eq!(words_of(&app).await, before);
        assert_eq!(phone.stores().len(), 1, "nothing is left of the attempt");
    }
    assert_eq!(phone.app().start().await, Situation::Practice);
}

#[tokio::test]
async fn what_the_copy_lacks_is_counted_before_it_goes() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let copy = file(&app.take_along(passphrase()).await.unwrap());
    app.bring_back(copy.clone(), passphrase(), false).await.expect("nothing would be lost");
    app.save_check_in(feeling(5, 5, "written after the copy")).await.unwrap();
    let error = app.bring_back(copy.clone(), passphrase(), false).await.unwrap_err();
    assert!(matches!(error, AppError::WouldLose(1)), "{error:?}");
    assert_eq!(words_of(&app).await.0.len(), 2, "it is still here, and open");
    app.save_check_in(feeling(5, 5, "and one more")).await.expect("and can be written to");
    app.bring_back(copy, passphrase(), true).await.unwrap();
    assert_eq!(words_of(&app).await.0, [WORDS]);
}

#[tokio::test]
async fn a_patients_copy_opens_on_an_empty_phone_and_asks_for_signing_in() {
    let phone = Phone::new();
    let copy = copy_of_a_patient(&phone, "wren");
    let app = phone.app();
    app.start().await;
    app.bring_back(copy, passphrase(), false).await.unwrap();
    assert_eq!(app.start().await, Situation::Patient);
    let state = app.sync_state().await.unwrap();
    assert_eq!(state.sign_in, SignIn::SignInAgain);
    assert_eq!(state.clinic_address.as_deref(), Some("https://clinic.example/fhir"));
}

#[tokio::test]
async fn the_clinic_is_asked_once_and_its_state_is_true() {
    let phone = Phone::new();
    let copy = copy_of_a_patient(&phone, "wren");
    let app = phone.app();
    app.start().await;
    app.bring_back(copy, passphrase(), false).await.unwrap();
    assert_eq!(app.own_record().await.unwrap().asked, None);
    app.ask_to_delete().await.unwrap();
    app.ask_to_delete().await.unwrap();
    let record = app.own_record().await.unwrap();
    assert_eq!(record.asked.unwrap().delivery, Delivery::OnThisPhone, "it has not been sent");
    let queue = app.sync_details().await.unwrap().queue;
    assert_eq!(queue.iter().map(|line| line.kind.as_str()).collect::<Vec<_>>(), ["Communication"]);
    app.undo_ask_to_delete().await.unwrap();
    assert_eq!(app.own_record().await.unwrap().asked, None);
    assert!(app.sync_details().await.unwrap().queue.is_empty());

    let practice = Phone::new();
    let app = practising(&practice).await;
    assert!(matches!(app.ask_to_delete().await, Err(AppError::NobodyHere)), "there is nobody to ask");
}

#[tokio::test]
async fn what_was_removed_is_in_no_copy() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, "to be gone").await;
    app.remove_entry(page.clone()).await.unwrap();
    app.purge_entry(page.clone()).await.unwrap();
    let copy = file(&app.take_along(passphrase()).await.unwrap());
    let (_, inventory) = archive::check(fs::File::open(&copy).unwrap(), &passphrase()).unwrap();
    assert_eq!(inventory.rows.get("journal_entry"), Some(&1));
}
