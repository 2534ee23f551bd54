//! What a command or the sync changed, so that the screens which show it read it again.

/// One thing that is not as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Changed {
    /// Somebody moved in or out, or the store could not be opened.
    Situation,
    /// Check-ins of the patient, their own feelings, and side effects.
    CheckIns,
    /// Something of the clinic: plan, visits, people, notices.
    Clinic,
    /// Free times, and what the patient asked the clinic for.
    Booking,
    /// Where things are on their way to the clinic, and how the sync stands.
    Delivery,
    /// What the patient made around a session: ticks, own things to do, intention, questions, driver, answers.
    Own,
    /// The journal: entries, what hangs on them, what came of them, and what was shared.
    Journal,
    /// When reminders ring.
    Reminders,
    /// Language and other choices.
    Settings,
}
