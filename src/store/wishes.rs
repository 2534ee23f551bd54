//! What the patient asked the clinic for: times, places on the waitlist, and visits to be cancelled.

use super::{
    Reader, StoreError, Tx,
    columns::{Millis, Zone, limit},
};
use crate::care::{
    Id, Private,
    booking::{Cancellation, Party, Wish, WishAnswer, WishTime},
};
use chrono::{DateTime, Utc};
use rusqlite::{
    Row, named_params, params,
    types::{FromSql, FromSqlError, FromSqlResult, ValueRef},
};

/// True of a row of `wish` that nobody has given a last answer to.
macro_rules! is_open {
    () => {
        "(wish.answer IS NULL OR wish.answer IN ('offered', 'accepted'))"
    };
}

/// True of a row of `wish` that is off together with the visit it was to take the place of: the patient cancels that, and the
/// word that says so has not left. Once it has, the wish is taken back by itself; undone, it is as if nothing had been.
macro_rules! rests {
    () => {
        concat!(
            "(",
            is_open!(),
            " AND EXISTS (SELECT 1 FROM cancellation AS off WHERE off.visit = wish.replaces AND off.done IS NULL
                 AND NOT EXISTS (SELECT 1 FROM outbox AS told
                     WHERE told.record = off.visit AND told.refusal IS NOT NULL)))"
        )
    };
}
pub(super) use {is_open, rests};

/// Rows with when they were taken back together with a visit, while that rests on nothing but its cancellation.
const WISH: &str = concat!(
    "SELECT wish.*, iif(",
    rests!(),
    ", (SELECT made_at FROM cancellation WHERE visit = wish.replaces), NULL) AS rests_since FROM wish"
);

