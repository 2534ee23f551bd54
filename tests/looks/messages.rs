//! Messages with the clinic: none yet, threads in every state, one thread with all that can be known of a message, and the
//! page they are written on.

use crate::{
    samples::*,
    scenes::{Named, Scene, drawn},
};
use cairn::{
    app::read::*,
    care::{
        journal::share::{Shared, Standing},
        message::{Enclosed, Enclosure, FileKind, LONGEST, Said, State},
        *,
    },
    ui::{navigation::Screen, screens::*},
};
use dioxus::prelude::*;

const ANSWER: &str = "Yes, you can take it.\n\nCall us if your skin itches on the day.";

fn with(door: Door) -> MessageWith {
    MessageWith { clinic: Some("Cedar House".into()), door, no_answers: false }
}

fn thread(name: &str, title: Option<&str>, newest: Newest) -> ThreadLine {
    ThreadLine {
        id: id(name),
        title: title.map(Private::new),
        at: Some(local(2, 14, 2)),
        newest,
        unread: 0,
        draft: false,
    }
}

fn threads() -> Vec<ThreadLine> {
    let sent = Newest::Mine(State::Sent(local(2, 14, 3)));
    let refused = Newest::Mine(State::NeedsAttention(Refusal::NotAllowed));
    vec![
        ThreadLine { unread: 1, ..thread("new", Some(CANARY), Newest::Clinic) },
        ThreadLine { unread: 2, at: None, ..thread("odd", None, Newest::Clinic) },
        thread(
            "sent",
            Some("Can my sister wait in the room with me, or does she have to stay outside the whole time?"),
            sent,
        ),
        thread("waits", Some("Where do I park?"), Newest::Mine(State::Waiting)),
        thread("read", Some("Is there a lift?"), Newest::Mine(State::Read(Some(local(2, 15, 40))))),
        thread("refused", Some("May I bring a blanket?"), refused),
        ThreadLine { draft: true, ..thread("more", Some("What if I am late?"), Newest::Clinic) },
    ]
}

fn list(model: Messages) -> Scene {
    let page = move || {
        rsx! {
            MessagesPage { model: model.clone() }
        }
    };
    Scene::at(&[Screen::More, Screen::Messages], page)
}

fn me(name: &str, words: &str, state: State) -> MessageLine {
    let voice = Voice::Me { words: Private::new(words), state, shared: None, undo_until: None };
    MessageLine { id: id(name), at: Some(local(2, 14, 2)), voice }
}

fn them(name: &str, said: Said) -> MessageLine {
    MessageLine { id: id(name), at: Some(local(2, 15, 30)), voice: Voice::Clinic { said, seen: true } }
}

fn words(text: &str, more: bool) -> Said {
    Said::Words { words: Private::new(text), enclosed: Vec::new(), more }
}

fn begun(name: &str, words: &str, alone: bool) -> Begun {
    Begun { draft: id(name), words: Private::new(words), alone }
}

fn with_files() -> Said {
    let of = |title: Option<&str>, what| Enclosed { title: title.map(Private::new), what };
    let text = Enclosure::Text(Private::new("Turn left at the lamp.\n<b>Ring twice.</b>"));
    let scan = Enclosure::File { kind: FileKind::Pdf, size: Some(120_000) };
    let bare = Enclosure::File { kind: FileKind::Picture, size: None };
    let enclosed = vec![of(Some("The way.txt"), text), of(Some("scan.pdf"), scan), of(None, bare)];
    Said::Words { words: Private::new(""), enclosed, more: false }
}

fn one(lines: Vec<MessageLine>, begun: Vec<Begun>, door: Door) -> Scene {
    let model = ThreadView { id: id("sent"), title: None, lines, begun, with: with(door) };
    let page = move || {
        rsx! {
            ThreadPage { model: model.clone(), on_undo: |_| (), on_send: |_| (), on_leave: |_| () }
        }
    };
    Scene::at(&[Screen::More, Screen::Messages, Screen::Thread(id("sent"))], page)
}

fn shared() -> SharedLine {
    SharedLine {
        shared: Shared {
            record: id("page"),
            entry: id("entry"),
            whole: false,
            words: Some(Private::new("The sea was there again.")),
            pieces: Vec::new(),
            recipient: Some("Cedar House".into()),
            at: local(1, 20, 15),
            zone: zone(),
            withdrawn: None,
        },
        standing: Standing::Shared(Delivery::Sent(local(1, 20, 16))),
        page_is_here: true,
        undo_until: None,
    }
}

fn along() -> MessageLine {
    let state = State::Read(Some(local(2, 15, 10)));
    let shared = Some(Box::new(shared()));
    let voice = Voice::Me { words: Private::new(CANARY), state, shared, undo_until: None };
    MessageLine { id: id("along"), at: Some(local(2, 14, 2)), voice }
}

