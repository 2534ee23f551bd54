//! A phone for tests: its own folder, its own keystore, a clock that is set by hand.
#![allow(dead_code, reason = "each test binary uses its own part of this module")]

use cairn::{
    app::{
        Cairn, NewCheckIn,
        paper::{Paper, PaperSize, Part},
    },
    care::{Id, Private, Score, journal::Entry},
    platform::{
        Platform,
        browser::{Browser, NoBrowser},
        clock::Clock,
        files::{Files, NoFolder, NotOpened},
        microphone::{Microphone, NoMicrophone, Recording, Stop},
        notifications::{CannotRing, Notifications, RingList, Standing},
        secrets::{MemorySecrets, Secrets},
        zone::LocalZone,
    },
    store::{Mirrored, Store, StoreKey},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};
use tempfile::TempDir;

/// Noon in New York on an ordinary day.
pub const NOON: &str = "2026-05-12T16:00:00Z";

pub struct Phone {
    pub clock: Arc<HandClock>,
    pub secrets: Arc<MemorySecrets>,
    pub bell: Arc<Bell>,
    pub microphone: Arc<Humming>,
    folder: TempDir,
}

impl Phone {
    pub fn new() -> Self {
        Self::at(NOON.parse().unwrap())
    }

    /// A phone whose clock stands at `instant`.
    pub fn at(instant: DateTime<Utc>) -> Self {
        Self {
            clock: Arc::new(HandClock(Mutex::new(instant))),
            secrets: Arc::new(MemorySecrets::default()),
            bell: Arc::default(),
            microphone: Arc::default(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// The app as it is after the phone was switched on.
    pub fn app(&self) -> Cairn {
        self.app_with(Arc::new(NoBrowserHere))
    }

    /// The app on a phone with this browser.
    pub fn app_with(&self, browser: Arc<dyn Browser>) -> Cairn {
        Cairn::new(Platform {
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            secrets: self.secrets.clone(),
            browser,
            zone: Arc::new(NewYork),
            notifications: self.bell.clone(),
            microphone: self.microphone.clone(),
            files: Arc::new(Documents(self.documents())),
            data_dir: self.folder.path().join("data"),
        })
    }

    /// Where a file lies that the patient chose: it is theirs and not the app's.
    pub fn chosen(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join("chosen");
        std::fs::create_dir_all(&folder).unwrap();
        folder.join(name)
    }

    /// The folder for the person's own files, beside the app's.
    pub fn documents(&self) -> PathBuf {
        self.folder.path().join("documents")
    }

    /// Every file of the app, with what is in it.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push((path.clone(), std::fs::read(&path).unwrap()));
                }
            }
        }
        found
    }

    /// A form arrived from the clinic.
    pub fn has_form(&self, id: &str, form: &serde_json::Value) {
        self.has_record("Questionnaire", id, form);
    }

    /// A record of this type arrived from the clinic, in the place of the one it had.
    pub fn has_record(&self, kind: &str, id: &str, record: &serde_json::Value) {
        let arrived = Mirrored {
            kind: kind.into(),
            id: Id::new(id).unwrap(),
            version: Some("1".into()),
            updated: None,
            body: record.to_string(),
            problem: None,
        };
        self.store().write(|tx| tx.mirror(&arrived)).unwrap();
    }

    /// The clinic has this record no more.
    pub fn has_no_record(&self, kind: &str, id: &Id) {
        self.store().write(|tx| tx.unmirror(kind, id)).unwrap();
    }

    /// The journal has pages with these words, each begun at its instant.
    pub fn has_pages(&self, pages: &[(&str, DateTime<Utc>)]) {
        let page = |(number, (words, at)): (usize, &(&str, DateTime<Utc>))| Entry {
            id: Id::new(format!("page-{number}")).unwrap(),
            at: *at,
            zone: chrono_tz::America::New_York,
            changed: *at,
            words: Private::new(*words),
            visit: None,
            phase: None,
            prompt: None,
            intention: None,
            mood: None,
        };
        let mut all = pages.iter().enumerate().map(page);
        self.store().write(|tx| all.try_for_each(|page| tx.save_entry(&page))).unwrap();
    }

    /// The store of whoever is here, beneath the app.
    pub fn store(&self) -> Store {
        let file = self.stores().remove(0);
        let key = self.secrets.get(&format!("key-{}", file.file_stem().unwrap().to_str().unwrap()));
        let key = StoreKey::from_bytes(key.unwrap().unwrap().as_slice().try_into().unwrap());
        Store::open(&file, &key).unwrap()
    }

    /// The store's own files.
    pub fn stores(&self) -> Vec<PathBuf> {
        let is_store = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "db");
        self.files().into_iter().map(|(path, _)| path).filter(is_store).collect()
    }
}

