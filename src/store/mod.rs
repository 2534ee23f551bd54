//! The patient's data on this phone: saved means committed and synced, and no byte of it is readable
//! without the key.
//!
//! One `SQLCipher` file per owner (one issuer, one patient). One connection writes, a few read beside it.
//! Every call blocks on the disk, so none belongs on the UI's thread. SQL stays in this room.

mod check_ins;
mod columns;
mod error;
mod files;
mod key;
mod migrate;
mod mirror;
mod notices;
mod open;
mod outbox;
mod owner;
mod pull;
mod queue;
mod readers;
mod ready;
mod settings;
mod snoozes;
mod tx;

pub use error::{Handling, StoreError};
pub use files::quarantine;
pub use key::StoreKey;
pub use mirror::{Mirrored, Was};
pub use outbox::Outgoing;
pub use owner::Owner;
pub use queue::QueueRow;
pub use ready::{LONGEST_WAIT, Queued};
pub use snoozes::Snooze;
pub use tx::{Reader, Store, Tx};
