//! Forms of a clinic on the wire: read whole or refused with every reason, answered, kept, sent, and tried out.
#![cfg(feature = "clinic-tools")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "this is test code"
)]

mod behaving;
mod external;
mod given;
mod kept;
mod malformed;
mod markup;
mod reading;
mod refusing;
mod shared_files;
mod spoil;
mod tool;
mod wire;
