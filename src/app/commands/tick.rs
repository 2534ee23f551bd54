//! Ticks on the clinic's things to do, which the clinic hears of, and the patient's own things to do, which stay here.

use super::{UNDO, queue::answer};
use crate::{
    app::{AppError, Cairn, Changed, background, home::Home},
    care::{Id, ItemKey, OwnItem, Private, Tick, schedule::item_of},
    fhir::answers::{About, Answer, Answers},
    platform::ids,
    store::{StoreError, Tx},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

impl Cairn {
    /// Ticks a thing to do of the clinic's, or takes the tick back. Works without a network; the clinic hears only
    /// the last word, and nothing at all of a tick that was taken back before it could leave.
    pub async fn tick(&self, key: ItemKey, done: bool) -> Result<(), AppError> {
        let home = self.home()?;
        let (now, zone) = (self.now(), self.zone());
        let open = std::sync::Arc::clone(&home);
        background(move || Ok(open.store.write(|tx| set(tx, &open, key, done, now, zone))?)).await?;
        self.tell(Changed::Own);
        self.tell(Changed::Delivery);
        self.tell(Changed::Reminders);
        home.wake();
        Ok(())
    }

    /// Adds a thing to do of the patient's own; blank words add none. It stays on this phone.
    pub async fn add_own_item(&self, title: Private) -> Result<(), AppError> {
        if title.is_blank() {
            return Ok(());
        }
        let title = Private::new(title.reveal().trim());
        let item = OwnItem { id: ids::new(), title, made_at: self.now(), done_at: None };
        self.keep_own_item(item).await
    }

    /// Keeps a thing to do of the patient's own as it is: changed, or put back after it was removed.
    pub async fn keep_own_item(&self, item: OwnItem) -> Result<(), AppError> {
        let home = self.home()?;
        background(move || Ok(home.store.write(|tx| tx.save_own_item(&item))?)).await?;
        self.tell(Changed::Own);
        Ok(())
    }

    /// Ticks a thing to do of the patient's own, or takes the tick back.
    pub async fn tick_own_item(&self, id: Id, done: bool) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || {
            Ok(home.store.write(|tx| {
                let Some(item) = tx.own_item(&id)? else { return Ok(()) };
                tx.save_own_item(&OwnItem { done_at: done.then_some(now), ..item })
            })?)
        })
        .await?;
        self.tell(Changed::Own);
        Ok(())
    }

    /// Removes a thing to do of the patient's own; what it was can be put back by [`Cairn::keep_own_item`].
    pub async fn remove_own_item(&self, id: Id) -> Result<Option<OwnItem>, AppError> {
        let home = self.home()?;
        let removed = background(move || Ok(home.store.write(|tx| tx.remove_own_item(&id))?)).await?;
        self.tell(Changed::Own);
        Ok(removed)
    }
}

/// A form was finished, or finishing it was taken back: the thing to do it was due for, if it was for one, is ticked or
/// not. The clinic hears of it no sooner than of the answers. To be called in the same transaction.
pub(super) fn form_finished(
    tx: &Tx<'_>,
    home: &Home,
    due: Option<&str>,
    done: bool,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<(), StoreError> {
    due.and_then(item_of).map_or(Ok(()), |key| set_from(tx, home, key, done, (now, zone), now + UNDO))
}

/// Ticks a thing to do, or takes the tick back. To be called in the same transaction as what it follows from.
pub(super) fn set(
    tx: &Tx<'_>,
    home: &Home,
    key: ItemKey,
    done: bool,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<(), StoreError> {
    set_from(tx, home, key, done, (now, zone), now)
}

/// The same, of what can still be undone: the clinic hears of it from `not_before` on.
pub(super) fn set_from(
    tx: &Tx<'_>,
    home: &Home,
    key: ItemKey,
    done: bool,
    (now, zone): (DateTime<Utc>, Tz),
    not_before: DateTime<Utc>,
) -> Result<(), StoreError> {
    let before = tx.tick(&key)?;
    if before.as_ref().map_or(!done, |before| before.done == done) {
        return Ok(());
    }
    if let (Some(before), false) = (&before, done)
        && tx.take_back(&before.record)?
    {
        return tx.remove_tick(&key);
    }
    let record = before.map_or_else(ids::new, |before| before.record);
    let tick = Tick { key, record, done, changed_at: now };
    tx.save_tick(&tick)?;
    let Some(patient) = home.patient() else { return Ok(()) };
    let of_plan = tick.key.plan.is_some();
    let item = Answer::Text(tick.key.item.clone());
    let task = || Answer::Record(format!("Task/{}", tick.key.item));
    tx.enqueue_latest(&answer(
        &Answers {
            id: tick.record.clone(),
            about: About::PlanItem,
            plan: tick.key.plan.clone(),
            at: now,
            zone,
            items: vec![if of_plan { ("item", item) } else { ("task", task()) }, ("done", Answer::Yes(done))],
        },
        patient,
        not_before,
    ))
}
