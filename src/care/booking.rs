//! Booking: which times are free, which of them the clinic's rules offer to this patient and why not the others, and
//! how a wish for one of them stands.
//!
//! Pure, as everything in `care`. The clinic decides: a rule that its protocol does not state is not kept, and whatever is
//! offered here is a wish until the clinic says yes.

mod find;
mod free_time;
mod hold;
mod late;
mod rules;
mod slot;
mod told;
mod wish;

pub use find::{PartOfDay, Sought, by_day, nearest};
pub use free_time::{FreeTime, together};
pub use hold::{Hold, HoldState, Keeping};
pub use late::Notice;
pub use rules::{NotOffered, Rules};
pub use slot::{Party, Schedule, Slot, SlotState};
pub use told::{Told, answer};
pub use wish::{CancelReason, CancelState, Cancellation, Wish, WishAnswer, WishState, WishTime};

use super::VisitKind;

/// The kinds of visits a patient can ask for by themselves, in the order of care.
pub const BOOKABLE: [VisitKind; 4] =
    [VisitKind::Consultation, VisitKind::Preparation, VisitKind::Session, VisitKind::Integration];
