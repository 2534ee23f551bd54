//! Turning the pages of a search shows each page once, whatever is written or taken away meanwhile.

use crate::{
    find::{by, entry},
    given::{Given, at, id, store},
};
use cairn::care::{
    Id, Score,
    journal::{
        Entry,
        search::{Filters, MoodRange, Query},
    },
};

/// Every id that turning the pages shows, with pages begun and taken away between any two looks.
fn turned(given: &Given, typed: &str, filters: &Filters) -> Vec<Id> {
    let query = Query::read(typed);
    let (mut seen, mut after, mut number) = (Vec::new(), None, 0);
    loop {
        let (found, on) = given.store.read(|reader| reader.find(&query, filters, after, 7)).unwrap();
        seen.extend(found.into_iter().map(|page| page.id));
        number += 1;
        given
            .store
            .write(|tx| {
                tx.save_entry(&Entry {
                    mood: Score::new(5).ok(),
                    ..entry(&format!("new-{number}"), 10_000 + number, "calm")
                })?;
                tx.remove_entry(seen.last().unwrap(), at(20_000)).map(drop)
            })
            .unwrap();
        after = on;
        if after.is_none() {
            return seen;
        }
    }
}

#[test]
fn turning_the_pages_shows_each_once_whatever_is_written_meanwhile() {
    for (typed, filters) in [
        ("calm", Filters::default()),
        ("", Filters::default()),
        ("", by(|filters| filters.mood = Some(MoodRange { low: 5, high: 5 }))),
        ("ca", by(|filters| filters.mood = Some(MoodRange { low: 5, high: 5 }))),
    ] {
        let given = store();
        given
            .store
            .write(|tx| {
                for number in 0..50 {
                    // Several pages share an instant.
                    let page = entry(&format!("page-{number:02}"), number / 3, "calm");
                    tx.save_entry(&Entry { mood: Score::new(5).ok(), ..page })?;
                }
                Ok(())
            })
            .unwrap();
        let expected: Vec<_> = (0..50).rev().map(|number| id(format!("page-{number:02}"))).collect();
        assert_eq!(turned(&given, typed, &filters), expected, "{typed:?} {filters:?}");
    }
}
