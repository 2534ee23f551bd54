//! A store that does not open is told, kept and never started over in silence.

use crate::world::{Phone, feeling, practising};
use cairn::{
    app::{Adding, CannotOpen, Situation},
    care::Private,
    platform::secrets::{Secrets, SecretsError},
};

async fn with_a_check_in(phone: &Phone) {
    practising(phone).await.save_check_in(feeling(3, 7, "")).await.unwrap();
}

#[tokio::test]
async fn a_locked_keystore_is_told_and_trying_again_opens_everything() {
    let phone = Phone::new();
    with_a_check_in(&phone).await;
    phone.secrets.refuse_with(Some(SecretsError::Locked));
    let app = phone.app();
    assert_eq!(app.start().await, Situation::CannotOpen(CannotOpen::KeystoreLocked));
    phone.secrets.refuse_with(Some(SecretsError::Missing));
    assert_eq!(app.start().await, Situation::CannotOpen(CannotOpen::NoKeystore));
    phone.secrets.refuse_with(None);
    assert_eq!(app.start().await, Situation::Practice);
    assert_eq!(app.check_ins(None).await.unwrap().lines.len(), 1);
}

#[tokio::test]
async fn a_lost_key_is_told_and_the_file_is_set_aside_whole() {
    let phone = Phone::new();
    with_a_check_in(&phone).await;
    let before = phone.stores();
    let place = before[0].file_stem().unwrap().to_str().unwrap().to_owned();
    phone.secrets.delete(&format!("key-{place}")).unwrap();

    let app = phone.app();
    assert_eq!(app.start().await, Situation::CannotOpen(CannotOpen::KeyLost));
    assert!(CannotOpen::KeyLost.may_set_aside() && !CannotOpen::KeystoreLocked.may_set_aside());
    assert_eq!(phone.stores(), before, "nothing moved before the patient chose");
    let size = std::fs::metadata(&before[0]).unwrap().len();

    app.set_aside().await.unwrap();
    assert_eq!(app.start().await, Situation::Welcome);
    let after = phone.stores();
    assert_eq!(after.len(), 1);
    assert_ne!(after, before);
    assert_eq!(std::fs::metadata(&after[0]).unwrap().len(), size, "kept whole");
}

#[tokio::test]
async fn a_damaged_file_is_told_and_not_replaced() {
    let phone = Phone::new();
    with_a_check_in(&phone).await;
    let store = phone.stores().remove(0);
    let mut bytes = std::fs::read(&store).unwrap();
    bytes.iter_mut().take(200).for_each(|byte| *byte ^= 0x5a);
    std::fs::write(&store, &bytes).unwrap();
    assert_eq!(phone.app().start().await, Situation::CannotOpen(CannotOpen::Damaged));
    assert_eq!(std::fs::read(&store).unwrap(), bytes, "not one byte was changed by looking");
}

#[tokio::test]
async fn no_keystore_at_the_first_start_is_told_when_a_place_is_made() {
    let phone = Phone::new();
    phone.secrets.refuse_with(Some(SecretsError::Missing));
    let app = phone.app();
    assert_eq!(app.start().await, Situation::CannotOpen(CannotOpen::NoKeystore));
    assert!(app.start_practice().await.is_err());
    assert!(phone.files().is_empty(), "no file is written whose key could not be kept");
}

#[tokio::test]
async fn a_keystore_that_lost_everything_is_told_and_never_taken_for_a_new_phone() {
    let mut phone = Phone::new();
    with_a_check_in(&phone).await;
    let before = phone.stores();
    phone.secrets = std::sync::Arc::default();

    let app = phone.app();
    assert_eq!(app.start().await, Situation::CannotOpen(CannotOpen::KeyLost));
    assert_eq!(phone.stores(), before);
    app.set_aside().await.unwrap();
    assert_eq!(app.start().await, Situation::Welcome);
    assert_eq!(phone.stores().len(), 1, "kept, elsewhere");
    assert_ne!(phone.stores(), before);
}

