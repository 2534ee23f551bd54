//! kill -9 at random moments while a copy is brought back or made: what was here is here, or what was in the copy is,
//! and never a part of each; and no half of a copy has a copy's name.

use crate::{
    killing::{child, run_and_kill},
    own::passphrase,
    world::Bell,
};
use cairn::{
    app::{Cairn, Situation},
    care::{CheckIn, Id, Private, Score},
    platform::{
        Platform,
        browser::SystemBrowser,
        clock::SystemClock,
        files::{Files, NoFolder, NotOpened},
        microphone,
        secrets::{Secrets, SecretsError},
        zone::LocalZone,
    },
    store::{
        Owner, Store, StoreKey,
        archive::{self, Effort, Whose},
    },
};
use rand::Rng;
use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};
use zeroize::Zeroizing;

const FOLDER: &str = "CAIRN_TEST_OWN_FOLDER";
const MANNER: &str = "CAIRN_TEST_OWN_MANNER";
/// As the app does it; a check-in at a time into the store that is there, as it must not be done; and making copies.
const APART: &str = "apart";
const IN_PLACE: &str = "in place";
const COPYING: &str = "copying";
/// Check-ins in each copy.
const EACH: usize = 60;

/// A keystore that outlives a kill.
struct InFiles(PathBuf);

impl Secrets for InFiles {
    fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, SecretsError> {
        Ok(fs::read(self.0.join(name)).ok().map(Zeroizing::new))
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretsError> {
        let fresh = self.0.join("fresh");
        fs::write(&fresh, secret)
            .and_then(|()| fs::rename(fresh, self.0.join(name)))
            .map_err(|_| SecretsError::Faulty)
    }

    fn delete(&self, name: &str) -> Result<(), SecretsError> {
        let _ = fs::remove_file(self.0.join(name));
        Ok(())
    }
}

struct In(PathBuf);

impl Files for In {
    fn folder(&self) -> Result<PathBuf, NoFolder> {
        Ok(self.0.clone())
    }

    fn open(&self, _file: &Path) -> Result<(), NotOpened> {
        Err(NotOpened)
    }
}

impl LocalZone for In {
    fn zone(&self) -> chrono_tz::Tz {
        chrono_tz::UTC
    }
}

fn app(folder: &Path) -> Cairn {
    fs::create_dir_all(folder.join("secrets")).unwrap();
    Cairn::new(Platform {
        clock: Arc::new(SystemClock),
        secrets: Arc::new(InFiles(folder.join("secrets"))),
        browser: Arc::new(SystemBrowser),
        zone: Arc::new(In(PathBuf::new())),
        notifications: Arc::new(Bell::default()),
        microphone: microphone::system(),
        files: Arc::new(In(folder.join("documents"))),
        data_dir: folder.join("data"),
    })
}

fn check_in(name: &str, at: usize) -> CheckIn {
    let five = Score::new(5).unwrap();
    CheckIn {
        id: Id::new(format!("{name}-{at}")).unwrap(),
        at: chrono::DateTime::from_timestamp(1_800_000_000 + i64::try_from(at).unwrap(), 0).unwrap(),
        zone: chrono_tz::UTC,
        mood: five,
        anxiety: five,
        feelings: Vec::new(),
        sleep: None,
        words: Some(Private::new(name)),
        changed: None,
    }
}

/// A copy of a practice place with check-ins of this name.
fn make_copy(folder: &Path, name: &str) -> PathBuf {
    let place = tempfile::tempdir().unwrap();
    let store = Store::open(&place.path().join("s.db"), &StoreKey::from_bytes([7; 32])).unwrap();
    let owner = Owner { issuer: "practice".into(), patient: Id::new("p").unwrap() };
    store
        .write(|tx| {
            tx.bind(&owner)?;
            (0..EACH).try_for_each(|at| tx.save_check_in(&check_in(name, at)))
        })
        .unwrap();
    let made = chrono::DateTime::UNIX_EPOCH;
    let locked = (&passphrase(), Effort(1));
    let (bytes, _) = store.export(Vec::new(), locked, (Whose::Practice, made), |_, _| Ok(())).unwrap();
    let path = folder.join(format!("{name}.age"));
    fs::write(&path, bytes).unwrap();
    path
}

/// The child: brings back one copy and the other in turn, or makes copies, until it is killed.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn work_until_killed() {
    let (Ok(folder), Ok(manner)) = (std::env::var(FOLDER), std::env::var(MANNER)) else { return };
    let folder = PathBuf::from(folder);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let app = app(&folder);
        app.start().await;
        println!("\nready");
        // An end, should nobody kill it.
        for turn in 0..1000 {
            let name = if turn % 2 == 0 { "b" } else { "a" };
            match manner.as_str() {
                APART => {
                    app.bring_back(folder.join(format!("{name}.age")), passphrase(), true).await.unwrap();
                }
                COPYING => drop(app.take_along(passphrase()).await.unwrap()),
                _ => in_place(&folder, name),
            }
            println!("\ndone");
        }
    });
}

