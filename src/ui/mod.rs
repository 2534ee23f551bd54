//! Screens and parts: they show read models, send commands, and read again when something changed.
//!
//! A screen is a plain function of a read model and a few handlers, so it can be drawn without a window, a
//! store or a clinic. Only [`live`] knows the app, and only [`window`] knows the shell it runs in.

// Dioxus hands every prop to a component by value.
#![allow(clippy::needless_pass_by_value)]

pub mod booking;
pub mod carrying;
pub mod first_ask;
pub mod half;
pub mod here;
pub mod live;
pub mod manuscript;
pub mod navigation;
pub mod page;
pub mod parts;
pub mod reminders;
pub mod screens;
pub mod signing;
pub mod sought;
pub mod when;
#[cfg(any(feature = "desktop", feature = "mobile"))]
pub mod window;
pub mod words;
