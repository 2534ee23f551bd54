//! kill -9 while messages are written and sent off: no letter that was said to be saved is lost, and no message is there
//! without its request, nor a request without its message.

use crate::{
    given::{id, open, owner},
    killing::{child, run_and_kill},
    messages::{draft, message, send},
};
use cairn::care::Private;
use rand::Rng;
use std::{path::Path, time::Duration};

const PATH: &str = "CAIRN_TEST_KILL_MESSAGE_PATH";
/// Set: message and request are written one after the other, as a control.
const APART: &str = "CAIRN_TEST_KILL_MESSAGE_APART";
const KILLS: usize = 100;
/// So many letters make a message.
const LETTERS: usize = 5;

/// The child: writes and sends until it is killed, and says what is saved once the store has said `Ok`.
#[test]
#[ignore = "started by the tests beside it, which kill it"]
fn write_and_send_until_killed() {
    let Ok(path) = std::env::var(PATH) else { return };
    let apart = std::env::var(APART).is_ok();
    let store = open(Path::new(&path)).unwrap();
    store.write(|tx| tx.bind(&owner("p1"))).unwrap();
    let first = written(&store);
    for letters in first + 1..first + 5000 {
        if letters % LETTERS > 0 {
            let words = "x".repeat(letters % LETTERS);
            let name = format!("m{}", letters.next_multiple_of(LETTERS));
            store.write(|tx| tx.save_message_draft(&draft(&name, None, &words))).unwrap();
        } else if apart {
            let name = format!("m{letters}");
            store
                .write(|tx| {
                    tx.save_message(&message(&name, &name))?;
                    tx.remove_message_draft(&id(&name))
                })
                .unwrap();
            std::thread::sleep(Duration::from_millis(4));
            store.write(|tx| tx.enqueue(&crate::given::outgoing(&name))).unwrap();
        } else {
            store.write(|tx| send(tx, &format!("m{letters}"), &format!("m{letters}"))).unwrap();
        }
        println!("\nsaved {letters}");
    }
}

/// How many letters were written, as messages and as a draft.
fn written(store: &cairn::store::Store) -> usize {
    let (sent, begun) = store.read(|r| Ok((r.messages()?, r.message_drafts()?))).unwrap();
    sent.len() * LETTERS + begun.iter().map(|begun| begun.words.reveal().len()).sum::<usize>()
}

/// Lets the child write on `path` for a moment and kills it: the letters it said were saved, those that are there, and
/// whether each message has its request.
fn write_and_kill(path: &Path, apart: bool) -> (usize, usize, bool) {
    let mut command = child("kill_messages::write_and_send_until_killed");
    command.env(PATH, path);
    if apart {
        command.env(APART, "yes");
    }
    let after = Duration::from_micros(rand::rng().random_range(0..40_000));
    let said = run_and_kill(&mut command, |said| said.contains("saved"), after);
    let last = said.lines().filter_map(|line| line.strip_prefix("saved ")?.parse().ok()).max();
    let store = open(path).unwrap();
    let (sent, queue) = store.read(|r| Ok((r.messages()?, r.queue(usize::MAX)?))).unwrap();
    let mut messages: Vec<_> = sent.into_iter().map(|one| one.id).collect();
    let mut requests: Vec<_> = queue.into_iter().map(|row| row.record).collect();
    messages.sort();
    requests.sort();
    (last.unwrap_or(0), written(&store), messages == requests)
}

#[test]
fn nothing_is_lost_and_nothing_is_alone_after_a_hundred_kills() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut before = 0;
    for kill in 0..KILLS {
        let (said, there, together) = write_and_kill(&path, false);
        assert!(there >= said && there >= before, "kill {kill}: {said} said, {before} before, {there} there");
        assert!(together, "kill {kill}: a message without its request, or the other way round");
        before = there;
    }
    assert!(before >= 2 * KILLS, "only {before} letters: the kills came too early to mean anything");
    let sent = open(&path).unwrap().read(|r| r.messages()).unwrap();
    assert!(sent.iter().all(|one| one.words == Private::new(format!("may I eat before {}?", one.id))));
    assert!(sent.iter().any(|one| one.id != id("m5")), "many were sent");
}

/// The control: written one after the other, the same kills leave a message that nobody will ever send.
#[test]
fn apart_the_same_kills_leave_one_alone() {
    let alone = (0..60).any(|_| {
        let folder = tempfile::tempdir().unwrap();
        let (_, _, together) = write_and_kill(&folder.path().join("store.db"), true);
        !together
    });
    assert!(alone, "no kill was seen to part them, so the look proves nothing");
}