/// The place's store, opened beneath the app.
fn store(folder: &Path) -> Store {
    let secrets = InFiles(folder.join("secrets"));
    let file = fs::read_dir(folder.join("data")).unwrap().map(|entry| entry.unwrap().path());
    let file = file.into_iter().find(|path| path.extension().is_some_and(|own| own == "db")).unwrap();
    let key = secrets.get(&format!("key-{}", file.file_stem().unwrap().to_str().unwrap())).unwrap().unwrap();
    Store::open(&file, &StoreKey::from_bytes(key.as_slice().try_into().unwrap())).unwrap()
}

fn in_place(folder: &Path, name: &str) {
    let store = store(folder);
    for old in store.read(|reader| reader.check_ins(None, usize::MAX)).unwrap() {
        store.write(|tx| tx.remove_check_in(&old.id)).unwrap();
    }
    for at in 0..EACH {
        store.write(|tx| tx.save_check_in(&check_in(name, at))).unwrap();
    }
}

/// How long the child takes for two turns on this machine, as busy as it is now: kills are strewn over that.
fn two_turns(folder: &Path, manner: &str) -> Duration {
    let mut child = working(folder, manner).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let mut began = None;
    let mut done = 0;
    for line in out.lines().map_while(Result::ok) {
        match line.as_str() {
            "ready" => began = Some(Instant::now()),
            "done" => done += 1,
            _ => {}
        }
        if done == 2 {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    began.unwrap().elapsed()
}

fn working(folder: &Path, manner: &str) -> Command {
    let mut child = child("own_killed::work_until_killed");
    child.env(FOLDER, folder).env(MANNER, manner);
    child
}

/// Starts the child, kills it `after` it is ready, and answers how many turns it had made.
fn turns_before(folder: &Path, manner: &str, after: Duration) -> usize {
    let mut child = working(folder, manner);
    run_and_kill(&mut child, |said| said.contains("ready"), after).matches("\ndone").count()
}

/// The names of the check-ins that are there, and how many there are.
async fn found(folder: &Path) -> (BTreeSet<String>, usize) {
    let app = app(folder);
    assert_eq!(app.start().await, Situation::Practice);
    let all = store(folder).read(|reader| reader.check_ins(None, usize::MAX)).unwrap();
    let names = all.iter().map(|one| one.words.as_ref().unwrap().reveal().to_owned());
    (names.collect(), all.len())
}

async fn begun(folder: &Path) {
    let first = make_copy(folder, "a");
    make_copy(folder, "b");
    let app = app(folder);
    app.start().await;
    app.bring_back(first, passphrase(), false).await.unwrap();
}

#[tokio::test]
async fn forty_kills_leave_the_old_or_the_new_and_nothing_beside() {
    let folder = tempfile::tempdir().unwrap();
    begun(folder.path()).await;
    let (mut seen, mut done) = (BTreeSet::new(), 0);
    let most = two_turns(folder.path(), APART);
    for _ in 0..40 {
        let after = most.mul_f64(rand::rng().random_range(0.0..1.2));
        done += turns_before(folder.path(), APART, after);
        let (names, count) = found(folder.path()).await;
        assert_eq!((names.len(), count), (1, EACH), "{names:?}");
        seen.extend(names);
        let stores = fs::read_dir(folder.path().join("data")).unwrap().map(|entry| entry.unwrap().path());
        let stores = stores.filter(|path| path.extension().is_some_and(|own| own == "db")).count();
        assert_eq!(stores, 1, "what was half made is gone");
    }
    assert!(seen.len() == 2 && done > 2, "{seen:?}, {done} times: the kills came too early to mean anything");
}

/// The control: brought back into the store that is there, the same kills leave a part of each.
#[tokio::test]
async fn done_in_place_the_same_kills_leave_a_mix() {
    let folder = tempfile::tempdir().unwrap();
    begun(folder.path()).await;
    let most = two_turns(folder.path(), IN_PLACE);
    for _ in 0..60 {
        let after = most.mul_f64(rand::rng().random_range(0.0..1.2));
        turns_before(folder.path(), IN_PLACE, after);
        let (names, count) = found(folder.path()).await;
        if names.len() != 1 || count != EACH {
            return;
        }
    }
    panic!("sixty kills in the middle were not seen, so the look proves nothing");
}

#[tokio::test]
async fn a_kill_while_a_copy_is_made_leaves_no_half_of_one() {
    let folder = tempfile::tempdir().unwrap();
    begun(folder.path()).await;
    let most = two_turns(folder.path(), COPYING);
    for _ in 0..10 {
        let after = most.mul_f64(rand::rng().random_range(0.0..1.2));
        turns_before(folder.path(), COPYING, after);
    }
    let mut whole = 0;
    for entry in fs::read_dir(folder.path().join("documents")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|own| own == "age") {
            archive::check(fs::File::open(path).unwrap(), &passphrase()).unwrap();
            whole += 1;
        }
    }
    assert!(whole > 0, "none was ever finished, so nothing was looked at");
}
