//! A row of a table as one line of JSON, and back: integers, texts and nothing, as the column holds them.

use super::{ArchiveError, error::inserting, tables::LEFT_OUT};
use crate::store::StoreError;
use rusqlite::{
    Connection, Row, params_from_iter,
    types::{Value as Sql, ValueRef},
};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, fmt};

/// The row of `table` as it stands in an archive.
pub(super) fn to_json(table: &str, row: &Row<'_>) -> Result<Map<String, Value>, ArchiveError> {
    let mut fields = Map::new();
    for (at, name) in row.as_ref().column_names().enumerate() {
        let left_out = LEFT_OUT.iter().any(|(of, column, _)| (*of, *column) == (table, name));
        let value = match row.get_ref(at).map_err(StoreError::from)? {
            _ if left_out => continue,
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => number.into(),
            ValueRef::Text(text) => {
                let text = std::str::from_utf8(text).map_err(|_| StoreError::Damaged)?;
                text.into()
            }
            ValueRef::Real(_) | ValueRef::Blob(_) => {
                return Err(StoreError::bug("an archive has no form for this column").into());
            }
        };
        fields.insert(name.to_owned(), value);
    }
    Ok(fields)
}

/// Puts rows into the tables of a store of the schema they follow.
pub(super) struct Inserter<'c> {
    conn: &'c Connection,
    /// The columns of each table, and with them the name of the table itself: nothing else ever becomes part of a
    /// statement.
    columns: BTreeMap<&'static str, Vec<String>>,
}

impl<'c> Inserter<'c> {
    pub(super) fn new(conn: &'c Connection, tables: &[&'static str]) -> Result<Self, ArchiveError> {
        let mut columns = BTreeMap::new();
        for table in tables {
            let names: Result<Vec<String>, _> = conn
                .prepare("SELECT name FROM pragma_table_info(?1)")
                .and_then(|mut all| all.query_map([table], |row| row.get(0))?.collect());
            columns.insert(*table, names.map_err(StoreError::from)?);
        }
        Ok(Self { conn, columns })
    }

    /// Puts one line into `table`.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] for a table or a column the schema does not have, and for what breaks its rules.
    pub(super) fn insert(&self, table: &str, line: &[u8]) -> Result<(), ArchiveError> {
        let (table, known) = self.columns.get_key_value(table).ok_or(ArchiveError::Damaged)?;
        let mut json = serde_json::Deserializer::from_slice(line);
        let row = RowOf(known).deserialize(&mut json).and_then(|row| json.end().map(|()| row));
        let row = row.map_err(|_| ArchiveError::Damaged)?;
        if row.is_empty() {
            return Err(ArchiveError::Damaged);
        }
        let (names, values): (Vec<&str>, Vec<Sql>) = row.into_iter().unzip();
        let gaps = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({gaps})", names.join(", "));
        let mut insert = self.conn.prepare_cached(&sql).map_err(StoreError::from)?;
        insert.execute(params_from_iter(values)).map_err(inserting)?;
        Ok(())
    }
}

/// Reads a row of a table with these columns. What is none of them, stands there twice or is no plain value is refused
/// where it begins: a line of many small things would take many times its length in memory.
struct RowOf<'c>(&'c [String]);

impl<'de, 'c> DeserializeSeed<'de> for RowOf<'c> {
    type Value = Vec<(&'c str, Sql)>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de, 'c> Visitor<'de> for RowOf<'c> {
    type Value = Vec<(&'c str, Sql)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let mut row: Self::Value = Vec::with_capacity(self.0.len());
        while let Some(name) = fields.next_key::<String>()? {
            let column = self.0.iter().find(|column| **column == name);
            let column = column.filter(|column| row.iter().all(|(known, _)| *known != column.as_str()));
            let column = column.ok_or_else(|| A::Error::custom("no such column, or twice"))?;
            row.push((column, fields.next_value_seed(Cell)?));
        }
        Ok(row)
    }
}

/// Reads nothing, a whole number or a text.
struct Cell;

impl<'de> DeserializeSeed<'de> for Cell {
    type Value = Sql;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Sql, D::Error> {
        from.deserialize_any(self)
    }
}

impl Visitor<'_> for Cell {
    type Value = Sql;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing, a whole number or a text")
    }

    fn visit_unit<E>(self) -> Result<Sql, E> {
        Ok(Sql::Null)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Sql, E> {
        Ok(Sql::Integer(number))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Sql, E> {
        i64::try_from(number).map(Sql::Integer).map_err(E::custom)
    }

    fn visit_str<E>(self, text: &str) -> Result<Sql, E> {
        Ok(Sql::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Sql, E> {
        Ok(Sql::Text(text))
    }
}
