//! `cairn-clinic` as a clinic uses it: mistakes are named before anything is sent, and nothing is in force too early.
#![cfg(feature = "clinic-tools")]
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "this is test code")]

#[path = "../support/mod.rs"]
mod support;

mod broken;
mod bundled;
mod forms;
mod mutated;
mod plan;
mod server;
mod tool;
