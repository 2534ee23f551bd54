//! Everything of one store in one sealed file, and back: what comes back is equal, or nothing came back at all.
//!
//! An archive is an age file under a passphrase with a tar inside (docs/archive.md). Both ways it streams: neither the
//! archive nor anything attached is ever held in memory whole. Keys and sign-ins are in the keystore and in no archive.

mod check;
mod error;
mod head;
mod lacking;
mod read;
mod rows;
mod seal;
mod tables;
mod walk;
mod write;

pub use check::check;
pub use error::ArchiveError;
pub use head::{Head, Inventory, Whose};
pub use lacking::lacking;
pub use read::{Target, restore};
pub use seal::{Effort, Passphrase, TooShort};
pub use tables::{LEFT_OUT, TABLES, WITHOUT};
pub use write::Shelf;

/// The number of the format this version writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// The first entry of the tar: what this is, whose, and of which schema.
const HEAD: &str = "cairn.json";
/// The last entry: how many rows there are of each table.
const END: &str = "end.json";
/// Where the rows of tables stand, in parts, one row a line.
const ROWS: &str = "tables/";
/// Where the FHIR resources stand, in parts, one resource a line. For others to read; nothing here reads them.
const FHIR: &str = "fhir/";
/// Where the bytes of drawings, photos, voice notes and files stand, each whole.
const PIECES: &str = "pieces/";
/// In which chunks the piece that follows is kept.
const CHUNKS: &str = "chunks/";

/// After so many bytes a part of a table ends and the next begins, so that a part fits in memory.
const PART: usize = 1024 * 1024;
/// The longest part that is read: a part ends with the row that fills it, and no row is nearly as long.
const LONGEST_PART: u64 = 64 * 1024 * 1024;
/// The largest chunk of a piece that is read; the store writes far smaller ones.
const LARGEST_CHUNK: u64 = 16 * 1024 * 1024;