/// Writes these words on a page of the journal, and leaves it.
pub async fn write(app: &Cairn, page: &Id, words: &str) {
    assert!(app.keep_draft(page.clone(), Private::new(words)).await.unwrap());
    app.leave_entry(page.clone(), true).await.unwrap();
}

/// The app with the sample plan, begun on `phone`.
pub async fn practising(phone: &Phone) -> Cairn {
    let app = phone.app();
    app.start().await;
    app.start_practice().await.unwrap();
    app
}

/// What a patient puts in.
pub fn feeling(mood: u8, anxiety: u8, words: &str) -> NewCheckIn {
    NewCheckIn {
        words: Some(Private::new(words)),
        ..NewCheckIn::new(Score::new(mood).unwrap(), Score::new(anxiety).unwrap())
    }
}

pub struct HandClock(Mutex<DateTime<Utc>>);

impl HandClock {
    /// It is set, backwards too.
    pub fn set(&self, to: DateTime<Utc>) {
        *self.0.lock().unwrap() = to;
    }

    pub fn forward(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for HandClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Keeps what it was handed, and rings nothing.
#[derive(Default)]
pub struct Bell(Mutex<Option<RingList>>);

impl Bell {
    /// What it holds; `None` if it was told to let go of everything, or never handed anything.
    pub fn holds(&self) -> Option<RingList> {
        self.0.lock().unwrap().clone()
    }
}

impl Notifications for Bell {
    fn schedule(&self, list: &RingList) -> Result<(), CannotRing> {
        *self.0.lock().unwrap() = Some(list.clone());
        Ok(())
    }

    fn clear(&self) -> Result<(), CannotRing> {
        self.0.lock().unwrap().take();
        Ok(())
    }

    fn standing(&self) -> Standing {
        Standing::Ringing
    }
}

/// Hears the same sample over and over until it is stopped, as fast as anybody listens.
#[derive(Default)]
pub struct Humming {
    /// The system takes its time before it begins to listen.
    pub slow: AtomicBool,
    /// How many recorders listen.
    pub listening: Arc<AtomicUsize>,
}

impl Microphone for Humming {
    fn is_here(&self) -> bool {
        true
    }

    fn record(&self) -> Result<Recording, NoMicrophone> {
        while self.slow.load(Ordering::SeqCst) {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        let listening = Arc::clone(&self.listening);
        listening.fetch_add(1, Ordering::SeqCst);
        let (mut end, sound) = std::io::pipe().map(|(sound, end)| (end, sound)).unwrap();
        let going = Arc::new(AtomicBool::new(true));
        let listened = Arc::clone(&going);
        std::thread::spawn(move || {
            use std::io::Write;
            while listened.load(Ordering::SeqCst) && end.write_all(&[0x39, 0x05]).is_ok() {}
        });
        let stop = Stop::new(move || {
            going.store(false, Ordering::SeqCst);
            listening.fetch_sub(1, Ordering::SeqCst);
        });
        Ok(Recording { sound: Box::new(sound), stop })
    }
}

struct Documents(PathBuf);

impl Files for Documents {
    fn folder(&self) -> Result<PathBuf, NoFolder> {
        Ok(self.0.clone())
    }

    fn open(&self, _file: &Path) -> Result<(), NotOpened> {
        Err(NotOpened)
    }
}

struct NewYork;

impl LocalZone for NewYork {
    fn zone(&self) -> Tz {
        chrono_tz::America::New_York
    }
}

struct NoBrowserHere;

impl Browser for NoBrowserHere {
    fn open(&self, _url: &str) -> Result<(), NoBrowser> {
        Err(NoBrowser)
    }
}

/// A sheet of paper with nothing but this part on it.
pub fn paper(part: Part) -> Paper {
    Paper {
        title: "Title".into(),
        language: "en",
        size: PaperSize::A4,
        foot: Private::new("Foot"),
        parts: vec![part],
        unprinted: "Not printed: #.".into(),
    }
}
