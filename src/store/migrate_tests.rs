//! Migrations run once, in order, whole or not at all.

use super::*;

const FIRST: &str = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1);";
const SECOND: &str = "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1;";

fn memory() -> Connection {
    super::super::open::start();
    Connection::open_in_memory().unwrap()
}

#[test]
fn each_step_runs_once_and_keeps_what_was_there() {
    let mut conn = memory();
    migrate(&mut conn, &[FIRST]).unwrap();
    migrate(&mut conn, &[FIRST]).unwrap();
    migrate(&mut conn, &[FIRST, SECOND]).unwrap();
    let rows: Vec<(i64, i64)> = conn
        .prepare("SELECT x, y FROM a")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(rows, [(1, 2)]);
    assert_eq!(schema_of(&conn).unwrap(), 2);
}

#[test]
fn a_step_that_fails_leaves_the_schema_before_all_of_them() {
    let mut conn = memory();
    migrate(&mut conn, &[FIRST]).unwrap();
    let broken = "DELETE FROM a; SELECT * FROM nowhere;";
    assert!(matches!(migrate(&mut conn, &[FIRST, SECOND, broken]), Err(StoreError::Bug(_))));
    assert_eq!(schema_of(&conn).unwrap(), 1);
    let kept: i64 = conn.query_row("SELECT count(*) FROM a WHERE x = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1);
    assert!(conn.prepare("SELECT y FROM a").is_err(), "the step before the broken one is gone too");
}

#[test]
fn a_schema_from_the_future_or_from_nowhere_is_refused() {
    for version in [2, -1] {
        let mut conn = memory();
        conn.pragma_update(None, "user_version", version).unwrap();
        let refused = migrate(&mut conn, &[FIRST]).unwrap_err();
        assert!(
            matches!(refused, StoreError::TooNew { found, known: 1 } if found == version),
            "{version}: {refused}"
        );
    }
}
