//! A system this app cannot ring on yet: it says so, and the app shows its own list.

use super::{CannotRing, Notifications, RingList, Standing};

/// Rings nothing and keeps nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NotHere;

impl Notifications for NotHere {
    fn schedule(&self, _: &RingList) -> Result<(), CannotRing> {
        Ok(())
    }

    fn clear(&self) -> Result<(), CannotRing> {
        Ok(())
    }

    fn standing(&self) -> Standing {
        Standing::NotHere
    }
}
