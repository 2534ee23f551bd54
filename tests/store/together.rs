//! Many at once: one writes at a time, every reader sees one moment, nobody waits without end.

use crate::given::{at, check_in, id, open, outgoing, store};
use cairn::store::{Store, StoreError};
use std::{
    process::Command,
    sync::{Barrier, mpsc},
    thread,
    time::Duration,
};

#[test]
fn a_store_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Store>();
}

#[test]
fn a_reader_sees_one_moment_while_others_write() {
    let given = store();
    given
        .store
        .read(|r| {
            assert_eq!(r.check_ins(None, 9)?, []);
            given.store.write(|tx| tx.save_check_in(&check_in("a", 0)))?;
            assert_eq!(r.check_ins(None, 9)?, [], "the moment is the one of the first look");
            Ok(())
        })
        .unwrap();
    assert_eq!(given.store.read(|r| r.check_ins(None, 9)).unwrap().len(), 1);
}

#[test]
fn a_reader_does_not_wait_for_the_writer_and_sees_only_what_is_committed() {
    let given = store();
    let (go_on, told) = mpsc::channel();
    let writing = given.store.clone();
    let (started, wait) = mpsc::channel();
    let writer = thread::spawn(move || {
        writing.write(|tx| {
            tx.save_check_in(&check_in("a", 0))?;
            started.send(()).unwrap();
            told.recv_timeout(Duration::from_secs(30)).unwrap();
            Ok(())
        })
    });
    wait.recv().unwrap();
    assert_eq!(given.store.read(|r| r.check_ins(None, 9)).unwrap(), []);
    go_on.send(()).unwrap();
    writer.join().unwrap().unwrap();
    assert_eq!(given.store.read(|r| r.check_ins(None, 9)).unwrap().len(), 1);
}

#[test]
fn an_error_undoes_the_whole_transaction() {
    let given = store();
    let refused = given.store.write(|tx| {
        tx.save_check_in(&check_in("a", 0))?;
        tx.enqueue(&outgoing("a"))?;
        tx.enqueue(&outgoing("a"))
    });
    assert!(matches!(refused, Err(StoreError::Bug(_))), "{refused:?}");
    given
        .store
        .read(|r| {
            assert_eq!(r.check_in(&id("a"))?, None);
            assert_eq!(r.ready(at(0), 9)?, []);
            Ok(())
        })
        .unwrap();
}

#[test]
fn many_threads_lose_nothing() {
    let given = store();
    thread::scope(|scope| {
        for thread in 0..4 {
            let store = given.store.clone();
            scope.spawn(move || {
                for number in 0..10 {
                    let name = format!("t{thread}n{number}");
                    let save = |tx: &cairn::store::Tx<'_>| {
                        tx.save_check_in(&check_in(&name, 0))?;
                        tx.enqueue(&outgoing(&name))
                    };
                    store.write(save).unwrap();
                    assert!(store.read(|r| r.delivery(&id(&name))).unwrap().is_some());
                }
            });
        }
    });
    let (records, rows) = given.store.read(|r| Ok((r.check_ins(None, 99)?, r.queue(99)?))).unwrap();
    assert_eq!((records.len(), rows.len()), (40, 40));
}

#[test]
fn the_same_file_opened_twice_is_the_same_store() {
    let given = store();
    let second = open(&given.path()).unwrap();
    second.write(|tx| tx.save_check_in(&check_in("a", 0))).unwrap();
    given.store.write(|tx| tx.save_check_in(&check_in("b", 0))).unwrap();
    assert_eq!(second.read(|r| r.check_ins(None, 9)).unwrap().len(), 2);
}

/// In a program of its own, for only the first connection of a program starts `SQLite`.
#[test]
#[ignore = "started by the test below, in a program of its own"]
fn eight_threads_open_their_first_store() {
    let together = Barrier::new(8);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let folder = tempfile::tempdir().unwrap();
                together.wait();
                open(&folder.path().join("store.db")).unwrap();
            });
        }
    });
}

#[test]
fn the_first_stores_of_a_program_may_be_opened_at_once() {
    for _ in 0..10 {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "together::eight_threads_open_their_first_store", "--ignored"])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}
