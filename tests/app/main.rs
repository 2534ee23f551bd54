//! What a patient can do, seen from the app's own door: a real store, a keystore in memory, a clock in hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod asked;
mod begun_messages;
mod booking;
mod cancelling;
mod carry;
mod check_ins;
mod consent;
mod find;
mod forms;
mod full_disk;
mod going_on;
mod in_calendar;
mod journal;
#[path = "../store/killing.rs"]
mod killing;
mod learn;
mod measures;
mod messages;
mod opening;
mod own;
mod own_guarded;
mod own_killed;
mod own_paper;
mod pieces;
mod practice;
mod preparing;
mod reminders;
mod session_day;
#[path = "../support/small_disk.rs"]
mod small_disk;
mod trends;
mod world;
