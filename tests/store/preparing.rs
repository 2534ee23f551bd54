//! Ticks, own things to do, acknowledgements and intentions are kept, followed by newer ones, and found again.

use crate::given::{at, id, open, outgoing, store};
use cairn::care::{
    Intention, ItemKey, MedicineRecord, OwnItem, Private, Tick,
    preparation::{Acknowledged, Shown},
};
use cairn::store::Outgoing;

pub(crate) fn tick(plan: Option<&str>, item: &str, done: bool) -> Tick {
    let key = ItemKey { plan: plan.map(id), item: item.to_owned() };
    let record = id(format!("tick-{}-{}", plan.unwrap_or("alone"), item.replace('|', ".")));
    Tick { key, record, done, changed_at: at(1) }
}

pub(crate) fn own_item(name: &str) -> OwnItem {
    OwnItem { id: id(name), title: Private::new("feed the cat"), made_at: at(2), done_at: None }
}

pub(crate) fn read(name: &str, version: Option<&str>, digest: &str) -> Acknowledged {
    let shown = Shown {
        record: MedicineRecord::Request,
        line: id("line"),
        version: version.map(str::to_owned),
        digest: digest.to_owned(),
    };
    Acknowledged { record: id(name), shown, at: at(3) }
}

pub(crate) fn intention(name: &str) -> Intention {
    Intention { id: id(name), at: at(4), words: Private::new("to breathe") }
}

#[test]
fn everything_is_still_there_after_a_restart() {
    let given = store();
    let (in_plan, alone) = (tick(Some("plan"), "code|driver", true), tick(None, "driver", false));
    let done = OwnItem { done_at: Some(at(9)), ..own_item("b") };
    given
        .store
        .write(|tx| {
            tx.save_tick(&in_plan)?;
            tx.save_tick(&alone)?;
            tx.save_own_item(&own_item("a"))?;
            tx.save_own_item(&done)?;
            tx.save_acknowledgement(&read("r", None, "x"))?;
            tx.save_intention(&intention("i"))
        })
        .unwrap();
    let folder = given.close();
    let again = open(&folder.path().join("store.db")).unwrap();
    again
        .read(|r| {
            assert_eq!(r.ticks()?.len(), 2);
            assert_eq!(r.tick(&in_plan.key)?, Some(in_plan.clone()));
            assert_eq!(r.tick(&alone.key)?, Some(alone.clone()));
            assert_eq!(r.own_items()?, [own_item("a"), done.clone()]);
            assert_eq!(r.acknowledgement(MedicineRecord::Request, &id("line"))?, Some(read("r", None, "x")));
            assert_eq!(r.acknowledgement(MedicineRecord::Statement, &id("line"))?, None);
            assert_eq!(r.intentions()?, [intention("i")]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_tick_replaces_the_one_on_the_same_thing_and_no_other() {
    let given = store();
    let (one, other) = (tick(Some("plan"), "a", true), tick(Some("other"), "a", true));
    let changed = Tick { done: false, changed_at: at(8), ..one.clone() };
    given
        .store
        .write(|tx| {
            tx.save_tick(&one)?;
            tx.save_tick(&other)?;
            tx.save_tick(&changed)
        })
        .unwrap();
    assert_eq!(given.store.read(|r| r.tick(&one.key)).unwrap(), Some(changed));
    given.store.write(|tx| tx.remove_tick(&one.key)).unwrap();
    assert_eq!(given.store.read(|r| r.ticks()).unwrap(), [other]);
}

#[test]
fn what_is_removed_is_handed_back_once() {
    let given = store();
    given.store.write(|tx| tx.save_own_item(&own_item("a"))).unwrap();
    let remove = || given.store.write(|tx| tx.remove_own_item(&id("a"))).unwrap();
    assert_eq!(remove(), Some(own_item("a")));
    assert_eq!(remove(), None);
}

#[test]
fn the_newest_acknowledgement_and_intention_count_and_the_earlier_stay() {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.save_acknowledgement(&read("r1", Some("1"), "x"))?;
            tx.save_acknowledgement(&read("r2", Some("2"), "y"))?;
            tx.save_intention(&intention("i1"))?;
            tx.save_intention(&intention("i2"))
        })
        .unwrap();
    let newest = given.store.read(|r| r.acknowledgement(MedicineRecord::Request, &id("line"))).unwrap();
    assert_eq!(newest, Some(read("r2", Some("2"), "y")));
    assert_eq!(given.store.read(|r| r.intentions()).unwrap(), [intention("i2"), intention("i1")]);
}

#[test]
fn only_what_was_never_tried_gives_way_to_the_last_word() {
    let given = store();
    let said = |row: &str, body: &str| Outgoing { body: body.into(), ..outgoing(row) };
    let bodies = || -> Vec<String> {
        let ready = given.store.read(|r| r.ready(at(0), 10)).unwrap();
        ready.into_iter().map(|one| one.outgoing.body).collect()
    };
    let count = || given.store.read(|r| r.queue(10)).unwrap().len();
    given.store.write(|tx| tx.enqueue(&outgoing("other"))).unwrap();
    given.store.write(|tx| tx.enqueue_latest(&said("a", "yes"))).unwrap();
    given.store.write(|tx| tx.enqueue_latest(&said("a.2", "no"))).unwrap();
    assert_eq!(count(), 2);
    assert_eq!(bodies()[1], "no");

    given.store.write(|tx| tx.mark_tried(&id("a.2"), at(0))).unwrap();
    given.store.write(|tx| tx.enqueue_latest(&said("a.3", "yes again"))).unwrap();
    assert_eq!(count(), 3, "what was tried may be there, so it keeps its turn");
    given.store.write(|tx| tx.enqueue_latest(&said("a.4", "no again"))).unwrap();
    assert_eq!(count(), 3);
    given.store.write(|tx| tx.acknowledge(&id("a.2"), at(1), None)).unwrap();
    assert_eq!(bodies()[1], "no again");
}
