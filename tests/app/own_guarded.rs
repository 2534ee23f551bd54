//! A copy is never mistaken for another file, nothing half written stays, and what is told about a deed is what happened.

use crate::{
    own::{copy_of_a_patient, file, filled, passphrase, words_of},
    world::{Phone, feeling, paper, practising, write},
};
use cairn::{
    app::{Adding, AppError, Situation, paper::Part},
    care::{
        Private,
        journal::{NewStep, Review},
    },
    platform::secrets::{Secrets, SecretsError},
    store::archive,
};
use chrono::TimeDelta;
use std::{fs, path::Path, time::Duration};

fn names(folder: &Path) -> Vec<String> {
    let all = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut all: Vec<_> = all.collect();
    all.sort();
    all
}

#[tokio::test]
async fn a_summary_made_while_a_copy_is_made_is_taken_for_no_copy() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let while_it_is_made = async {
        // Until the copy is being written.
        while fs::read_dir(phone.documents()).map_or(0, Iterator::count) == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        app.print(paper(Part::Words("plain".into()))).await
    };
    let (copy, sheet) = tokio::join!(app.take_along(passphrase()), while_it_is_made);
    let (copy, sheet) = (file(&copy.unwrap()), file(&sheet.unwrap()));
    archive::check(fs::File::open(&copy).unwrap(), &passphrase()).unwrap();
    assert!(fs::read(&sheet).unwrap().starts_with(b"%PDF"));
    assert_eq!(names(&phone.documents()), ["cairn-2026-05-12.age", "cairn-2026-05-12.pdf"]);
}

#[tokio::test]
async fn what_a_kill_left_half_written_goes_at_the_start_and_when_all_is_deleted() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let copy = file(&app.take_along(passphrase()).await.unwrap());
    let parts = [".cairn.part", ".cairn.part-0123456789abcdef"].map(|name| phone.documents().join(name));
    let leave = || parts.iter().for_each(|part| fs::write(part, "words in clear").unwrap());
    let others = [".cairn", "cairn.part"].map(|name| phone.documents().join(name));
    for other in &others {
        fs::write(other, "somebody's").unwrap();
    }
    leave();
    drop(app);
    let app = phone.app();
    app.start().await;
    assert!(parts.iter().all(|part| !part.exists()), "{:?}", names(&phone.documents()));
    leave();
    app.end_practice().await.unwrap();
    assert!(parts.iter().all(|part| !part.exists()), "{:?}", names(&phone.documents()));
    assert!(copy.exists() && others.iter().all(|other| other.exists()), "nothing else is touched");
}

/// Whatever the keystore refuses, and when: an error means that everything is as it was, and none that the copy is here.
#[tokio::test]
async fn an_error_while_bringing_back_says_nothing_was_changed_only_if_nothing_was() {
    let (mut kept, mut changed) = (0, 0);
    for calls in 0.. {
        let phone = Phone::new();
        let app = filled(&phone).await;
        let copy = file(&app.take_along(passphrase()).await.unwrap());
        let in_copy = words_of(&app).await;
        app.save_check_in(feeling(5, 5, "written after the copy")).await.unwrap();
        let here = words_of(&app).await;
        phone.secrets.refuse_after(calls, SecretsError::Locked);
        let came = app.bring_back(copy, passphrase(), true).await;
        let refused = phone.secrets.get("any").is_err();
        phone.secrets.refuse_with(None);
        if came.is_err() {
            assert_eq!(words_of(&app).await, here, "after {calls} calls: it is open, and all of it");
            kept += 1;
        } else {
            assert_eq!(app.start().await, Situation::Practice);
            assert_eq!(words_of(&app).await, in_copy, "after {calls} calls");
            changed += 1;
        }
        let again = phone.app();
        again.start().await;
        assert_eq!(words_of(&again).await, if came.is_err() { here } else { in_copy }, "after a restart");
        assert_eq!(phone.stores().len(), 1, "and nothing of the other is left");
        if !refused {
            break;
        }
    }
    assert!(kept > 3 && changed > 3, "control: {kept} and {changed}");
}

