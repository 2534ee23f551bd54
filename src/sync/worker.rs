//! The one task that keeps phone and clinic in step: it sleeps until there is a reason, and never does two
//! things at once.

use super::{
    Room, SyncError, backoff, bookings, holds, pull,
    push::push,
    slots::{self, Wanted},
    trip::Trip,
};
use crate::{
    care::{Id, booking::Wish},
    clinic::{ClinicError, Handling},
};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{select, sync::Notify, task::JoinHandle, time::sleep};

/// While the app runs, the clinic is asked at least this often.
const AT_LEAST_EVERY: Duration = backoff::CAP;
/// Without any network asking costs nothing, so the way back is soon noticed.
const OFFLINE_AT_MOST: Duration = Duration::from_secs(30);
/// An answer somebody waits for is looked for this often at first.
const ANSWER_AT_FIRST: Duration = Duration::from_secs(4);
/// Until when the server asked to be left alone; survives a restart.
const PATIENCE: &str = "sync.not-before";
/// Nobody is asked for more patience than this: a later instant was written by a clock that was wrong.
const LONGEST_PATIENCE: TimeDelta = TimeDelta::days(1);

/// Why the worker should not sleep on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wake {
    /// The patient made something: send it.
    Queued,
    /// The network is back, the app came to the front, or the patient asks: send everything, fetch everything.
    Look,
    /// The patient looks for a free time.
    Times(Wanted),
    /// The patient looks at one: the clinic's server is to keep it for what would be this wish.
    Keep(Box<Wish>),
}

