//! The store from outside: what is saved stays saved, stays secret and stays true.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "clippy.toml allows these in tests; this is for the functions the tests call"
)]
#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of `Reader<'_>` is for one lifetime, and the store asks for something that takes any"
)]

mod any_store;
mod archive;
mod archive_hostile;
mod cancelling;
mod capture;
mod carry;
mod check_ins;
mod consents;
mod damage;
mod files;
mod filled_forms;
mod find;
mod find_any;
mod find_elsewhere;
mod find_turning;
mod forgotten;
mod given;
mod holds;
mod journal;
mod kill;
mod kill_forms;
mod kill_journal;
mod kill_messages;
mod kill_pieces;
mod killing;
#[cfg(target_os = "linux")]
mod measured;
mod measures;
mod memory;
mod messages;
mod mirror;
mod notices;
mod outbox;
mod outbox_model;
mod own_questions;
mod owner;
mod pieces;
mod preparing;
mod schema;
mod schema_rows;
mod scores;
mod secrecy;
mod shares;
mod shares_any;
#[path = "../support/small_disk.rs"]
mod small_disk;
mod space;
mod strokes;
mod together;
mod wishes;
mod writing;
