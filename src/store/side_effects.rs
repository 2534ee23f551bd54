//! The side effects the patient logged, each with the forms it had before it was changed.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
    measured::{EffectForm, Json},
};
use crate::care::{Earlier, Id, LoggedEffect};
use rusqlite::{Row, named_params, params};

impl Tx<'_> {
    /// Saves a side effect, in place of the one with the same id. Instants are kept to the millisecond.
    pub fn save_side_effect(&self, effect: &LoggedEffect) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO side_effect (id, effect, part, severity, began_at, zone, ended_at, note, changed_at)
             VALUES (:id, :effect, :part, :severity, :began, :zone, :ended, :note, :changed)
             ON CONFLICT (id) DO UPDATE SET effect = excluded.effect, part = excluded.part,
                 severity = excluded.severity, began_at = excluded.began_at, zone = excluded.zone,
                 ended_at = excluded.ended_at, note = excluded.note, changed_at = excluded.changed_at",
            named_params! {
                ":id": effect.id,
                ":effect": effect.effect,
                ":part": effect.part,
                ":severity": effect.severity,
                ":began": Millis(effect.began),
                ":zone": Zone(effect.zone),
                ":ended": effect.ended.map(Millis),
                ":note": effect.note,
                ":changed": Millis(effect.changed),
            },
        )?;
        Ok(())
    }

    /// Keeps how a side effect was until `earlier.until`, behind the earlier forms it has already.
    pub fn keep_earlier_side_effect(&self, earlier: &Earlier<LoggedEffect>) -> Result<(), StoreError> {
        let form = Json(EffectForm::from(&earlier.form));
        self.change(
            "INSERT INTO side_effect_earlier (side_effect, until, body) VALUES (?1, ?2, ?3)",
            params![earlier.form.id, Millis(earlier.until), form],
        )?;
        Ok(())
    }

    /// Lets go of the last earlier form: the change that made it was taken back.
    pub fn forget_last_earlier_side_effect(&self, id: &Id) -> Result<(), StoreError> {
        self.change(
            "DELETE FROM side_effect_earlier
             WHERE place = (SELECT max(place) FROM side_effect_earlier WHERE side_effect = ?1)",
            [id],
        )?;
        Ok(())
    }

    /// Removes a side effect with all its earlier forms; true if it was there.
    pub fn remove_side_effect(&self, id: &Id) -> Result<bool, StoreError> {
        Ok(self.delete("DELETE FROM side_effect WHERE id = ?1", [id])? > 0)
    }
}

impl Reader<'_> {
    /// The side effect with this id.
    pub fn side_effect(&self, id: &Id) -> Result<Option<LoggedEffect>, StoreError> {
        self.one("SELECT * FROM side_effect WHERE id = ?1", [id], effect)
    }

    /// Those that are still there, the newest first.
    pub fn side_effects_still_there(&self) -> Result<Vec<LoggedEffect>, StoreError> {
        let sql = "SELECT * FROM side_effect WHERE ended_at IS NULL ORDER BY began_at DESC, id DESC";
        self.all(sql, [], effect)
    }

    /// The newest `limit` of those that are over, the newest first.
    pub fn side_effects_over(&self, limit: usize) -> Result<Vec<LoggedEffect>, StoreError> {
        self.all(
            "SELECT * FROM side_effect WHERE ended_at IS NOT NULL ORDER BY began_at DESC, id DESC LIMIT ?1",
            [self::limit(limit)],
            effect,
        )
    }

    /// The forms a side effect had before, the oldest first.
    pub fn earlier_side_effects(&self, id: &Id) -> Result<Vec<Earlier<LoggedEffect>>, StoreError> {
        let sql = "SELECT until, body FROM side_effect_earlier WHERE side_effect = ?1 ORDER BY place";
        self.all(sql, [id], |row| {
            let (Millis(until), Json(form)): (_, Json<EffectForm>) = (row.get("until")?, row.get("body")?);
            Ok(Earlier { form: form.of(id.clone())?, until })
        })
    }
}

fn effect(row: &Row<'_>) -> rusqlite::Result<LoggedEffect> {
    let (Millis(began), Zone(zone), Millis(changed)) =
        (row.get("began_at")?, row.get("zone")?, row.get("changed_at")?);
    Ok(LoggedEffect {
        id: row.get("id")?,
        effect: row.get("effect")?,
        part: row.get("part")?,
        severity: row.get("severity")?,
        began,
        zone,
        ended: row.get::<_, Option<Millis>>("ended_at")?.map(|Millis(at)| at),
        note: row.get("note")?,
        changed,
    })
}
