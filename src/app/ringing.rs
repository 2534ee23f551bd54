//! Keeps the system's list of rings in step with what is known here: after every change, at the start, when a
//! day turns, and when the clock or the zone is another.

use super::{
    AppError, Cairn, Changed, background,
    commands::LATER,
    home::Home,
    load::to_ring,
    read::{Coming, Language},
};
use crate::{
    care::{Alarm, Private, Shown},
    platform::notifications::{Ring, RingList},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use sha2::{Digest, Sha256};
use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::Duration,
};
use tokio::{select, sync::broadcast, time::sleep};

/// How often the clock and the zone are looked at.
const BEAT: Duration = Duration::from_secs(20);
const BEAT_PASSED: TimeDelta = TimeDelta::seconds(20);
/// How far the clock may stray from the beat before it counts as set, or as slept through.
const STRAY: TimeDelta = TimeDelta::seconds(20);
/// The list is made anew at least this often: it reaches further each day.
const AT_LEAST_EVERY: TimeDelta = TimeDelta::minutes(30);
/// What comes with one look at the clinic arrives one by one: all of it makes one list.
const SETTLE: Duration = Duration::from_millis(300);
/// How long a test may be late.
const TEST_LASTS: TimeDelta = TimeDelta::minutes(5);
/// What a test is called among the rings.
const TEST: &str = "test";

/// The words of reminders outside the app. The screens have them; the app has no words of its own.
pub trait ReminderWords: Send + Sync {
    /// What a locked screen may always show, on a phone with its clock in `phone`.
    fn neutral(&self, language: Language, shown: &Shown, phone: Tz) -> String;
    /// What the patient let it show.
    fn detailed(&self, language: Language, alarm: &Alarm, phone: Tz) -> String;
    /// The test's own words, neutral as well.
    fn test(&self, language: Language) -> String;
    /// On the button that opens the app.
    fn open(&self, language: Language) -> String;
    /// On the button that puts a reminder off.
    fn later(&self, language: Language) -> String;
    /// The language of who chose none.
    fn usual(&self) -> Language;
}

/// What handing over needs to know.
#[derive(Default)]
pub(super) struct Ringing {
    words: RwLock<Option<Arc<dyn ReminderWords>>>,
    /// When the patient last asked for a test.
    test: Mutex<Option<DateTime<Utc>>>,
    /// Held while a list is handed over, so that an older one never comes after a newer.
    turn: tokio::sync::Mutex<()>,
}

impl Cairn {
    /// Gives the app the words of reminders and keeps the system's list in step from now on, for as long as
    /// this is waited for.
    pub async fn keep_reminders(&self, words: Arc<dyn ReminderWords>) {
        let mut changes = self.changes();
        self.speak_with(words);
        loop {
            match self.keep_card().await {
                Ok(()) | Err(AppError::NobodyHere) => {}
                Err(error) => tracing::warn!(%error, "the card of a session was not kept"),
            }
            match self.hand_over_reminders().await {
                Ok(()) | Err(AppError::NobodyHere) => {}
                Err(error) => tracing::warn!(%error, "the reminders were not handed over"),
            }
            self.wait_for_reason(&mut changes).await;
            sleep(SETTLE).await;
            while changes.try_recv().is_ok() {}
        }
    }

    /// The words from now on.
    pub fn speak_with(&self, words: Arc<dyn ReminderWords>) {
        *self.0.ringing.words.write().unwrap_or_else(PoisonError::into_inner) = Some(words);
    }

    /// Hands the system everything there is to ring. Without words there is nothing to hand over.
    pub(super) async fn hand_over_reminders(&self) -> Result<(), AppError> {
        let words = self.0.ringing.words.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(words) = words else { return Ok(()) };
        let _turn = self.0.ringing.turn.lock().await;
        let (now, phone) = (self.now(), self.zone());
        let language = self.language().await?.unwrap_or_else(|| words.usual());
        let test = self.test_due(now).map(|at| Ring {
            id: TEST.to_owned(),
            at,
            until: at + TEST_LASTS,
            words: Private::new(words.test(language)),
        });
        let list = self
            .look(move |home, reader| {
                let (coming, choices) = to_ring(home, reader, now, phone)?;
                let said = |one: &Coming| {
                    if choices.details {
                        words.detailed(language, &one.alarm, phone)
                    } else {
                        words.neutral(language, &one.alarm.shown, phone)
                    }
                };
                // In practice everything is made up: nothing of it rings outside.
                let coming = if home.is_practice() { Vec::new() } else { coming };
                let rings = coming.iter().map(|one| ring(home, one, said(one)));
                Ok(RingList {
                    rings: rings.chain(test).collect(),
                    open: words.open(language),
                    later: words.later(language),
                    later_by: u32::try_from(LATER.num_seconds()).unwrap_or_default(),
                })
            })
            .await?;
        let notifications = Arc::clone(&self.0.platform.notifications);
        background(move || Ok(notifications.schedule(&list)?)).await
    }

    /// Nothing rings any more, and nothing of a list is left. To be called once nobody is here.
    pub(super) async fn let_go_of_reminders(&self) -> Result<(), AppError> {
        let _turn = self.0.ringing.turn.lock().await;
        let notifications = Arc::clone(&self.0.platform.notifications);
        background(move || Ok(notifications.clear()?)).await
    }

    pub(super) fn remember_test(&self) {
        let now = self.now();
        *self.0.ringing.test.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// When the patient asked for a test, as long as it stays on the screen.
    fn test_due(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let asked = *self.0.ringing.test.lock().unwrap_or_else(PoisonError::into_inner);
        asked.filter(|at| (TimeDelta::zero()..TEST_LASTS).contains(&(now - *at)))
    }

    async fn wait_for_reason(&self, changes: &mut broadcast::Receiver<Changed>) {
        let (zone, began) = (self.zone(), self.now());
        let mut before = began;
        loop {
            select! {
                told = changes.recv() => match told {
                    Ok(kind) if !kind.concerns_reminders() => {}
                    Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return,
                    // The app itself keeps the other end, so this is its end.
                    Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
                },
                () = sleep(BEAT) => {}
            }
            let now = self.now();
            let passed = now - before;
            let strayed = passed < -STRAY || passed > BEAT_PASSED + STRAY;
            let turned = crate::care::time::day_of(now, zone) != crate::care::time::day_of(began, zone);
            if strayed || turned || self.zone() != zone || now - began >= AT_LEAST_EVERY {
                return;
            }
            before = now;
        }
    }
}

impl Changed {
    /// True for what may make another list of reminders.
    const fn concerns_reminders(self) -> bool {
        match self {
            Self::Situation | Self::Clinic | Self::Own | Self::Reminders | Self::Settings => true,
            Self::CheckIns | Self::Journal | Self::Delivery | Self::Booking => false,
        }
    }
}

/// One ring, under a name that only this place could have made: an alarm's own id may tell what it is about.
fn ring(home: &Home, coming: &Coming, words: String) -> Ring {
    let place = home.profile.place.file(Path::new(""));
    let digest = Sha256::new()
        .chain_update(place.as_os_str().as_encoded_bytes())
        .chain_update([0])
        .chain_update(&coming.alarm.id)
        .finalize();
    let id = digest.iter().take(12).fold(String::new(), |id, byte| format!("{id}{byte:02x}"));
    Ring { id, at: coming.at, until: coming.alarm.until, words: Private::new(words) }
}
