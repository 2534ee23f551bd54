//! Everything a patient can do, as commands (verbs) and read models (nouns).
//!
//! A command is one transaction: the record and its outbox row together; it answers what changed.
//! No SQL, no HTTP and no widgets here.

pub mod read;
