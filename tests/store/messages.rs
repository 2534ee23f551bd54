//! Messages in the store: what was sent off, what is being written, and what was read, each where it belongs.

use crate::given::{at, id, open, outgoing, store};
use cairn::care::{
    Delivery, Private,
    message::{Draft, Mine},
};
use cairn::store::{Outgoing, StoreError, Tx};

pub(crate) fn message(name: &str, thread: &str) -> Mine {
    Mine {
        id: id(name),
        thread: id(thread),
        answers: Some(id("from-them")),
        at: at(7),
        zone: chrono_tz::America::Sao_Paulo,
        words: Private::new(format!("may I eat before {name}?")),
        recipient: Some("Cedar House".into()),
        shared: Some(id("page")),
    }
}

pub(crate) fn draft(name: &str, thread: Option<&str>, words: &str) -> Draft {
    Draft { id: id(name), thread: thread.map(id), changed: at(8), words: Private::new(words), shared: None }
}

fn request(name: &str) -> Outgoing {
    Outgoing { kind: "Communication".into(), path: format!("Communication/{name}"), ..outgoing(name) }
}

/// As the app sends a draft off: all of it, or none.
pub(crate) fn send(tx: &Tx<'_>, name: &str, thread: &str) -> Result<(), StoreError> {
    tx.save_message(&message(name, thread))?;
    tx.remove_message_draft(&id(name))?;
    tx.enqueue(&request(name))
}

#[test]
fn what_was_sent_off_comes_back_in_its_order() {
    let given = store();
    // A clock that jumped back does not turn the order around.
    let late = Mine { at: at(-9), answers: None, recipient: None, shared: None, ..message("b", "a") };
    given
        .store
        .write(|tx| tx.save_message(&message("a", "a")).and_then(|()| tx.save_message(&late)))
        .unwrap();
    let path = given.path();
    let folder = given.close();
    let store = open(&path).unwrap();
    assert_eq!(store.read(|r| r.messages()).unwrap(), [message("a", "a"), late.clone()]);
    assert_eq!(store.read(|r| r.message(&id("b"))).unwrap(), Some(late));
    assert!(store.write(|tx| tx.save_message(&message("a", "a"))).is_err(), "one id is one message");
    drop(folder);
}

#[test]
fn each_draft_is_known_by_itself_whatever_its_thread() {
    let given = store();
    let drafts = || given.store.read(|r| r.message_drafts()).unwrap();
    let keep = |draft: &Draft| given.store.write(|tx| tx.save_message_draft(draft)).unwrap();
    keep(&draft("new", None, "what do I bring"));
    keep(&draft("more", Some("a"), "and then"));
    keep(&draft("more", Some("a"), "and then what"));
    keep(&Draft { changed: at(9), ..draft("other", Some("a"), "something else") });
    assert_eq!(drafts().iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["other", "new", "more"]);
    let one = |name: &str| given.store.read(|r| r.message_draft(&id(name))).unwrap();
    assert_eq!(one("new"), Some(draft("new", None, "what do I bring")));
    assert_eq!(one("more"), Some(draft("more", Some("a"), "and then what")));
    assert_eq!(one("a"), None);
    // Wiped clean, nothing is kept of it; with something that goes along it is.
    keep(&draft("new", None, ""));
    assert_eq!(one("new"), None);
    keep(&Draft { shared: Some(id("page")), ..draft("new", None, "") });
    assert!(one("new").is_some());
    assert!(given.store.write(|tx| tx.remove_message_draft(&id("new"))).unwrap());
    assert!(!given.store.write(|tx| tx.remove_message_draft(&id("new"))).unwrap());
    assert_eq!(drafts().len(), 2);
}

#[test]
fn message_and_request_are_there_together_or_not_at_all() {
    let given = store();
    given.store.write(|tx| tx.save_message_draft(&draft("c", Some("a"), "half"))).unwrap();
    given.store.write(|tx| tx.enqueue(&request("b"))).unwrap();
    // The request cannot be queued: the message is not there either, and what was written is.
    assert!(given.store.write(|tx| send(tx, "b", "a")).is_err());
    let (sent, begun) = given.store.read(|r| Ok((r.messages()?, r.message_drafts()?))).unwrap();
    assert_eq!((sent, begun.len()), (Vec::new(), 1));
    given.store.write(|tx| send(tx, "c", "a")).unwrap();
    let (sent, begun) = given.store.read(|r| Ok((r.messages()?, r.message_drafts()?))).unwrap();
    assert_eq!((sent.len(), begun.len()), (1, 0));
    assert_eq!(given.store.read(|r| r.delivery(&id("c"))).unwrap(), Some(Delivery::OnThisPhone));
}

#[test]
fn what_was_read_stays_read_and_is_noted_once() {
    let given = store();
    assert!(given.store.write(|tx| tx.see_message(&id("from-them"), at(1))).unwrap());
    assert!(!given.store.write(|tx| tx.see_message(&id("from-them"), at(2))).unwrap());
    assert_eq!(given.store.read(|r| r.messages_seen()).unwrap(), [id("from-them")].into());
}

#[test]
fn debug_shows_no_word_of_a_message() {
    for shown in [format!("{:?}", message("a", "a")), format!("{:?}", draft("d", None, "may I eat"))] {
        assert!(!shown.contains("may I eat") && shown.contains("Private"), "{shown}");
    }
}
