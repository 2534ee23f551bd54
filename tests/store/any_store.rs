//! A store with rows in every table, made from its own schema: a table that comes later is filled without a word here.

use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use rusqlite::{Connection, params_from_iter, types::Value};
use std::collections::BTreeMap;

/// The rows of each table, in an order of their own. The search index, which follows from them, is left out, and so is
/// what no archive holds.
pub(crate) fn dump(conn: &Connection) -> BTreeMap<String, Vec<String>> {
    let tables = tables(conn);
    let rows = |table: &String| {
        let mut all = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let count = all.column_count();
        let cursor = all.column_names().into_iter().position(|name| table == "pull" && name == "cursor");
        let row = |row: &rusqlite::Row<'_>| {
            let cells = (0..count).filter(|at| Some(*at) != cursor).map(|at| row.get::<_, Value>(at));
            Ok(format!("{:?}", cells.collect::<Result<Vec<_>, _>>()?))
        };
        let mut rows: Vec<String> = all.query_map([], row).unwrap().map(Result::unwrap).collect();
        rows.sort();
        rows
    };
    tables.iter().map(|table| (table.clone(), rows(table))).collect()
}

fn tables(conn: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal_search%'
               AND name NOT LIKE 'sqlite%' AND name NOT IN ('schedule', 'slot', 'slot_walk') ORDER BY rowid";
    conn.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

struct Column {
    name: String,
    kind: String,
    needed: bool,
    /// The table and the column it refers to.
    refers: Option<(String, String)>,
}

/// Puts `count` rows into every table but that of the owner, each with values of the right types, drawn anew until they
/// keep the schema's rules.
pub(crate) fn fill(conn: &Connection, seed: u64, count: usize) {
    // One transaction: a row that breaks a rule leaves the others, and the disk is waited for once.
    conn.execute_batch("PRAGMA foreign_keys = ON; BEGIN").unwrap();
    let mut random = StdRng::seed_from_u64(seed);
    for table in tables(conn).iter().filter(|table| *table != "owner") {
        let columns = columns(conn, table);
        for _ in 0..count {
            let tried = (0..5000).find(|_| insert(conn, table, &columns, &mut random));
            assert!(tried.is_some(), "no row of {table} keeps the rules");
        }
    }
    conn.execute_batch("COMMIT").unwrap();
}

fn insert(conn: &Connection, table: &str, columns: &[Column], random: &mut StdRng) -> bool {
    let values: Vec<Value> = columns.iter().map(|column| value(conn, column, random)).collect();
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let gaps = vec!["?"; names.len()].join(", ");
    let sql = format!("INSERT INTO {table} ({}) VALUES ({gaps})", names.join(", "));
    conn.execute(&sql, params_from_iter(values)).is_ok()
}

fn columns(conn: &Connection, table: &str) -> Vec<Column> {
    let sql = "SELECT name, type, \"notnull\",
                   (SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = name),
                   (SELECT \"to\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = name)
               FROM pragma_table_info(?1)";
    let mut all = conn.prepare(sql).unwrap();
    let column = |row: &rusqlite::Row<'_>| {
        let to: Option<String> = row.get(3)?;
        Ok(Column { name: row.get(0)?, kind: row.get(1)?, needed: row.get(2)?, refers: to.zip(row.get(4)?) })
    };
    all.query_map([table], column).unwrap().map(Result::unwrap).collect()
}

fn value(conn: &Connection, column: &Column, random: &mut StdRng) -> Value {
    if let Some((table, to)) = &column.refers {
        let sql = format!("SELECT {to} FROM {table} ORDER BY random() LIMIT 1");
        return conn.query_row(&sql, [], |row| row.get(0)).unwrap();
    }
    if !column.needed && random.random_bool(0.5) {
        return Value::Null;
    }
    match column.kind.as_str() {
        "INTEGER" => {
            let ranges = [0..2, 0..11, 0..1000, 0..i64::MAX, i64::MIN..0];
            let range = ranges.choose(random).unwrap().clone();
            Value::Integer(random.random_range(range))
        }
        "BLOB" => {
            let mut bytes = vec![0; random.random_range(0..3000)];
            random.fill(&mut bytes[..]);
            Value::Blob(bytes)
        }
        // An id may be one, and nothing else may: ids become names in an archive.
        _ if matches!(column.name.as_str(), "id" | "patient") => {
            Value::Text((0..20).map(|_| char::from(random.random_range(b'a'..=b'z'))).collect())
        }
        _ => Value::Text(words(random)),
    }
}

fn words(random: &mut StdRng) -> String {
    const SOME: [&str; 12] = [
        "word",
        "né",
        "e\u{301}",
        "\"quoted\"",
        "'; DROP TABLE check_in; --",
        "\n",
        "\u{0}",
        "😀👩‍👩‍👧",
        "שלום",
        "مرحبا",
        "\\u0000",
        "{\"a\":[1,2.50]}",
    ];
    let most = if random.random_bool(0.05) { 40_000 } else { 12 };
    let count = random.random_range(0..most);
    let mut said: String = (0..count).map(|_| *SOME.choose(random).unwrap()).collect();
    said.push_str(&random.random::<u32>().to_string());
    said
}
