//! What `SQLite` means to do for a search: no sort, and no words of pages that are not shown.

use super::{Shape, asked, by_time, by_words, looked_for, named};
use crate::{
    care::{
        Id,
        journal::{
            Thread,
            search::{Days, Filters, Kind, MoodRange, Query},
        },
    },
    store::{Store, StoreKey},
};
use chrono::NaiveDate;

/// Everything that can be asked at once.
fn everything() -> Filters {
    Filters {
        visit: Some(Id::new("visit").unwrap()),
        thread: Some(Thread::After),
        kind: Some(Kind::Photo),
        mood: Some(MoodRange { low: 0, high: 3 }),
        shared: true,
        days: Some(Days::only(NaiveDate::MIN)),
    }
}

/// How `SQLite` means to go about it, a step a line.
fn plan(sql: &str, query: Option<&str>) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), &StoreKey::from_bytes([7; 32])).unwrap();
    let mut given = asked(&everything());
    given.push((":limit", 1.into()));
    if let Some(typed) = query {
        let query = Query::read(typed);
        given.extend([(":least", 0.into()), (":most", 9.into())]);
        given.extend(looked_for(&query, Shape::of(&query)));
    } else {
        given.extend([(":at", 0.into()), (":place", 0.into()), (":around", 9.into())]);
    }
    let explain = format!("EXPLAIN QUERY PLAN {sql}");
    store.read(|reader| reader.all(&explain, &*named(&given), |row| row.get("detail"))).unwrap()
}

#[test]
fn with_words_the_index_is_walked_and_each_page_is_looked_up_by_its_number() {
    for typed in ["calm", "calm sea", "海", "-calm"] {
        let plan = plan(&by_words(Shape::of(&Query::read(typed)), &everything(), false), Some(typed));
        assert!(plan[0].starts_with("SCAN journal_search VIRTUAL TABLE INDEX"), "{plan:?}");
        let rest =
            ["SEARCH p USING INTEGER PRIMARY KEY (rowid=?)", "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"];
        assert_eq!(plan[1..], rest, "{typed}");
    }
}

#[test]
fn without_words_one_index_answers_all_that_can_be_asked() {
    let plan = plan(&by_time(&everything()), None);
    assert!(plan[0].starts_with("SEARCH p USING COVERING INDEX journal_searched_by_time"), "{plan:?}");
    assert_eq!(plan[1], "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)");
    assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
}

#[test]
fn a_list_in_another_order_would_be_sorted() {
    // The control: what the test above looks for is there to be found.
    let sorted = by_time(&everything()).replace("ORDER BY p.at DESC, p.place DESC", "ORDER BY e.zone");
    assert!(plan(&sorted, None).iter().any(|step| step.contains("TEMP B-TREE FOR ORDER BY")));
}
