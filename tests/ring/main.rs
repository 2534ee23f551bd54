//! Reminders really ring: our own process, a real bus and a real notification service (dunst), with no window,
//! no store and no keystore anywhere near.
//!
//! Needs the feature `e2e`, a display, dbus and dunst: `scripts/test` sees to all of them.
#![cfg(all(feature = "e2e", target_os = "linux"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod desk;
mod discreet;
mod ringing;
mod session;
mod troubled;