fn fresh() -> MessageLine {
    let undo_until = Some(now() + chrono::TimeDelta::seconds(8));
    let voice =
        Voice::Me { words: Private::new("Thank you."), state: State::Waiting, shared: None, undo_until };
    MessageLine { id: id("fresh"), at: Some(now()), voice }
}

fn whole_thread() -> Vec<MessageLine> {
    vec![along(), them("answer", words(ANSWER, false)), fresh()]
}

/// All that may be known of a message.
fn every_state() -> Vec<MessageLine> {
    let cannot = MessageLine { id: id("spoilt"), at: None, voice: Voice::CannotShow { seen: false } };
    vec![
        me("waits", "Where do I park?", State::Waiting),
        me("sent", "Is there a lift?", State::Sent(local(2, 14, 3))),
        me("read", "And stairs?", State::Read(None)),
        me("refused", "May I bring a blanket?", State::NeedsAttention(Refusal::NotAllowed)),
        me("back", "Is it warm there?", State::NeedsAttention(Refusal::CameBack)),
        them("more", words("See the map.", true)),
        them("file", with_files()),
        them("other", Said::Other),
        them("gone", Said::TakenBack),
        cannot,
    ]
}

/// What a half written message is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Something,
    Thread,
    /// A thread the clinic took back.
    Gone,
}

#[derive(Clone, Copy)]
struct Half {
    typed: &'static str,
    about: About,
    goes: Goes,
    door: Door,
    kept: Option<Kept>,
    stuck: bool,
    attach: bool,
}

const BLANK: Half = Half {
    typed: "",
    about: About::Something,
    goes: Goes::Now,
    door: Door::Open,
    kept: None,
    stuck: false,
    attach: false,
};

fn writing(half: Half, now: Option<String>) -> Scene {
    let typed = Private::new(now.unwrap_or_else(|| half.typed.to_owned()));
    let thread = half.about == About::Thread;
    let model = WritingMessage {
        sheet: MessageSheet::blank(id("draft"), thread.then(|| id("sent"))),
        goes_on: thread,
        alone: half.about == About::Gone,
        title: thread.then(|| Private::new("Can my sister wait in the room with me?")),
        words: typed.clone(),
        shared: half.attach.then(shared),
        could_go: if half.attach { vec![shared()] } else { Vec::new() },
        with: with(half.door),
        goes: half.goes,
        help: help(half.door == Door::Practice),
    };
    let (kept, stuck) = (half.kept, half.stuck);
    let page = move || {
        rsx! {
            WriteMessagePage {
                model: model.clone(),
                now: typed.clone(),
                kept,
                stuck,
                on_words: |_| (),
                on_settle: |()| (),
                on_attach: |_| (),
                on_send: |()| (),
                on_throw_away: |()| (),
            }
        }
    };
    let thread = (half.about == About::Thread).then(|| id("sent"));
    Scene::at(&[Screen::More, Screen::Messages, Screen::WriteMessage { thread, draft: None }], page)
}

pub(crate) fn scenes() -> Vec<Named> {
    let all = || Messages { threads: threads(), begun: Vec::new(), with: with(Door::Open) };
    let none = |door| Messages { threads: Vec::new(), begun: Vec::new(), with: with(door) };
    let question = || begun("new", "Can I take my allergy pill", false);
    let several = vec![question(), begun("lost", CANARY, true), begun("bare", "", false)];
    let unheard = MessageWith { no_answers: true, ..with(Door::Open) };
    let near = "x".repeat(LONGEST - 12);
    let over = "x".repeat(LONGEST + 3);
    let typed = Half { typed: CANARY, kept: Some(Kept::Saved), ..BLANK };
    vec![
        ("messages", list(all())),
        ("messages-none", list(none(Door::Open))),
        ("messages-begun", list(Messages { begun: vec![question()], ..none(Door::Open) })),
        ("messages-begun-several", list(Messages { begun: several, ..all() })),
        ("messages-practice", list(none(Door::Practice))),
        ("messages-not-granted", list(none(Door::NotGranted))),
        ("messages-no-answers", list(Messages { with: unheard, ..all() })),
        ("message-thread", one(whole_thread(), Vec::new(), Door::Open)),
        (
            "message-states",
            one(
                every_state(),
                vec![begun("a", CANARY, false), begun("b", "And the lift?", false)],
                Door::Open,
            ),
        ),
        ("message-practice", one(vec![me("one", CANARY, State::StaysHere)], Vec::new(), Door::Practice)),
        ("message-new", writing(BLANK, None)),
        ("message-written", writing(typed, None)),
        ("message-more", writing(Half { about: About::Thread, attach: true, typed: "And", ..BLANK }, None)),
        ("message-alone", writing(Half { about: About::Gone, typed: "Yes, I would", ..BLANK }, None)),
        ("message-near", writing(Half { kept: Some(Kept::Saving), ..BLANK }, Some(near))),
        ("message-long", writing(BLANK, Some(over))),
        ("message-empty", writing(Half { stuck: true, ..BLANK }, None)),
        ("message-not-saved", writing(Half { kept: Some(Kept::NotSaved), typed: "Can I", ..BLANK }, None)),
        ("message-offline", writing(Half { goes: Goes::WithNetwork, typed: "Can I", ..BLANK }, None)),
        ("message-sign-in", writing(Half { goes: Goes::AfterSignIn, typed: "Can I", ..BLANK }, None)),
        (
            "message-here",
            writing(Half { goes: Goes::Never, door: Door::Practice, typed: "Can I", ..BLANK }, None),
        ),
        ("message-refused", writing(Half { door: Door::NotGranted, typed: "Can I", ..BLANK }, None)),
    ]
}

