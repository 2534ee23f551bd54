//! Whether something can go to the clinic at all.

/// What the sign-in allows: to share or sign, to write a message, to book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// It can go. Where the sign-in is over, it goes when there is one again.
    Open,
    /// The sign-in does not let the app do this: it is older than this, or the clinic takes nothing of the kind.
    NotGranted,
    /// Practice: it stays on the phone, and nobody answers.
    Practice,
}
