//! Sharing: what of a page can be shared and with whom, and the list of all that ever was.

use super::{Door, VisitView};
use crate::care::{
    Id, Private,
    journal::{
        Entry, Stroke,
        share::{Shared, SharedPiece, Standing},
    },
};
use chrono::{DateTime, Utc};

/// A page from which something can be shared.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareView {
    pub entry: Entry,
    /// What is written on it, to the last letter.
    pub words: Private,
    /// Its drawings and photos.
    pub pieces: Vec<SharedPiece>,
    /// The lines of those that are drawings.
    pub drawings: Vec<(Id, Vec<Stroke>)>,
    /// The visit it belongs to, where the clinic has it.
    pub visit: Option<VisitView>,
    pub with: ShareWith,
}

/// Who gets what is shared, as far as is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareWith {
    pub clinic: Option<String>,
    /// The people named in the care team.
    pub team: Vec<String>,
    pub door: Door,
}

/// What of a page was shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageShares {
    /// There is something to share.
    pub something: bool,
    /// The newest first; withdrawn ones are in [`SharedList`] only.
    pub shared: Vec<SharedLine>,
}

/// All that was ever shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedList {
    /// The newest first.
    pub lines: Vec<SharedLine>,
    /// There are older ones than these.
    pub more: bool,
    /// The clinic's name.
    pub clinic: Option<String>,
}

/// Something that was shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedLine {
    pub shared: Shared,
    pub standing: Standing,
    /// The page is still in the journal.
    pub page_is_here: bool,
    /// Until this instant it can be taken back as if it had never been shared.
    pub undo_until: Option<DateTime<Utc>>,
}
