//! The process that rings: it sleeps until the next ring of the sealed list, hands it to the desktop, and
//! remembers that it did.
//!
//! A ring is remembered after the desktop took it: cut off between the two, it rings once more, for a
//! reminder told twice is better than one never told.

use super::{
    super::{Ring, RingList},
    APP,
    bus::{Bus, Pressed},
    due::due,
    lock_of,
    memory::Memory,
    sealed::Drawer,
    start,
    watch::Watch,
};
use crate::platform::instance::{NotAlone, OnlyOne};
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    collections::HashMap,
    io,
    path::{Path, PathBuf},
    time::Duration,
};

/// How long it sleeps at most, whatever the system promised about waking it.
const AT_MOST: TimeDelta = TimeDelta::seconds(30);
/// How soon it tries again what the desktop did not take: at first, and at the longest.
const RETRY: TimeDelta = TimeDelta::seconds(5);
const RETRY_AT_MOST: TimeDelta = TimeDelta::minutes(5);
/// How often and how long it waits for the lock: the app looks at it for a moment.
const TRIES: u32 = 20;
const STEP: Duration = Duration::from_millis(25);

/// Why nothing can ring.
#[derive(Debug, thiserror::Error)]
pub enum RingerError {
    #[error("this session has no bus: {0}")]
    Bus(#[from] zbus::Error),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Rings for the files in `data_dir`, until the list is gone or empty, or the session is over. Another that
/// does so already is fine: this one then ends at once.
pub async fn ring(data_dir: &Path) -> Result<(), RingerError> {
    loop {
        let Some(only) = alone(data_dir).await? else { return Ok(()) };
        let ended = Ringer::begin(data_dir).await?.run().await?;
        drop(only);
        // The app may have put a list there just before it saw the lock free.
        if ended == Ended::Session || !Drawer::of(data_dir).has_rings() {
            return Ok(());
        }
    }
}

async fn alone(data_dir: &Path) -> io::Result<Option<OnlyOne>> {
    for _ in 0..TRIES {
        match OnlyOne::at(&lock_of(data_dir)) {
            Ok(only) => return Ok(Some(only)),
            Err(NotAlone::OpenAlready) => tokio::time::sleep(STEP).await,
            Err(NotAlone::Io(error)) => return Err(error),
        }
    }
    Ok(None)
}

/// Why it stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// There is nothing to ring.
    List,
    /// The person logged out.
    Session,
}

/// How long a desktop that takes nothing is left alone: asking it may start a service that cannot run.
#[derive(Debug, Clone, Copy, Default)]
struct Patience {
    until: Option<DateTime<Utc>>,
    tries: u8,
}

impl Patience {
    /// A clock that was set back does not make it longer than it can be.
    fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.until.is_none_or(|until| until <= now || until - now > RETRY_AT_MOST)
    }

    fn grows(&mut self, now: DateTime<Utc>) {
        self.until = Some(now + (RETRY * (1 << self.tries.min(8))).min(RETRY_AT_MOST));
        self.tries = self.tries.saturating_add(1);
    }
}

struct Ringer {
    data_dir: PathBuf,
    drawer: Drawer,
    watch: Watch,
    bus: Bus,
    memory: Memory,
    patience: Patience,
    /// What is on the screen, by the service's number for it.
    shown: HashMap<u32, Vec<Ring>>,
}

impl Ringer {
    async fn begin(data_dir: &Path) -> Result<Self, RingerError> {
        let drawer = Drawer::of(data_dir);
        let memory = drawer.memory().unwrap_or_else(|unreadable| {
            tracing::warn!(%unreadable, "what rang is not known");
            None
        });
        Ok(Self {
            data_dir: data_dir.to_owned(),
            watch: Watch::on(data_dir)?,
            bus: Bus::connect().await?,
            memory: memory.unwrap_or_default(),
            patience: Patience::default(),
            shown: HashMap::new(),
            drawer,
        })
    }

    async fn run(mut self) -> io::Result<Ended> {
        loop {
            let list = self.drawer.list().unwrap_or_else(|unreadable| {
                // The app writes it anew when it is opened next.
                tracing::warn!(%unreadable, "nothing can ring");
                None
            });
            let Some(list) = list.filter(|list| !list.rings.is_empty()) else {
                self.take_back(|_| true).await;
                return Ok(Ended::List);
            };
            let next = self.round(&list, Utc::now()).await;
            let wake = (Utc::now() + AT_MOST).min(next.unwrap_or(DateTime::<Utc>::MAX_UTC));
            tokio::select! {
                woken = self.watch.until(wake) => woken?,
                pressed = self.bus.next() => match pressed {
                    Some(pressed) => self.answer(pressed, &list, Utc::now()),
                    None => return Ok(Ended::Session),
                },
            }
        }
    }

    /// Rings what is due and takes back what is of no more use; the answer is when the next is due.
    async fn round(&mut self, list: &RingList, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.take_back(|ring| ring.until <= now || !list.rings.contains(ring)).await;
        let due = due(list, &self.memory, now);
        let later = TimeDelta::seconds(list.later_by.into());
        let mut changed = self.memory.tidy(list, now);
        for group in due.now {
            let Some(first) = group.first().filter(|_| self.patience.is_over(now)) else { continue };
            let may_wait = group.iter().any(|ring| now + later < ring.until);
            match self.bus.show(first.words.reveal(), list, may_wait).await {
                Ok(number) => {
                    self.patience = Patience::default();
                    for ring in &group {
                        self.memory.rang(ring);
                    }
                    self.shown.insert(number, group);
                    changed = true;
                }
                Err(error) => {
                    tracing::warn!(%error, "a ring was not taken");
                    self.patience.grows(now);
                }
            }
        }
        if changed {
            self.remember();
        }
        let ends = self.shown.values().flatten().map(|ring| ring.until);
        [due.next, self.patience.until].into_iter().flatten().chain(ends).filter(|at| *at > now).min()
    }

    /// Takes off the screen whatever holds nothing but rings that are over.
    async fn take_back(&mut self, over: impl Fn(&Ring) -> bool) {
        let gone = self.shown.extract_if(|_, rings| rings.iter().all(&over));
        for number in gone.map(|(number, _)| number).collect::<Vec<_>>() {
            self.bus.take_back(number).await;
        }
    }

    fn answer(&mut self, pressed: Pressed, list: &RingList, now: DateTime<Utc>) {
        match pressed {
            Pressed::Closed(number) => drop(self.shown.remove(&number)),
            Pressed::Open(number) => {
                if self.shown.remove(&number).is_some()
                    && let Err(error) = open_app(&self.data_dir)
                {
                    tracing::warn!(%error, "the app does not open");
                }
            }
            Pressed::Later(number) => {
                let Some(rings) = self.shown.remove(&number) else { return };
                let again = now + TimeDelta::seconds(list.later_by.into());
                for ring in &rings {
                    // Pressed when it would be of no use by then, it comes back at once, and cannot be put off.
                    self.memory.put_off(ring, if again < ring.until { again } else { now });
                }
                self.remember();
            }
        }
    }

    fn remember(&self) {
        if let Err(error) = self.drawer.put_memory(&self.memory) {
            tracing::warn!(%error, "what rang is not kept");
        }
    }
}

/// Opens the app; if it is open already, the second one sees that and ends.
fn open_app(data_dir: &Path) -> io::Result<()> {
    let own = std::env::current_exe()?;
    start(&own.with_file_name(APP), data_dir)
}