#[tokio::test]
async fn a_file_that_is_gone_or_empty_is_told_and_not_made_anew() {
    for leave_empty in [false, true] {
        let phone = Phone::new();
        with_a_check_in(&phone).await;
        let store = phone.stores().remove(0);
        std::fs::remove_file(&store).unwrap();
        if leave_empty {
            std::fs::write(&store, []).unwrap();
        }
        let app = phone.app();
        assert_eq!(app.start().await, Situation::CannotOpen(CannotOpen::FileGone));
        assert_eq!(store.exists(), leave_empty, "looking makes no file");
        app.set_aside().await.unwrap();
        assert_eq!(app.start().await, Situation::Welcome);
    }
}

#[tokio::test]
async fn leaving_that_cannot_be_written_down_changes_nothing() {
    let phone = Phone::new();
    with_a_check_in(&phone).await;
    let app = phone.app();
    app.start().await;
    phone.secrets.refuse_with(Some(SecretsError::Locked));
    assert!(app.end_practice().await.is_err());
    assert_eq!(app.check_ins(None).await.unwrap().lines.len(), 1, "still here");
    phone.secrets.refuse_with(None);
    app.end_practice().await.unwrap();
    assert!(phone.files().is_empty());
}

#[tokio::test]
async fn a_removal_that_was_cut_off_is_finished_at_the_next_start() {
    let phone = Phone::new();
    with_a_check_in(&phone).await;
    let book = phone.secrets.get("profiles").unwrap().unwrap();
    let mut book: serde_json::Value = serde_json::from_slice(&book).unwrap();
    let place = book["current"].take();
    book["profiles"] = serde_json::json!([]);
    book["leaving"] = serde_json::json!([place]);
    phone.secrets.set("profiles", book.to_string().as_bytes()).unwrap();

    assert_eq!(phone.app().start().await, Situation::Welcome);
    assert!(phone.files().is_empty());
    let key = format!("key-{}", place.as_str().unwrap());
    assert!(phone.secrets.get(&key).unwrap().is_none(), "the key is gone, too");
}

#[tokio::test]
async fn a_keystore_that_fails_half_way_leaves_no_place_behind() {
    let phone = Phone::new();
    let app = phone.app();
    app.start().await;
    phone.secrets.refuse_after(2, SecretsError::Faulty);
    assert!(app.start_practice().await.is_err());
    phone.secrets.refuse_with(None);
    assert_eq!(app.start().await, Situation::Welcome);
    app.start_practice().await.unwrap();
    assert_eq!(app.today().await.map(|today| today.first_time).ok(), Some(false));
}

/// A photo was taken away, and its bytes are damaged: it cannot be overwritten, and nobody misses it.
#[tokio::test]
async fn a_photo_that_cannot_be_deleted_keeps_nobody_out_and_nothing_from_being_saved() {
    let phone = Phone::new();
    let app = practising(&phone).await;
    app.save_check_in(feeling(3, 7, "before")).await.unwrap();
    let page = app.begin_entry(None).await.unwrap();
    let photo = phone.chosen("photo");
    std::fs::write(&photo, crate::pieces::photo(400_000)).unwrap();
    let Adding::Added(id) = app.add_piece(page, photo).await.unwrap() else { panic!("refused") };
    app.remove_piece(id).await.unwrap();
    drop(app);
    let store = phone.stores().remove(0);
    assert!(phone.store().empty_log().unwrap(), "all of it is in the file");
    let mut bytes = std::fs::read(&store).unwrap();
    let end = bytes.len();
    // The last thing that was written is the photo.
    bytes[end - 200_000..end - 100_000].iter_mut().for_each(|byte| *byte ^= 0x5a);
    std::fs::write(&store, &bytes).unwrap();

    let app = phone.app();
    assert_eq!(app.start().await, Situation::Practice);
    app.save_check_in(feeling(4, 6, "after")).await.unwrap();
    let kept = app.check_ins(None).await.unwrap().lines;
    let words = kept.iter().filter_map(|line| line.check_in.words.as_ref()).map(Private::reveal);
    assert_eq!(words.collect::<Vec<_>>(), ["after", "before"]);
    let again = phone.app();
    assert_eq!(again.start().await, Situation::Practice);
}
