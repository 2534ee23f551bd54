//! What a patient can do, seen from the app's own door: a real store, a keystore in memory, a clock in hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod check_ins;
mod opening;
mod practice;
mod reminders;
mod world;