#[test]
fn nobody_writes_without_having_read_that_it_is_not_read_straight_away() {
    let mut fields = Vec::new();
    for (name, scene) in scenes() {
        let html = scene.draw();
        let Some(field) = html.find("<textarea") else { continue };
        fields.push(name);
        let before = &html[..field];
        assert!(before.contains("Not read straight away"), "{name}");
        assert!(before.contains("In an emergency, call."), "{name}");
        assert_eq!(
            before.matches("href=\"tel:").count(),
            3,
            "{name}: the clinic's numbers and the emergency number"
        );
    }
    assert_eq!(fields.len(), 12, "the control: every page to write on has a field: {fields:?}");
    for name in ["messages", "messages-none", "message-thread"] {
        assert!(drawn(name).contains("not read straight away"), "{name}");
    }
}

#[test]
fn each_message_says_where_it_truly_is_and_when() {
    let html = drawn("message-states");
    for said in [
        "On this phone. Not sent yet.",
        "Sent 2:03 pm. It may not have been read yet.",
        "Your clinic marked this as read.",
        "Needs your attention",
        "There is more here that Cairn cannot show.",
        "Your clinic took this message back.",
        "Your clinic wrote something Cairn cannot show",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert_eq!(html.matches(">Undo<").count(), 0, "nothing there can be undone");
    assert!(html.contains("Came back with your copy. Not sent by itself."));
    for verb in [">Send<", ">Do not send it<", ">See why<"] {
        assert_eq!(html.matches(verb).count(), 1, "{verb}");
    }
    let fresh = drawn("message-thread");
    assert!(fresh.contains("Will be sent in a moment") && fresh.matches(">Undo<").count() == 1);
    assert!(fresh.contains("marked this as read: 3:10 pm"));
}

#[test]
fn the_limit_is_told_before_it_is_hit() {
    assert!(!drawn("message-written").contains("letters left"));
    assert!(drawn("message-near").contains("12 letters left"));
    assert!(drawn("message-long").contains("3 letters too many."));
    assert!(drawn("message-empty").contains("Write something first."));
}

#[test]
fn where_nothing_can_be_sent_there_is_no_button_that_says_so() {
    assert_eq!(drawn("message-new").matches(">Send<").count(), 1);
    let html = drawn("message-refused");
    assert!(html.contains("does not let Cairn send messages") && !html.contains(">Send<"));
    assert!(!drawn("messages-not-granted").contains("Write a new question"));
    assert!(drawn("message-offline").contains("is sent when there is a network"));
    assert!(drawn("messages-practice").contains("no one answers"));
}

#[test]
fn what_is_being_written_is_found_and_says_what_becomes_of_it() {
    let html = drawn("messages-begun-several");
    assert!(html.contains("Can I take my allergy pill") && html.contains("Your message"));
    assert_eq!(html.matches("You began to write. It is not sent.").count(), 4, "three, and one in a thread");
    assert_eq!(html.matches("What you were answering is not here any more").count(), 1);
    let html = drawn("message-alone");
    assert!(html.contains("they go as a new question") && html.contains("Delete what you wrote"));
    assert!(!drawn("message-new").contains("Delete what you wrote"), "there is nothing to delete");
    let html = drawn("message-states");
    assert!(html.contains("And the lift?") && html.contains("Go on writing"));
}

#[test]
fn what_came_with_a_message_is_read_as_text_or_named_with_how_to_get_it() {
    let html = drawn("message-states");
    assert!(html.contains("The way.txt") && html.contains("Turn left at the lamp."));
    assert!(!html.contains("<b>Ring") && html.contains("Ring twice."), "as letters, never as a form");
    assert!(html.contains("scan.pdf (a PDF), ") && html.contains("With this message: "));
    assert_eq!(html.matches("Call your clinic and ask for it.").count(), 2);
}
