//! One pull under way: whose it is, what it may ask, what is known about the server, and who hears of changes.

use super::{
    Room, SyncError,
    land::{self, Landing},
    manners::Manners,
};
use crate::{
    clinic::scopes::Scopes,
    store::{StoreError, Tx},
};

/// What every step of a pull works with.
pub(super) struct Trip<'a> {
    pub(super) room: &'a Room,
    pub(super) scopes: Scopes,
    pub(super) manners: Manners,
    arrived: &'a (dyn Fn(usize) + Sync),
}

impl<'a> Trip<'a> {
    pub(super) async fn begin(
        room: &'a Room,
        arrived: &'a (dyn Fn(usize) + Sync),
    ) -> Result<Self, SyncError> {
        let (scopes, manners) = (room.clinic.scopes().await, Manners::load(room).await?);
        Ok(Self { room, scopes, manners, arrived })
    }

    /// Lands everything; whoever listens hears of it at once, whatever goes wrong later.
    pub(super) async fn land(&self, landings: Vec<Landing>) -> Result<(), SyncError> {
        if landings.is_empty() { Ok(()) } else { self.land_and(landings, |_| Ok(())).await }
    }

    /// The same, and in the same transaction `also`.
    pub(super) async fn land_and(
        &self,
        landings: Vec<Landing>,
        also: impl FnOnce(&Tx<'_>) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<(), SyncError> {
        let changed = land::land(self.room, landings, also).await?;
        if changed > 0 {
            (self.arrived)(changed);
        }
        Ok(())
    }
}
