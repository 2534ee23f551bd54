//! The patient's data on this phone: saved means committed and synced, and no byte of it is readable
//! without the key.
//!
//! One `SQLCipher` file per owner (one issuer, one patient). One connection writes, a few read beside it.
//! Every call blocks on the disk, so none belongs on the UI's thread. SQL stays in this room.

pub mod archive;
mod capture;
mod check_ins;
mod columns;
mod done;
mod error;
mod files;
mod filled_forms;
mod journal;
mod key;
mod measured;
mod migrate;
mod mirror;
mod notices;
mod open;
mod outbox;
mod own_questions;
mod owner;
mod pull;
mod queue;
mod read_and_meant;
mod readers;
mod ready;
mod scores;
mod series;
mod session_day;
mod settings;
mod side_effects;
mod snoozes;
mod to_do;
mod tx;
mod urgent_answers;

pub use capture::Capture;
pub use error::{Handling, StoreError};
pub use files::quarantine;
pub use filled_forms::{FilledForm, Filling, FormRow};
pub use journal::EntryPlace;
pub use key::StoreKey;
pub use mirror::{Mirrored, Was};
pub use outbox::Outgoing;
pub use owner::Owner;
pub use queue::QueueRow;
pub use ready::{LONGEST_WAIT, Queued};
pub use scores::ScoreRow;
pub use series::{Rated, Scored};
pub use session_day::Settled;
pub use snoozes::Snooze;
pub use tx::{Reader, Store, Tx};
pub use urgent_answers::UrgentAnswer;
