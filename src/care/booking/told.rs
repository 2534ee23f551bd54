//! What the clinic's record says to a wish: the answer that follows from it.

use super::{Wish, WishAnswer, WishTime};
use crate::care::{Id, Private, Visit, VisitState};

/// What the record of a wish says beside the visit it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The wish it answers, by the name the phone gave it.
    pub record: Option<Id>,
    /// The visit it is to take the place of.
    pub replaces: Option<Id>,
    /// The clinic waits for the patient's word.
    pub offered: bool,
    /// The patient cancelled it.
    pub by_patient: bool,
    /// It was cancelled because somebody else has the time.
    pub gone: bool,
    /// Why it was cancelled, in the clinic's words.
    pub said: Option<Private>,
}

/// What was said to `wish`, now that the clinic's record of it is `visit`, which says `told` besides. `None`: nothing yet.
///
/// A wish that was confirmed stays so: what becomes of the visit afterwards is told about the visit. One that was taken back
/// is only confirmed over that, for then the clinic was faster.
#[must_use]
pub fn answer(wish: &Wish, visit: &Visit, told: &Told) -> Option<WishAnswer> {
    let before = wish.answer.as_ref().map(|(answer, _)| answer);
    if let Some(confirmed @ WishAnswer::Confirmed { .. }) = before {
        return Some(confirmed.clone());
    }
    let taken_back = matches!(before, Some(WishAnswer::TakenBack | WishAnswer::Lapsed));
    match (visit.state, visit.start) {
        (VisitState::Confirmed | VisitState::UnderWay | VisitState::Finished, Some(start)) => {
            Some(WishAnswer::Confirmed { visit: visit.id.clone(), start })
        }
        _ if taken_back => before.cloned(),
        (VisitState::Cancelled, _) if told.by_patient => Some(WishAnswer::TakenBack),
        (VisitState::Cancelled, _) => Some(WishAnswer::Declined { said: told.said.clone(), gone: told.gone }),
        (VisitState::Requested, Some(start)) => {
            let end = visit.end;
            match (told.offered, &wish.time) {
                (true, _) => Some(WishAnswer::Offered { start, end }),
                (false, WishTime::Earlier { .. }) => Some(WishAnswer::Accepted { start, end }),
                // The clinic offered another time than was asked for, and the patient said yes to that one.
                (false, WishTime::At { start: wished, .. }) => {
                    let agreed =
                        matches!(before, Some(WishAnswer::Offered { .. } | WishAnswer::Accepted { .. }));
                    (agreed && *wished != start).then_some(WishAnswer::Accepted { start, end })
                }
            }
        }
        _ => None,
    }
}
