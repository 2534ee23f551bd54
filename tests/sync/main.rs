//! Sign-in and sync against real servers: an identity provider, two FHIR servers, and every fault between them.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::redundant_closure_for_method_calls,
    reason = "this is test code"
)]

mod booking;
mod came_back;
mod came_back_asked;
mod consent;
mod delivery;
mod fetching;
mod forms;
mod given;
mod killed;
mod killed_share;
#[path = "../store/killing.rs"]
mod killing;
mod late;
mod moved;
mod poor_server;
mod session_day;
mod share;
mod sign_in;
#[path = "../support/mod.rs"]
mod support;
mod urgent;
mod withdrawn;
mod withheld;
mod worker;
