//! Keeps phone and clinic in step: what the patient made goes up exactly once, what the clinic changed comes
//! down, and nothing that goes wrong on the way loses or invents anything.
//!
//! Planning is pure (`plan`, `tidings`, `judge`, `backoff`); the rest performs it. [`Worker`] is the one task
//! that does so, never twice at once.

// A path to a method is bound to one lifetime of the reader; a closure is good for all.
#![allow(clippy::redundant_closure_for_method_calls)]

mod backoff;
mod bookings;
mod deliver;
mod error;
mod fetch;
mod forms;
mod holds;
mod judge;
mod kinds;
mod known;
mod land;
mod manners;
mod named;
mod offer;
mod pages;
mod papers;
mod plan;
mod pull;
mod push;
mod references;
mod room;
mod slots;
mod take;
mod tidings;
mod trip;
mod visits;
mod withheld;
mod worker;

pub use bookings::{drop_wish, over, there_of};
pub use deliver::known_there;
pub use error::SyncError;
pub use manners::{denies_messages, holds, may_hold};
pub use pull::last_pull;
pub use room::{Room, Sources};
pub use slots::Wanted;
pub use worker::{Listener, Progress, Wake, Worker};
