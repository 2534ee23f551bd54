//! The patient's data on this phone: saved means committed and synced, and no byte of it is readable
//! without the key.
//!
//! One `SQLCipher` file per owner (one issuer, one patient). One connection writes, a few read beside it.
//! Every call blocks on the disk, so none belongs on the UI's thread. SQL stays in this room.

pub mod archive;
mod came_back;
mod capture;
mod check_ins;
mod columns;
mod consents;
mod done;
mod error;
mod files;
mod filled_forms;
mod find;
mod find_drafts;
mod find_sql;
mod for_session;
mod insights;
mod journal;
mod journal_drafts;
mod key;
mod measured;
mod messages;
mod migrate;
mod mirror;
mod notices;
mod open;
mod outbox;
mod own_questions;
mod owner;
mod pieces;
mod practised;
mod pull;
mod queue;
mod read_and_meant;
mod readers;
mod ready;
mod recordings;
mod scores;
mod series;
mod session_day;
mod settings;
mod shares;
mod side_effects;
mod slots;
mod snoozes;
mod steps;
mod strokes;
mod to_do;
mod tx;
mod urgent_answers;
mod wishes;

pub use capture::Capture;
pub use error::{Handling, StoreError};
pub use files::quarantine;
pub use filled_forms::{FilledForm, Filling, FormRow};
pub use find::FoundPlace;
pub use journal::EntryPlace;
pub use journal_drafts::EarlierWords;
pub use key::StoreKey;
pub use mirror::{Mirrored, Was};
pub use open::teach;
pub use outbox::{Outgoing, Over};
pub use owner::Owner;
pub use pieces::{CHUNK, NotCopied};
pub use queue::QueueRow;
pub use ready::{LONGEST_WAIT, Queued};
pub use scores::ScoreRow;
pub use series::{Rated, Scored};
pub use session_day::Settled;
pub use shares::Told;
pub use slots::{AskedFor, Kept, Walk};
pub use snoozes::Snooze;
pub use tx::{Reader, Store, Tx};
pub use urgent_answers::UrgentAnswer;
