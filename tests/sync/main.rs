//! Sign-in and sync against real servers: an OpenID provider, two FHIR servers, and every fault between them.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code"
)]

mod delivery;
mod fetching;
mod given;
mod killed;
mod poor_server;
mod sign_in;
#[path = "../support/mod.rs"]
mod support;
mod withdrawn;
mod worker;
