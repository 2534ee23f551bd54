//! Keeping a time while the patient makes up their mind, and giving it back.

use super::booking::{Booked, NewWish, new_wish};
use crate::{
    app::{AppError, Cairn},
    care::booking::{Hold, HoldState, Wish, WishTime},
    sync,
};

impl Cairn {
    /// Has the clinic's server keep a time the patient looks at, where it does that: nobody else gets it meanwhile. Answers at
    /// once; [`Cairn::keeping`] says what came of it. Whatever was kept before is given back. Nothing is asked in practice.
    ///
    /// # Errors
    /// [`AppError::CannotBook`], as the asking itself would say it.
    pub async fn keep_time(&self, new: NewWish) -> Result<(), AppError> {
        let (now, zone) = (self.now(), self.zone());
        let wanted = self
            .with_bookings(move |home, tx| -> Booked<Option<Wish>> {
                if home.patient().is_none() || !sync::may_hold(tx, now)? {
                    return Ok(Ok(None));
                }
                let wish = match new_wish(home, tx, new, (now, zone))? {
                    Ok(wish) => wish,
                    Err(cannot) => return Ok(Err(cannot)),
                };
                let WishTime::At { slots, .. } = &wish.time else { return Ok(Ok(None)) };
                let mut holds = tx.open_holds()?.into_iter();
                let kept = holds.find(|hold| hold.is_for(wish.kind, slots) && hold.is_kept(now));
                let kept = kept.map(|hold| hold.record);
                tx.give_up_holds(kept.as_ref())?;
                if let Some(record) = kept {
                    // Whoever comes back to it before it was given back has it still.
                    tx.move_hold(&record, &[HoldState::GivenUp], HoldState::Kept)?;
                    return Ok(Ok(None));
                }
                let (record, kind, slots) = (wish.id.clone(), Some(wish.kind), slots.clone());
                let (state, until) = (HoldState::Wanted, None);
                tx.save_hold(&Hold { record, kind, slots, there: None, state, until, made: now })?;
                Ok(Ok(Some(wish)))
            })
            .await?;
        if let Some(wish) = wanted {
            self.home()?.keep_time(wish);
        }
        Ok(())
    }

    /// Gives back the times that are kept and that nobody asked for.
    pub async fn let_time_go(&self) -> Result<(), AppError> {
        self.with_bookings(|_, tx| Ok(Ok(tx.give_up_holds(None)?))).await.map(drop)
    }
}