impl Tx<'_> {
    /// Keeps a wish.
    pub fn save_wish(&self, wish: &Wish) -> Result<(), StoreError> {
        let (mut time, mut earlier) = (None, None);
        let (mut named, mut people, mut at) = (&Vec::new(), &Vec::new(), None);
        match &wish.time {
            WishTime::At { start, end, slots, with: parties, place } => {
                time = Some((Millis(*start), Millis(*end)));
                (named, people, at) = (slots, parties, place.as_ref());
            }
            WishTime::Earlier { from, until } => earlier = Some((Millis(*from), Millis(*until))),
        }
        self.change(
            "INSERT INTO wish (record, kind, start_at, end_at, slots, parties, place, earlier_from, earlier_until,
                 replaces, replaces_start, words, made_at, zone)
             VALUES (:record, :kind, :start, :end, :slots, :parties, :place, :from, :until,
                 :replaces, :replaces_start, :words, :made, :zone)",
            named_params! {
                ":record": wish.id,
                ":kind": wish.kind,
                ":start": time.map(|(start, _)| start),
                ":end": time.map(|(_, end)| end),
                ":slots": list(named)?,
                ":parties": list(people)?,
                ":place": at,
                ":from": earlier.map(|(from, _)| from),
                ":until": earlier.map(|(_, until)| until),
                ":replaces": wish.replaces.as_ref().map(|(visit, _)| visit),
                ":replaces_start": wish.replaces.as_ref().map(|(_, start)| Millis(*start)),
                ":words": wish.words,
                ":made": Millis(wish.made),
                ":zone": Zone(wish.zone),
            },
        )?;
        Ok(())
    }

    /// Notes what was last said about a wish, by the clinic or by the patient; `None`: it is asked for as before. True if that
    /// is news.
    pub fn answer_wish(
        &self,
        wish: &Id,
        answer: Option<&WishAnswer>,
        at: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let told = answer.map(Told::of).unwrap_or_default();
        let changed = self.change(
            "UPDATE wish SET answer = :code, answered_at = :at, answer_visit = :visit, answer_start = :start,
                 answer_end = :end, answer_words = :words
             WHERE record = :wish AND (answer, answer_visit, answer_start, answer_end, answer_words)
                 IS NOT (:code, :visit, :start, :end, :words)",
            named_params! {
                ":wish": wish,
                ":code": told.code,
                ":at": told.code.map(|_| Millis(at)),
                ":visit": told.visit,
                ":start": told.start.map(Millis),
                ":end": told.end.map(Millis),
                ":words": told.words,
            },
        )?;
        Ok(changed > 0)
    }

    /// Keeps that the patient cancels a visit, in place of an earlier time they did.
    pub fn save_cancellation(&self, cancellation: &Cancellation) -> Result<(), StoreError> {
        self.change(
            "INSERT OR REPLACE INTO cancellation (visit, start_at, reason, made_at, done) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                cancellation.visit,
                cancellation.start.map(Millis),
                cancellation.reason,
                Millis(cancellation.made),
                cancellation.done
            ],
        )?;
        Ok(())
    }

    /// Notes how a cancellation ended. True if that is news.
    pub fn end_cancellation(&self, visit: &Id, done: bool) -> Result<bool, StoreError> {
        let sql = "UPDATE cancellation SET done = ?2 WHERE visit = ?1 AND done IS NOT ?2";
        Ok(self.change(sql, params![visit, done])? > 0)
    }

    /// Forgets a cancellation that never was.
    pub fn remove_cancellation(&self, visit: &Id) -> Result<(), StoreError> {
        self.delete("DELETE FROM cancellation WHERE visit = ?1", [visit])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// One wish. One that rests with the cancellation of the visit it was to take the place of is taken back.
    pub fn wish(&self, id: &Id) -> Result<Option<Wish>, StoreError> {
        self.one(&format!("{WISH} WHERE record = ?1"), [id], wish)
    }

    /// One wish as it was last answered, also while it rests.
    pub fn wish_as_answered(&self, id: &Id) -> Result<Option<Wish>, StoreError> {
        self.one("SELECT *, NULL AS rests_since FROM wish WHERE record = ?1", [id], wish)
    }

    /// True while a wish rests with the cancellation of the visit it was to take the place of.
    pub fn wish_rests(&self, id: &Id) -> Result<bool, StoreError> {
        let sql = concat!("SELECT 1 FROM wish WHERE record = ?1 AND ", rests!());
        Ok(self.one(sql, [id], |_| Ok(()))?.is_some())
    }

    /// The wishes nobody has given a last answer to, the newest first.
    pub fn open_wishes(&self) -> Result<Vec<Wish>, StoreError> {
        let open = concat!(is_open!(), " AND NOT ", rests!());
        self.all(&format!("{WISH} WHERE {open} ORDER BY made_at DESC, record DESC"), [], wish)
    }

    /// The last `most` wishes that were answered for good, the newest first.
    pub fn ended_wishes(&self, most: usize) -> Result<Vec<Wish>, StoreError> {
        let ended = concat!("(NOT ", is_open!(), " OR ", rests!(), ")");
        let sql = format!("{WISH} WHERE {ended} ORDER BY made_at DESC, record DESC LIMIT ?1");
        self.all(&sql, [limit(most)], wish)
    }

    /// The wishes that are to take the place of this visit, or took it, the newest first.
    pub fn wishes_replacing(&self, visit: &Id) -> Result<Vec<Wish>, StoreError> {
        let sql = format!("{WISH} WHERE replaces = ?1 ORDER BY made_at DESC, record DESC");
        self.all(&sql, [visit], wish)
    }

    /// The wishes that go with this visit when it is cancelled, as they were last answered.
    pub fn wishes_going_with(&self, visit: &Id) -> Result<Vec<Wish>, StoreError> {
        let sql = concat!("SELECT *, NULL AS rests_since FROM wish WHERE replaces = ?1 AND ", is_open!());
        self.all(sql, [visit], wish)
    }

    /// That the patient cancelled this visit.
    pub fn cancellation(&self, visit: &Id) -> Result<Option<Cancellation>, StoreError> {
        self.one("SELECT * FROM cancellation WHERE visit = ?1", [visit], cancellation)
    }
}

/// An answer as it stands in its columns.
#[derive(Default)]
struct Told<'a> {
    code: Option<&'static str>,
    visit: Option<&'a Id>,
    start: Option<DateTime<Utc>>,
    end: Option<DateTime<Utc>>,
    words: Option<&'a Private>,
}

