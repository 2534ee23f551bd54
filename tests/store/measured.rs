//! What was measured comes back oldest first, from an instant on, with the zone each number was given in.

use crate::given::{at, check_in, store};
use cairn::care::CheckIn;
use chrono_tz::Asia::Tokyo;

#[test]
fn numbers_come_back_from_an_instant_on_with_their_zones() {
    let given = store();
    let all = [check_in("a", 0), CheckIn { zone: Tokyo, ..check_in("b", 5) }, check_in("c", 9)];
    for one in [&all[2], &all[0], &all[1]] {
        given.store.write(|tx| tx.save_check_in(one)).unwrap();
    }
    let rated = given.store.read(|reader| reader.rated(at(5))).unwrap();
    let found: Vec<_> = rated.iter().map(|one| (one.at, one.zone, one.mood, one.anxiety)).collect();
    let wanted: Vec<_> = all[1..].iter().map(|one| (one.at, one.zone, one.mood, one.anxiety)).collect();
    assert_eq!(found, wanted);
    assert_eq!(given.store.read(|reader| reader.newest_rated()).unwrap(), rated.last().copied());
}

#[test]
fn an_empty_store_has_nothing_measured() {
    let given = store();
    assert!(given.store.read(|reader| reader.rated(at(0))).unwrap().is_empty());
    assert!(given.store.read(|reader| reader.scored()).unwrap().is_empty());
    assert_eq!(given.store.read(|reader| reader.newest_rated()).unwrap(), None);
}
