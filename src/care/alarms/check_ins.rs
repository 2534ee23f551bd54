//! When the clinic would like to hear how the patient is: rung for as long as something of it is still asked.

use super::{Reasons, Wanted, Window, Wishes};
use crate::care::schedule::{Asking, Due, What, askings};
use crate::care::{AlarmKind, Detail, VisitKind, time};

pub(super) fn wanted(reasons: &Reasons<'_>, wishes: &Wishes, window: Window) -> Vec<Wanted> {
    let all = askings(reasons, wishes, window).into_iter();
    all.filter_map(|asking| one(asking, reasons)).collect()
}

/// The ring of a point; `None` if everything it asks is done or left out.
fn one(asking: Asking, reasons: &Reasons<'_>) -> Option<Wanted> {
    // What is only liked or looked at is no reason to ring, and words to keep are asked for by the page they go on.
    let quiet = |due: &Due| due.optional || matches!(due.what, What::Intention | What::Capture);
    let rings = |due: &&Due| !quiet(due) && !reasons.done.settles(due);
    let open: Vec<_> = asking.dues.iter().filter(rings).collect();
    let closes = open.iter().map(|due| due.until).max()?;
    let only_forms = open.iter().all(|due| matches!(due.what, What::Form(_)));
    let its_day = time::end_of_day(time::day_of(asking.at, asking.zone), asking.zone);
    Some(Wanted {
        id: asking.ring,
        at: asking.at,
        until: its_day.min(closes),
        kind: AlarmKind::CheckIn,
        detail: if only_forms { Detail::Questions } else { Detail::CheckIn },
        step: VisitKind::Session,
        cut_off: None,
        not_before: asking.not_before,
    })
}
