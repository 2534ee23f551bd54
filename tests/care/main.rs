//! The arithmetic of care, on the days when clocks change, across zones and with every value a clinic may write.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod alarms;
mod booking;
mod carry;
mod given;
mod holds;
mod instruments;
mod item_nine;
mod journal;
mod look_back;
mod measures;
mod messages;
mod passages;
mod promises;
mod quiet;
mod repeats;
mod safety;
mod schedule;
mod session_ends;
mod trends;
mod wishes;
mod zones;
