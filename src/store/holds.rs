//! Times that the clinic's server keeps while the patient makes up their mind, and by which of its records.

use super::{
    Reader, StoreError, Tx,
    columns::Millis,
    wishes::{Slots, list},
};
use crate::care::{
    Id,
    booking::{Hold, HoldState},
};
use chrono::{DateTime, Utc};
use rusqlite::{
    Row, ToSql, named_params, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef},
};

const STATES: [(HoldState, &str); 6] = [
    (HoldState::Wanted, "wanted"),
    (HoldState::Asked, "asked"),
    (HoldState::Kept, "kept"),
    (HoldState::GivenUp, "given-up"),
    (HoldState::LettingGo, "letting-go"),
    (HoldState::Over, "over"),
];

impl Tx<'_> {
    /// Keeps a new one.
    pub fn save_hold(&self, hold: &Hold) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO hold (record, kind, slots, there, state, until_at, made_at)
             VALUES (:record, :kind, :slots, :there, :state, :until, :made)",
            named_params! {
                ":record": hold.record,
                ":kind": hold.kind,
                ":slots": list(&hold.slots)?,
                ":there": hold.there,
                ":state": State(hold.state),
                ":until": hold.until.map(Millis),
                ":made": Millis(hold.made),
            },
        )?;
        Ok(())
    }

    /// Moves it on from one of these states; false if it is in another one by now.
    pub fn move_hold(&self, record: &Id, from: &[HoldState], to: HoldState) -> Result<bool, StoreError> {
        let Some(hold) = self.hold(record)?.filter(|hold| from.contains(&hold.state)) else {
            return Ok(false);
        };
        let sql = "UPDATE hold SET state = ?2 WHERE record = ?1";
        Ok(self.change(sql, params![hold.record, State(to)])? > 0)
    }

    /// Notes by which record the server keeps it, or would.
    pub fn set_hold_there(&self, record: &Id, there: &Id) -> Result<(), StoreError> {
        // A server may give the name of one that is over to another.
        self.change("UPDATE hold SET there = NULL WHERE there = ?1", [there])?;
        self.change("UPDATE hold SET there = ?2 WHERE record = ?1", params![record, there])?;
        Ok(())
    }

    /// Notes until when the server keeps it; `None` where it did not say.
    pub fn set_hold_until(&self, record: &Id, until: Option<DateTime<Utc>>) -> Result<(), StoreError> {
        self.change("UPDATE hold SET until_at = ?2 WHERE record = ?1", params![record, until.map(Millis)])?;
        Ok(())
    }

    /// Gives up all that nobody asked for, but for `this` one. True if there was any.
    pub fn give_up_holds(&self, but: Option<&Id>) -> Result<bool, StoreError> {
        // One that was only wanted is nowhere but here.
        let sql = "UPDATE hold SET state = CASE state WHEN 'wanted' THEN 'over' ELSE 'given-up' END
                   WHERE state IN ('wanted', 'asked', 'kept') AND record IS NOT ?1
                       AND record NOT IN (SELECT record FROM wish)";
        Ok(self.change(sql, [but])? > 0)
    }
}

impl Reader<'_> {
    /// The one that becomes, or became, this wish.
    pub fn hold(&self, record: &Id) -> Result<Option<Hold>, StoreError> {
        self.one("SELECT * FROM hold WHERE record = ?1", [record], hold)
    }

    /// Those that nobody asked for yet and that can still be, the newest first.
    pub fn open_holds(&self) -> Result<Vec<Hold>, StoreError> {
        let sql = "SELECT * FROM hold WHERE state NOT IN ('letting-go', 'over') AND record NOT IN (SELECT record FROM wish)
                   ORDER BY made_at DESC, record DESC";
        self.all(sql, [], hold)
    }

    /// Those the server is to let go, the oldest first.
    pub fn holds_given_up(&self) -> Result<Vec<Hold>, StoreError> {
        self.all(
            "SELECT * FROM hold WHERE state IN ('given-up', 'letting-go') ORDER BY made_at, record",
            [],
            hold,
        )
    }

    /// The one that the clinic's record `there` keeps.
    pub fn hold_of(&self, there: &Id) -> Result<Option<Hold>, StoreError> {
        self.one("SELECT * FROM hold WHERE there = ?1", [there], hold)
    }

    /// The clinic's records that keep a time, or kept one, and were not booked as far as is known: they are no visits.
    pub fn only_kept(&self) -> Result<Vec<Id>, StoreError> {
        let sql = "SELECT there FROM hold LEFT JOIN wish USING (record)
                   WHERE there IS NOT NULL AND answer_visit IS NOT there";
        self.all(sql, [], |row| row.get("there"))
    }
}

fn hold(row: &Row<'_>) -> rusqlite::Result<Hold> {
    let (Slots(slots), State(state), Millis(made)) =
        (row.get("slots")?, row.get("state")?, row.get("made_at")?);
    Ok(Hold {
        record: row.get("record")?,
        kind: row.get("kind")?,
        slots,
        there: row.get("there")?,
        state,
        until: row.get::<_, Option<Millis>>("until_at")?.map(|Millis(at)| at),
        made,
    })
}

struct State(HoldState);

impl ToSql for State {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let code = STATES.iter().find(|(state, _)| *state == self.0).map(|(_, code)| *code);
        code.unwrap_or_default().to_sql()
    }
}

impl FromSql for State {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let code = value.as_str()?;
        let known = STATES.iter().find(|(_, known)| *known == code);
        known.map(|(state, _)| Self(*state)).ok_or(FromSqlError::InvalidType)
    }
}
