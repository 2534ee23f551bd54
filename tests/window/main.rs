//! The program itself in its own window, driven as a person would: click, type, restart, pull the plug.
//!
//! Needs the feature `e2e`, a display and an unlocked keystore: `scripts/test` sees to all three.
#![cfg(all(feature = "e2e", target_os = "linux"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod ask_first;
mod asked;
mod booking;
mod booking_cancelled;
mod carry;
mod composing;
mod consent;
mod creative;
mod door;
mod driver;
mod find;
mod forms;
mod full_disk;
mod hours_before;
mod in_calendar;
mod insight;
mod item_nine;
mod journal;
mod keyboard;
mod learn;
mod looks;
mod main_path;
mod measure;
mod messages;
mod offline;
mod own;
mod page;
mod practice;
mod prepare;
mod reminders;
mod screen;
mod screen_reader;
mod secrecy;
mod session_day;
mod share;
#[path = "../support/small_disk.rs"]
mod small_disk;
#[path = "../support/mod.rs"]
mod support;
mod trends;
