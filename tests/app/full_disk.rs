//! A disk that is really full while a copy or a summary is made or brought back: nothing half is left, what was there before
//! is unharmed, and the patient is told what to do.

use crate::{
    own::passphrase,
    small_disk::{disk, fill, runs_on},
    world::{Phone, paper, practising, write},
};
use cairn::{
    app::{
        Cairn, Situation,
        paper::{Paper, Part},
        read::OwnTrouble,
    },
    care::Private,
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Words that do not grow smaller when they are sealed: 400,000 letters.
fn many_words() -> String {
    let words: Vec<_> = (0..45_000_u32).map(|at| format!("{:08x}", at.wrapping_mul(2_654_435_761))).collect();
    words.join(" ")
}

fn long() -> Paper {
    paper(Part::Own { head: "When".into(), words: Private::new(&many_words()[..27_000]) })
}

/// What lies in the person's own folder, hidden files too.
fn own_files(phone: &Phone) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = fs::read_dir(phone.documents()).unwrap().map(|entry| entry.unwrap().path());
    all.map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

async fn page_of(app: &Cairn) -> String {
    let lines = app.journal(None).await.unwrap().lines;
    let id = lines[0].entry.id.clone();
    app.entry(id).await.unwrap().unwrap().entry.words.reveal().to_owned()
}

/// Runs where temporary folders are on a disk of 16 MB of its own.
#[tokio::test]
#[ignore = "started by the test below, on a small disk"]
async fn on_a_small_disk() {
    let Some(disk) = disk() else { return };
    let ballast = disk.join("ballast");
    let phone = Phone::new();
    let app = practising(&phone).await;
    let page = app.begin_entry(None).await.unwrap();
    write(&app, &page, &many_words()).await;
    app.leave_entry(page, false).await.unwrap();
    let copy = app.take_along(passphrase()).await.unwrap();
    let copy = Path::new(&copy.folder).join(copy.name);
    let before = own_files(&phone);
    assert_eq!(before.len(), 1);

    fill(&ballast, 200_000);
    let error = app.take_along(passphrase()).await.unwrap_err();
    assert_eq!(error.own_trouble(), OwnTrouble::NoSpace, "{error:?}");
    assert!(own_files(&phone) == before, "nothing half is left, and the copy of before is as it was");
    let error = app.bring_back(copy.clone(), passphrase(), true).await.unwrap_err();
    assert_eq!(error.own_trouble(), OwnTrouble::NoSpace, "{error:?}");
    assert_eq!(phone.stores().len(), 1, "nothing is left of the attempt");
    fs::remove_file(&ballast).unwrap();
    fill(&ballast, 16_384);
    let error = app.print(long()).await.unwrap_err();
    assert_eq!(error.own_trouble(), OwnTrouble::NoSpace, "{error:?}");
    assert!(page_of(&app).await == many_words(), "what is on the phone is as it was");
    assert!(own_files(&phone) == before);

    fs::remove_file(&ballast).unwrap();
    app.take_along(passphrase()).await.unwrap();
    app.print(long()).await.unwrap();
    app.bring_back(copy, passphrase(), true).await.unwrap();
    assert_eq!(phone.app().start().await, Situation::Practice);
    assert_eq!(own_files(&phone).len(), 3, "with room again");
    println!("\nheld on the small disk");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_no_half_copy_and_harms_none() {
    runs_on(16, "full_disk::on_a_small_disk", "held on the small disk");
}
