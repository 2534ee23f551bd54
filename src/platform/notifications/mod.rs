//! Reminders that ring outside the app: the system is handed the whole list and keeps it without the app.
//!
//! What is handed over is all that a locked screen may show, and nothing else: a name that tells nothing, two
//! instants, and words that are neutral unless the patient asked for more. Nothing here knows what a
//! reminder is about.
//!
//! Linux has no service that holds such a list, so a small process of ours does (`linux/`). Android's
//! `AlarmManager` and iOS's `UNUserNotificationCenter` hold it themselves; their files come with the phone
//! projects and fulfil the same trait, which is why it takes the list whole: both forget single alarms (a
//! reboot, an update, 64 at most on iOS), and only the whole list can be compared with what they still hold.

mod elsewhere;
#[cfg(target_os = "linux")]
pub mod linux;

use crate::care::Private;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::{io, path::Path, sync::Arc};

/// One ring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ring {
    /// The same for the same reminder in every list, and meaningless to anybody else. A ring is never told
    /// twice for the same name and instant.
    pub id: String,
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub at: DateTime<Utc>,
    /// From then on it is of no use: it does not ring any more, and leaves the screen.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub until: DateTime<Utc>,
    /// What is shown, in the patient's language. Plain text: no mark-up is ever read in it.
    pub words: Private,
}

/// Everything there is to ring.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingList {
    pub rings: Vec<Ring>,
    /// The word on the button that opens the app.
    pub open: String,
    /// The word on the button that puts it off, by [`RingList::later_by`].
    pub later: String,
    /// For how many seconds that button puts it off.
    pub later_by: u32,
}

/// Whether the system rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It does, also with the app closed.
    Ringing,
    /// It does not let this app ring.
    Denied,
    /// Nothing here shows notifications (a desktop without a notification service).
    NoService,
    /// What rings in the app's place does not run, though there is something to ring.
    NotRunning,
    /// This app cannot ring on this system at all.
    NotHere,
}

/// The list could not be handed over. What was handed over before may still ring.
#[derive(Debug, thiserror::Error)]
pub enum CannotRing {
    /// The disk did not take it.
    #[error("the list was not kept: {0}")]
    Io(#[from] io::Error),
    /// The system has no randomness for a key.
    #[error(transparent)]
    Randomness(#[from] super::ids::NoRandomness),
}

/// Rings with the app closed and no network. Every call may wait for the system, so none belongs on the UI's
/// thread.
pub trait Notifications: Send + Sync {
    /// Hands over everything there is to ring: what was handed over before and is not in `list` rings no more.
    fn schedule(&self, list: &RingList) -> Result<(), CannotRing>;
    /// Lets go of everything: nothing rings from now on, and nothing of any list is left on this device.
    fn clear(&self) -> Result<(), CannotRing>;
    /// Whether what was handed over will ring.
    fn standing(&self) -> Standing;
}

/// What this system has, for the app with its files in `data_dir`.
#[must_use]
pub fn system(data_dir: &Path) -> Arc<dyn Notifications> {
    #[cfg(target_os = "linux")]
    if let Some(desktop) = linux::Desktop::of(data_dir) {
        return Arc::new(desktop);
    }
    let _ = data_dir;
    Arc::new(elsewhere::NotHere)
}