/// What the worker tells while it works.
#[derive(Debug)]
pub enum Progress<'a> {
    /// It began to send or to fetch.
    Began,
    /// The clinic's server acknowledged this record, or refused it.
    Settled(&'a Id),
    /// So many records of the clinic changed on this phone.
    Arrived(usize),
    /// Some of the clinic's free times are here.
    TimesCame,
    /// All that were asked for are, or this is why not.
    TimesEnded(Option<&'a SyncError>),
    /// Whether a time is kept is known now, or cannot be found out.
    KeepEnded,
    /// It is done, with the most important thing that went wrong, if anything did.
    Ended(Option<&'a SyncError>),
}

/// Hears what happens. Called on the worker's task: it must not block.
pub type Listener = Arc<dyn Fn(Progress<'_>) + Send + Sync>;

/// The task. It ends when this is dropped; a request under way is then as if the app had been killed, which
/// loses nothing.
#[derive(Debug)]
pub struct Worker {
    reasons: Arc<Reasons>,
    task: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Reasons {
    bell: Notify,
    look: AtomicBool,
    times: Mutex<Option<Wanted>>,
    keep: Mutex<Option<Box<Wish>>>,
}

impl Worker {
    /// Starts, and looks at once. Must be called within a Tokio runtime.
    pub fn start(room: Room, listener: Listener) -> Self {
        let reasons = Arc::new(Reasons { look: AtomicBool::new(true), ..Reasons::default() });
        let task =
            tokio::spawn(Work { room, listener, failures: 0, looked: None }.go_on(Arc::clone(&reasons)));
        Self { reasons, task }
    }

    /// Wakes the worker. While it is busy, the reason is kept for right after.
    pub fn wake(&self, why: Wake) {
        match why {
            Wake::Queued => {}
            Wake::Look => self.reasons.look.store(true, Ordering::SeqCst),
            Wake::Times(wanted) => *locked(&self.reasons.times) = Some(wanted),
            Wake::Keep(wish) => *locked(&self.reasons.keep) = Some(wish),
        }
        self.reasons.bell.notify_one();
    }

    /// Ends the task and waits until it is over, so that nothing is sent any more.
    pub async fn stop(mut self) {
        self.task.abort();
        let _ = (&mut self.task).await;
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn locked<T>(reason: &Mutex<T>) -> MutexGuard<'_, T> {
    reason.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Work {
    room: Room,
    listener: Listener,
    /// Runs in a row that came to nothing.
    failures: u32,
    /// When everything was last fetched, or was tried and is not worth trying sooner.
    looked: Option<DateTime<Utc>>,
}

/// What a run that came to its end has to report.
struct Done {
    /// Everything was fetched.
    looked: bool,
    /// Why a record was put off. It is tried again by itself, in its own time.
    waits: Option<SyncError>,
    /// What went wrong with single types.
    troubles: Vec<SyncError>,
}

impl Work {
    async fn go_on(mut self, reasons: Arc<Reasons>) {
        let forsaken = holds::forsake(&self.room).await;
        if let Err(error) = forsaken {
            tracing::warn!(%error, "times that are kept were not given up");
        }
        loop {
            self.give_back().await;
            let times = locked(&reasons.times).take();
            if let Some(wanted) = times {
                self.fetch_times(wanted).await;
            }
            let keep = locked(&reasons.keep).take();
            if let Some(wish) = keep {
                self.keep(&wish).await;
            }
            let asked = reasons.look.swap(false, Ordering::SeqCst);
            let pause = self.run(asked).await;
            select! {
                () = reasons.bell.notified() => {}
                () = sleep(pause) => {}
            }
        }
    }

    /// One run; answers how long to sleep if nobody wakes us.
    async fn run(&mut self, asked: bool) -> Duration {
        if asked {
            self.failures = 0;
        }
        let now = self.room.now();
        let every = TimeDelta::from_std(self.every().await).unwrap_or(TimeDelta::MAX);
        // A clock set back must not stop us from looking.
        let look = asked || self.looked.is_none_or(|last| now - last >= every || last > now);
        let next = match self.next_ready().await {
            Ok(next) => next,
            Err(error) => return self.failed(&error),
        };
        let due = next.is_some_and(|at| at <= now);
        if !look && !due {
            return self.until(next).await;
        }
        if look {
            // Owed until it worked.
            self.looked = None;
        }
        (self.listener)(Progress::Began);
        let done = self.send_and_fetch(look, asked).await;
        let trouble = match &done {
            Ok(Done { troubles, waits, .. }) => troubles.first().or(waits.as_ref()),
            Err(error) => Some(error),
        };
        (self.listener)(Progress::Ended(trouble));
        match done {
            Ok(done) => self.succeeded(done.looked, &done.troubles).await,
            Err(error) => {
                self.be_patient(&error).await;
                let pause = self.failed(&error);
                if error.asks_for_patience() || !self.urgent_waits().await {
                    pause
                } else {
                    pause.min(backoff::URGENT_AT_MOST)
                }
            }
        }
    }

    /// After a run that came to its end; single types may have been in trouble.
    async fn succeeded(&mut self, looked: bool, troubles: &[SyncError]) -> Duration {
        if let Some(trouble) = troubles.iter().find(|trouble| trouble.handling() == Handling::Retry) {
            return self.failed(trouble);
        }
        if looked {
            self.looked = Some(self.room.now());
        }
        self.failures = 0;
        let next = self.next_ready().await.ok().flatten();
        self.until(next).await
    }

    /// Sends, then fetches if it is to `look`.
    async fn send_and_fetch(&self, look: bool, hurried: bool) -> Result<Done, SyncError> {
        self.may_speak().await?;
        // Before anything counts as tried: without a sign-in nothing would leave the phone.
        self.room.clinic.prepare().await?;
        bookings::lapse(&self.room).await?;
        let asked = AtomicBool::new(look);
        let settled = |record: &Id, kind: &str| {
            if kind == bookings::KIND {
                // What became of the visit is the clinic's to say: it is looked at straight away.
                asked.store(true, Ordering::SeqCst);
            }
            (self.listener)(Progress::Settled(record));
        };
        let waits = push(&self.room, hurried, &settled).await?;
        let looked = asked.load(Ordering::SeqCst);
        let troubles = if looked {
            let troubles =
                pull::pull(&self.room, &|changed| (self.listener)(Progress::Arrived(changed))).await?;
            bookings::resolve(&self.room).await?;
            if troubles.is_empty() {
                bookings::decide_late(&self.room).await?;
            }
            troubles
        } else {
            Vec::new()
        };
        Ok(Done { looked, waits, troubles })
    }

    async fn next_ready(&self) -> Result<Option<DateTime<Utc>>, SyncError> {
        let now = self.room.now();
        self.room.read(move |reader| reader.next_ready_at(now)).await
    }

    /// True if something urgent is to be sent.
    async fn urgent_waits(&self) -> bool {
        self.room.read(|reader| reader.urgent_waits()).await.unwrap_or(false)
    }

    /// Asks for the free times that are wanted. Nobody who looks for one waits for anything else.
    async fn fetch_times(&self, wanted: Wanted) {
        let done = self.times(wanted).await;
        if let Err(error) = &done {
            self.be_patient(error).await;
        }
        (self.listener)(Progress::TimesEnded(done.as_ref().err()));
    }

    /// Has a time kept. Without an answer the patient can ask for it all the same.
    async fn keep(&self, wish: &Wish) {
        let done = match self.may_speak().await {
            Ok(()) => holds::keep(&self.room, wish).await,
            Err(error) => Err(error),
        };
        if let Err(error) = done {
            self.be_patient(&error).await;
            tracing::info!(%error, "nobody knows whether a time is kept");
        }
        (self.listener)(Progress::KeepEnded);
    }

    /// Gives back the times nobody asked for. What does not arrive ends by itself at the clinic, and is tried again.
    async fn give_back(&self) {
        let done = async {
            let given_up = holds::given_up(&self.room).await?;
            if given_up.is_empty() {
                return Ok(());
            }
            self.may_speak().await?;
            holds::release(&self.room, given_up).await
        };
        if let Err(error) = done.await {
            let error: SyncError = error;
            tracing::info!(%error, "a time was not given back yet");
        }
    }

    /// Whether the clinic's server may be spoken to as this patient just now.
    async fn may_speak(&self) -> Result<(), SyncError> {
        self.check_patience().await?;
        self.room.check_owner().await
    }

    async fn times(&self, wanted: Wanted) -> Result<(), SyncError> {
        self.may_speak().await?;
        self.room.clinic.prepare().await?;
        let arrived = |changed| (self.listener)(Progress::Arrived(changed));
        let mut trip = Trip::begin(&self.room, &arrived).await?;
        slots::fetch(&mut trip, wanted, &|| (self.listener)(Progress::TimesCame)).await
    }

    /// How long until there is something to send or to ask.
    async fn until(&self, next: Option<DateTime<Utc>>) -> Duration {
        let (now, every) = (self.room.now(), self.every().await);
        let since = self.looked.map_or(Duration::ZERO, |last| (now - last).to_std().unwrap_or_default());
        let look = every.saturating_sub(since);
        let wait = next.map(|at| (at - now).to_std().unwrap_or_default());
        wait.map_or(look, |wait| wait.min(look))
    }

    /// How often the clinic is asked at least.
    async fn every(&self) -> Duration {
        let asked = self.room.read(bookings::unanswered_since).await.ok().flatten();
        let waited = asked.map(|asked| (self.room.now() - asked).to_std().unwrap_or_default());
        waited.map_or(AT_LEAST_EVERY, ask_again_after)
    }

    /// How long to wait after a failure.
    fn failed(&mut self, error: &SyncError) -> Duration {
        self.failures = self.failures.saturating_add(1);
        let own = backoff::wait(self.failures, (self.room.sources.chance)());
        wait_after(error, own, self.room.now())
    }

    /// Refuses to run before the instant the server asked for.
    async fn check_patience(&self) -> Result<(), SyncError> {
        let until = self.room.read(|reader| reader.get(PATIENCE)).await?;
        let until = until.and_then(|text| DateTime::parse_from_rfc3339(&text).ok());
        let now = self.room.now();
        match until.map(|at| at.with_timezone(&Utc)) {
            Some(at) if now < at && at - now <= LONGEST_PATIENCE => Err(SyncError::Patience(at)),
            _ => Ok(()),
        }
    }

    /// Writes down until when the server asked to be left alone.
    async fn be_patient(&self, error: &SyncError) {
        let SyncError::Clinic(ClinicError::Busy { retry_after: Some(asked) }) = error else { return };
        let until = self.room.now() + TimeDelta::from_std(*asked).unwrap_or(LONGEST_PATIENCE);
        let until = until.to_rfc3339_opts(SecondsFormat::Millis, true);
        if let Err(error) = self.room.write(move |tx| tx.set(PATIENCE, &until)).await {
            tracing::warn!(%error, "the server's wish was not written down");
        }
    }
}

/// How often to look for the answer to something asked `waited` ago: often while the patient may still hold the phone, and less
/// and less after.
fn ask_again_after(waited: Duration) -> Duration {
    (waited / 4).clamp(ANSWER_AT_FIRST, AT_LEAST_EVERY)
}

/// How long to wait after `error` that came at `now`: as long as the server asked, else `own`, which is longer
/// each time.
fn wait_after(error: &SyncError, own: Duration, now: DateTime<Utc>) -> Duration {
    match error {
        SyncError::Patience(at) => (*at - now).to_std().unwrap_or_default().min(AT_LEAST_EVERY),
        SyncError::Clinic(ClinicError::Busy { retry_after: Some(asked) }) => (*asked).max(own),
        SyncError::Clinic(ClinicError::Offline) => own.min(OFFLINE_AT_MOST),
        _ => own,
    }
}

#[cfg(test)]
#[path = "worker_tests.rs"]
mod tests;
