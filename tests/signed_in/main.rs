//! A patient of a real clinic, seen from the app's own door: moving in and out, two on one phone, being told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod booking;
mod both_visits;
mod cancelling;
mod consent;
mod consent_elsewhere;
mod form_to_do;
mod given;
mod holds;
mod measures;
mod messages;
mod messages_back;
mod moving;
mod own;
mod preparing;
mod reminders;
mod session_day;
mod share;
mod share_pieces;
#[path = "../support/mod.rs"]
mod support;
mod told;
mod troubles;
mod urgent;
#[path = "../app/world.rs"]
mod world;
