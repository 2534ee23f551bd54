//! The mirror holds the clinic's last word verbatim and says what changed.

use crate::given::{id, mirrored, store};
use cairn::store::{Mirrored, Was};
use chrono::TimeDelta;
use std::slice::from_ref;

#[test]
fn the_mirror_says_what_was_there_before() {
    let given = store();
    let first = mirrored("Appointment", "v", r#"{"status":"booked"}"#);
    let second =
        Mirrored { version: Some("2".into()), body: r#"{"status":"cancelled"}"#.into(), ..first.clone() };
    given
        .store
        .write(|tx| {
            assert_eq!(tx.mirror(&first)?, Was::New);
            assert_eq!(tx.mirror(&first)?, Was::Same);
            assert_eq!(tx.mirror(&second)?, Was::Changed(first.clone()));
            assert_eq!(tx.mirrored_one("Appointment", &first.id)?, Some(second.clone()));
            assert_eq!(tx.mirror(&mirrored("CarePlan", "v", "{}"))?, Was::New, "the same id of another type");
            assert_eq!(tx.unmirror("Appointment", &first.id)?, Some(second));
            assert_eq!(tx.unmirror("Appointment", &first.id)?, None);
            assert_eq!(tx.mirrored("CarePlan")?.len(), 1);
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_instant_finer_than_a_millisecond_is_no_change() {
    let given = store();
    let coarse = mirrored("Task", "t", "{}");
    let fine =
        Mirrored { updated: coarse.updated.map(|at| at + TimeDelta::microseconds(999)), ..coarse.clone() };
    given
        .store
        .write(|tx| {
            assert_eq!(tx.mirror(&fine)?, Was::New);
            assert_eq!(tx.mirror(&fine)?, Was::Same);
            assert_eq!(tx.mirrored("Task")?, [coarse]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_body_is_kept_verbatim_whatever_it_is() {
    let given = store();
    let bodies = [" {\"a\" : 1.0e0,\r\n\t\"a\":2}", "<html>", "", "\u{1f9ed}\0é"];
    given
        .store
        .write(|tx| {
            for (number, body) in bodies.iter().enumerate() {
                tx.mirror(&mirrored("Basic", &number.to_string(), body))?;
            }
            let kept: Vec<String> = tx.mirrored("Basic")?.into_iter().map(|one| one.body).collect();
            assert_eq!(kept, bodies);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_cannot_be_read_is_listed_until_it_can() {
    let given = store();
    let readable = mirrored("Appointment", "v", "{}");
    let unreadable =
        Mirrored { problem: Some("Appointment.start: not an instant".into()), ..readable.clone() };
    given
        .store
        .write(|tx| {
            tx.mirror(&readable)?;
            tx.mirror(&mirrored("CarePlan", "p", "{}"))?;
            assert_eq!(tx.mirror(&unreadable)?, Was::Changed(readable.clone()));
            assert_eq!(tx.problems()?, from_ref(&unreadable));
            assert_eq!(tx.mirrored("Appointment")?, from_ref(&unreadable), "never the earlier one");
            assert_eq!(tx.mirror(&readable)?, Was::Changed(unreadable));
            assert_eq!(tx.problems()?, []);
            Ok(())
        })
        .unwrap();
}

#[test]
fn ids_and_versions_of_a_type_are_listed() {
    let given = store();
    let unversioned = Mirrored { version: None, updated: None, ..mirrored("Appointment", "b", "{}") };
    given
        .store
        .write(|tx| {
            tx.mirror(&unversioned)?;
            tx.mirror(&mirrored("Appointment", "a", "{}"))?;
            tx.mirror(&mirrored("CarePlan", "c", "{}"))?;
            assert_eq!(tx.mirrored_ids("Appointment")?, [(id("a"), Some("1".into())), (id("b"), None)]);
            assert_eq!(tx.mirrored_one("Appointment", &id("b"))?, Some(unversioned));
            Ok(())
        })
        .unwrap();
}

#[test]
fn debug_shows_no_body() {
    let shown = format!("{:?}", Was::Changed(mirrored("Task", "t", "canary")));
    assert!(shown.contains("Task") && !shown.contains("canary"), "{shown}");
}