#[tokio::test]
async fn the_first_trouble_is_told_and_not_what_came_of_tidying_up() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let theirs = copy_of_a_patient(&phone, "somebody");
    // The folder in which places are removed cannot be written to.
    phone.secrets.refuse_after(1, SecretsError::Locked);
    let error = app.bring_back(theirs, passphrase(), true).await.unwrap_err();
    phone.secrets.refuse_with(None);
    assert!(matches!(error, AppError::OtherPatient), "{error:?}");
}

#[tokio::test]
async fn a_page_on_offer_is_spared_by_a_copy_however_late_it_is() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, "held").await;
    app.remove_entry(page.clone()).await.unwrap();
    // The offer stands still under a pointer.
    phone.clock.forward(TimeDelta::minutes(1));
    app.take_along(passphrase()).await.unwrap();
    app.bring_entry_back(page.clone()).await.unwrap();
    assert!(app.entry(page).await.unwrap().is_some(), "brought back, as was said");
}

#[tokio::test]
async fn a_photo_that_cannot_come_back_any_more_is_in_no_copy_and_one_on_offer_is() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let page = app.begin_entry(None).await.unwrap();
    let path = phone.chosen("photo");
    fs::write(&path, crate::pieces::photo(9)).unwrap();
    let mut photos = Vec::new();
    for _ in 0..2 {
        let Adding::Added(id) = app.add_piece(page.clone(), path.clone()).await.unwrap() else { panic!() };
        app.remove_piece(id.clone()).await.unwrap();
        photos.push(id);
    }
    // The offer of the first is over, well within the half minute after which it goes in any case.
    app.purge_piece(photos[0].clone()).await.unwrap();
    let copy = file(&app.take_along(passphrase()).await.unwrap());
    let (_, inventory) = archive::check(fs::File::open(&copy).unwrap(), &passphrase()).unwrap();
    assert_eq!((inventory.rows.get("piece"), inventory.rows.get("piece_chunk")), (Some(&1), Some(&1)));
    assert!(matches!(app.bring_piece_back(photos[0].clone()).await, Err(AppError::TooLate)));
    app.bring_piece_back(photos[1].clone()).await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_brought_back_is_not_called_back() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, "One. Two.").await;
    let late = |came: Result<(), AppError>| assert!(matches!(came, Err(AppError::TooLate)), "{came:?}");

    late(app.bring_words_back(page.clone(), 999).await);
    let mark = app.mark_insight(page.clone(), Private::new("One."), None).await.unwrap().unwrap();
    let unmarked = app.unmark_insight(mark).await.unwrap().unwrap();
    let new = |deed: &str| NewStep {
        cue: Private::new("I wake up"),
        deed: Private::new(deed),
        day: None,
        remind_at: None,
    };
    let step = app.add_step(None, new("open the window")).await.unwrap().unwrap();
    let before = app.review_step(step.clone(), Review::Shrink, new("look out")).await.unwrap().unwrap();
    app.remove_step(step).await.unwrap().unwrap();
    late(app.take_review_back(before).await);

    app.remove_entry(page.clone()).await.unwrap();
    app.purge_entry(page.clone()).await.unwrap();
    late(app.bring_entry_back(page.clone()).await);
    late(app.put_insight_back(unmarked).await);
    late(app.bring_words_back(page, 1).await);
}

#[tokio::test]
async fn a_page_that_was_brought_back_is_not_purged_by_a_late_timer() {
    let phone = Phone::new();
    let app = filled(&phone).await;
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, "back").await;
    app.remove_entry(page.clone()).await.unwrap();
    app.bring_entry_back(page.clone()).await.unwrap();
    app.purge_entry(page.clone()).await.unwrap();
    app.take_along(passphrase()).await.unwrap();
    assert!(app.entry(page).await.unwrap().is_some());
}
