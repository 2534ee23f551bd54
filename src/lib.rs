//! Cairn: a patient's companion through ketamine-assisted psychotherapy, offline first.
//!
//! The rooms and the arrows between them are kept by `tests/layers.rs`; the README has the map.

#![deny(unsafe_code)]

pub mod app;
pub mod care;
pub mod clinic;
pub mod fhir;
pub mod platform;
pub mod store;
pub mod sync;
pub mod ui;
