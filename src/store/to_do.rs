//! Ticks on the clinic's things to do, and the patient's own things to do.

use super::{Reader, StoreError, Tx, columns::Millis};
use crate::care::{Id, ItemKey, OwnItem, Tick};
use rusqlite::{Row, params};

impl Tx<'_> {
    /// Keeps a tick, in place of the one on the same thing to do.
    pub fn save_tick(&self, tick: &Tick) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO tick (plan, item, record, done, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (plan, item) DO UPDATE SET record = excluded.record, done = excluded.done,
                 changed_at = excluded.changed_at",
            params![plan(&tick.key), tick.key.item, tick.record, tick.done, Millis(tick.changed_at)],
        )?;
        Ok(())
    }

    /// Forgets a tick as if it had never been made.
    pub fn remove_tick(&self, key: &ItemKey) -> Result<(), StoreError> {
        self.change("DELETE FROM tick WHERE plan = ?1 AND item = ?2", params![plan(key), key.item])?;
        Ok(())
    }

    /// Keeps a thing to do of the patient's own, in place of the one with the same id.
    pub fn save_own_item(&self, item: &OwnItem) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO own_item (id, title, made_at, done_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET title = excluded.title, made_at = excluded.made_at,
                 done_at = excluded.done_at",
            params![item.id, item.title, Millis(item.made_at), item.done_at.map(Millis)],
        )?;
        Ok(())
    }

    /// Removes a thing to do of the patient's own, and says what it was.
    pub fn remove_own_item(&self, id: &Id) -> Result<Option<OwnItem>, StoreError> {
        let before = self.own_item(id)?;
        self.delete("DELETE FROM own_item WHERE id = ?1", [id])?;
        Ok(before)
    }
}

impl Reader<'_> {
    /// Every tick there is, in no order.
    pub fn ticks(&self) -> Result<Vec<Tick>, StoreError> {
        self.all("SELECT * FROM tick", [], tick)
    }

    /// The tick on one thing to do.
    pub fn tick(&self, key: &ItemKey) -> Result<Option<Tick>, StoreError> {
        self.one("SELECT * FROM tick WHERE plan = ?1 AND item = ?2", params![plan(key), key.item], tick)
    }

    /// The patient's own things to do, oldest first.
    pub fn own_items(&self) -> Result<Vec<OwnItem>, StoreError> {
        self.all("SELECT * FROM own_item ORDER BY made_at, id", [], own_item)
    }

    /// One of them.
    pub fn own_item(&self, id: &Id) -> Result<Option<OwnItem>, StoreError> {
        self.one("SELECT * FROM own_item WHERE id = ?1", [id], own_item)
    }
}

/// No plan has an empty id.
fn plan(key: &ItemKey) -> &str {
    key.plan.as_ref().map_or("", Id::as_str)
}

fn tick(row: &Row<'_>) -> rusqlite::Result<Tick> {
    let plan: String = row.get("plan")?;
    let plan = if plan.is_empty() { None } else { Some(row.get("plan")?) };
    let Millis(changed_at) = row.get("changed_at")?;
    let key = ItemKey { plan, item: row.get("item")? };
    Ok(Tick { key, record: row.get("record")?, done: row.get("done")?, changed_at })
}

fn own_item(row: &Row<'_>) -> rusqlite::Result<OwnItem> {
    let Millis(made_at) = row.get("made_at")?;
    let done_at = row.get::<_, Option<Millis>>("done_at")?.map(|Millis(at)| at);
    Ok(OwnItem { id: row.get("id")?, title: row.get("title")?, made_at, done_at })
}
