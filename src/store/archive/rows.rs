//! A row of a table as one line of JSON, and back: integers, texts and nothing, as the column holds them.

use super::{ArchiveError, error::inserting, tables::LEFT_OUT};
use crate::store::StoreError;
use rusqlite::{
    Connection, Row, params_from_iter,
    types::{Value as Sql, ValueRef},
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

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
        let row: Map<String, Value> = serde_json::from_slice(line).map_err(|_| ArchiveError::Damaged)?;
        let (table, known) = self.columns.get_key_value(table).ok_or(ArchiveError::Damaged)?;
        let mut names = Vec::with_capacity(row.len());
        let mut values = Vec::with_capacity(row.len());
        for (name, value) in row {
            let column = known.iter().find(|column| **column == name).ok_or(ArchiveError::Damaged)?;
            names.push(column.as_str());
            values.push(match value {
                Value::Null => Sql::Null,
                Value::Number(number) => Sql::Integer(number.as_i64().ok_or(ArchiveError::Damaged)?),
                Value::String(text) => Sql::Text(text),
                _ => return Err(ArchiveError::Damaged),
            });
        }
        if names.is_empty() {
            return Err(ArchiveError::Damaged);
        }
        let gaps = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({gaps})", names.join(", "));
        let mut insert = self.conn.prepare_cached(&sql).map_err(StoreError::from)?;
        insert.execute(params_from_iter(values)).map_err(inserting)?;
        Ok(())
    }
}