impl<'a> Told<'a> {
    fn of(answer: &'a WishAnswer) -> Self {
        let nothing = Self::default();
        match answer {
            WishAnswer::Offered { start, end } => {
                Self { code: Some("offered"), start: Some(*start), end: *end, ..nothing }
            }
            WishAnswer::Accepted { start, end } => {
                Self { code: Some("accepted"), start: Some(*start), end: *end, ..nothing }
            }
            WishAnswer::Confirmed { visit, start } => {
                Self { code: Some("confirmed"), visit: Some(visit), start: Some(*start), ..nothing }
            }
            WishAnswer::Declined { said, gone } => {
                let code = if *gone { "gone" } else { "declined" };
                Self { code: Some(code), words: said.as_ref(), ..nothing }
            }
            WishAnswer::TakenBack => Self { code: Some("taken-back"), ..nothing },
            WishAnswer::Lapsed => Self { code: Some("lapsed"), ..nothing },
        }
    }
}

fn wish(row: &Row<'_>) -> rusqlite::Result<Wish> {
    let (Millis(made), Zone(zone)) = (row.get("made_at")?, row.get("zone")?);
    let instant = |name| row.get::<_, Option<Millis>>(name).map(|at| at.map(|Millis(at)| at));
    let time = if let (Some(start), Some(end)) = (instant("start_at")?, instant("end_at")?) {
        let (Slots(slots), Parties(with)) = (row.get("slots")?, row.get("parties")?);
        WishTime::At { start, end, slots, with, place: row.get("place")? }
    } else {
        let (Millis(from), Millis(until)) = (row.get("earlier_from")?, row.get("earlier_until")?);
        WishTime::Earlier { from, until }
    };
    let replaces: Option<Id> = row.get("replaces")?;
    let answered = match (instant("rests_since")?, instant("answered_at")?) {
        (Some(at), _) => Some((WishAnswer::TakenBack, at)),
        (None, Some(at)) => Some((answer(row)?, at)),
        (None, None) => None,
    };
    Ok(Wish {
        id: row.get("record")?,
        kind: row.get("kind")?,
        time,
        replaces: replaces.zip(instant("replaces_start")?),
        words: row.get("words")?,
        made,
        zone,
        answer: answered,
    })
}

fn answer(row: &Row<'_>) -> rusqlite::Result<WishAnswer> {
    let start = || row.get("answer_start").map(|Millis(at)| at);
    let end = || row.get::<_, Option<Millis>>("answer_end").map(|at| at.map(|Millis(at)| at));
    let declined = |gone| Ok(WishAnswer::Declined { said: row.get("answer_words")?, gone });
    match row.get_ref("answer")?.as_str()? {
        "offered" => Ok(WishAnswer::Offered { start: start()?, end: end()? }),
        "accepted" => Ok(WishAnswer::Accepted { start: start()?, end: end()? }),
        "confirmed" => Ok(WishAnswer::Confirmed { visit: row.get("answer_visit")?, start: start()? }),
        "declined" => declined(false),
        "gone" => declined(true),
        "taken-back" => Ok(WishAnswer::TakenBack),
        "lapsed" => Ok(WishAnswer::Lapsed),
        _ => Err(FromSqlError::InvalidType.into()),
    }
}

fn cancellation(row: &Row<'_>) -> rusqlite::Result<Cancellation> {
    let Millis(made) = row.get("made_at")?;
    Ok(Cancellation {
        visit: row.get("visit")?,
        start: row.get::<_, Option<Millis>>("start_at")?.map(|Millis(at)| at),
        reason: row.get("reason")?,
        made,
        done: row.get("done")?,
    })
}

pub(super) struct Slots(pub(super) Vec<Id>);

impl FromSql for Slots {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

struct Parties(Vec<Party>);

impl FromSql for Parties {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

pub(super) fn list<T: serde::Serialize>(items: &[T]) -> Result<String, StoreError> {
    serde_json::to_string(items).map_err(|_| StoreError::bug("a list of ids has no form"))
}
