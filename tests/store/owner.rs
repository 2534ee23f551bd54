//! A store has one owner for ever, and remembers small things for it.

use crate::given::{at, check_in, key, open, outgoing, owner, store};
use cairn::store::{Handling, Owner, Store, StoreError};

#[test]
fn a_store_belongs_to_one_patient_of_one_clinic_for_ever() {
    let given = store();
    given.store.write(|tx| tx.bind(&owner("p1"))).unwrap();
    let elsewhere = Owner { issuer: "https://other.example/fhir".into(), ..owner("p1") };
    for other in [owner("p2"), elsewhere] {
        let refused = given.store.write(|tx| {
            tx.save_check_in(&check_in("a", 0))?;
            tx.bind(&other)
        });
        assert!(matches!(refused, Err(StoreError::OtherOwner)), "{refused:?}");
        assert_eq!(refused.unwrap_err().handling(), Handling::TellPatient);
    }
    let folder = given.close();
    let again = open(&folder.path().join("store.db")).unwrap();
    assert_eq!(again.read(|r| r.owner()).unwrap(), Some(owner("p1")));
    assert_eq!(again.read(|r| r.check_ins(None, 1)).unwrap(), [], "the refused transaction left nothing");
}

#[test]
fn nothing_is_queued_before_it_is_known_whose_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("store.db"), &key()).unwrap();
    assert_eq!(store.read(|r| r.owner()).unwrap(), None);
    let refused = store.write(|tx| tx.enqueue(&outgoing("a")));
    assert!(matches!(refused, Err(StoreError::NoOwner)), "{refused:?}");

    store.write(|tx| tx.bind(&owner("p1")).and_then(|()| tx.enqueue(&outgoing("a")))).unwrap();
    assert_eq!(store.read(|r| r.ready(at(0), 9)).unwrap().len(), 1);
}

#[test]
fn settings_watermarks_and_cursors_are_remembered_apart() {
    let given = store();
    given
        .store
        .write(|tx| {
            tx.set("language", "en")?;
            tx.set("language", "es")?;
            tx.set_watermark("Appointment", at(1))?;
            tx.set_watermark("Appointment", at(2))?;
            tx.set_cursor("Appointment", Some("page 2"))?;
            tx.set_cursor("CarePlan", Some("page 9"))?;
            tx.set_cursor("CarePlan", None)
        })
        .unwrap();
    let folder = given.close();
    let again = open(&folder.path().join("store.db")).unwrap();
    again
        .read(|r| {
            assert_eq!(r.get("language")?.as_deref(), Some("es"));
            assert_eq!(r.get("last pull")?, None);
            assert_eq!(r.watermark("Appointment")?, Some(at(2)));
            assert_eq!(r.cursor("Appointment")?.as_deref(), Some("page 2"));
            assert_eq!(r.watermark("CarePlan")?, None);
            assert_eq!(r.cursor("CarePlan")?, None);
            assert_eq!((r.watermark("Task")?, r.cursor("Task")?), (None, None));
            Ok(())
        })
        .unwrap();
}
