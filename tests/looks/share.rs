//! Sharing from the journal: nothing chosen, parts ticked, the preview, where it cannot be done, and the list of all that was.

use crate::{
    samples::*,
    scenes::{Named, Scene, drawn},
};
use cairn::{
    app::read::*,
    care::{
        journal::{
            Entry,
            share::{Choice, Shared, SharedPiece, Standing},
        },
        *,
    },
    ui::{navigation::Screen, screens::*},
};
use dioxus::prelude::*;

const REST: &str = "I was in a room I knew as a child. The light came from under the door.\n\nI did not want to leave. \
                    My hands were warm. Somebody hummed, and I think it was me.";

fn words() -> Private {
    Private::new(format!("{CANARY} {REST}"))
}

fn entry() -> Entry {
    Entry {
        id: id("page"),
        at: local(2, 17, 10),
        zone: zone(),
        changed: local(2, 17, 40),
        words: words(),
        visit: Some(id("session-1")),
        phase: None,
        prompt: Some("What moment stays with you?".into()),
        intention: None,
        mood: None,
    }
}

fn drawing(title: Option<&str>) -> SharedPiece {
    SharedPiece {
        piece: id(if title.is_some() { "drawing" } else { "photo" }),
        mime: if title.is_some() { "image/svg+xml" } else { "image/png" }.into(),
        title: title.map(Private::new),
        size: 120_400,
        made: local(2, 17, 30),
    }
}

fn view(door: Door) -> ShareView {
    let team = vec!["Mara Lindqvist".into(), "Dr. Tomás Reyes".into()];
    ShareView {
        entry: entry(),
        words: words(),
        pieces: vec![drawing(Some("The door")), drawing(None)],
        drawings: vec![(id("drawing"), crate::creative::strokes())],
        visit: Some(session()),
        with: ShareWith { clinic: Some("Cedar House".into()), team, door },
    }
}

fn half(much: Option<HowMuch>, step: ShareStep) -> HalfShare {
    let parts = [0, 1, 4].into();
    HalfShare {
        much,
        choice: Choice { parts, question: true, pieces: [id("drawing")].into(), all: false },
        step,
    }
}

fn sharing(model: ShareView, half: HalfShare) -> Scene {
    let page = move || {
        rsx! {
            SharePage { model: model.clone(), half: half.clone(), on_put: |_| (), on_share: |_| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Entry(id("page")), Screen::Share(id("page"))], page)
}

fn shared(record: &str, words: Option<&str>, standing: Standing) -> SharedLine {
    let withdrawn = (!matches!(standing, Standing::Shared(_))).then(|| local(2, 18, 30));
    SharedLine {
        shared: Shared {
            record: id(record),
            entry: id("page"),
            whole: false,
            words: words.map(Private::new),
            pieces: if record == "now" { vec![drawing(Some("The door"))] } else { vec![] },
            recipient: Some("Cedar House".into()),
            at: local(2, 18, 0),
            zone: zone(),
            withdrawn,
        },
        standing,
        page_is_here: words.is_some(),
        undo_until: (record == "now").then(|| now() + chrono::TimeDelta::seconds(8)),
    }
}

fn list(lines: Vec<SharedLine>) -> Scene {
    let model = SharedList { more: lines.len() > 3, lines, clinic: Some("Cedar House".into()) };
    let page = move || {
        rsx! {
            SharedPage { model: model.clone(), on_undo: |_| (), on_withdraw: |_| (), on_older: |()| () }
        }
    };
    Scene::at(&[Screen::Journal, Screen::Shared], page)
}

fn on_page(shared: Vec<SharedLine>) -> Scene {
    let page = move || {
        let lines = rsx! {
            ShareLines { entry: id("page"), model: PageShares { something: true, shared: shared.clone() } }
        };
        page_with(opened(entry()), lines)
    };
    Scene::at(&[Screen::Journal, Screen::Entry(id("page"))], page)
}

fn every_standing() -> Vec<SharedLine> {
    let long = format!("{CANARY} {}", "And then the sea came in again, slowly. ".repeat(12));
    vec![
        shared("now", Some(CANARY), Standing::Shared(Delivery::OnThisPhone)),
        shared("sent", Some(&long), Standing::Shared(Delivery::Sent(local(2, 18, 1)))),
        shared("stuck", Some(CANARY), Standing::Shared(Delivery::NeedsAttention(Refusal::NotAllowed))),
        shared("back", Some(CANARY), Standing::TakenBack),
        shared("waits", Some(CANARY), Standing::WithdrawalWaits),
        shared("gone", None, Standing::Withdrawn(local(2, 18, 31))),
        shared("refused", None, Standing::WithdrawalRefused(Refusal::NotAllowed)),
    ]
}

pub(crate) fn scenes() -> Vec<Named> {
    let open = || view(Door::Open);
    let no_words = ShareView { words: Private::new(" "), ..open() };
    vec![
        ("share", sharing(open(), HalfShare::default())),
        ("share-parts", sharing(open(), half(Some(HowMuch::Parts), ShareStep::Choosing))),
        ("share-stuck", sharing(open(), HalfShare { step: ShareStep::Stuck, ..HalfShare::default() })),
        ("share-pictures", sharing(no_words, half(None, ShareStep::Choosing))),
        ("share-preview", sharing(open(), half(Some(HowMuch::Parts), ShareStep::Preview))),
        ("share-preview-all", sharing(open(), half(Some(HowMuch::All), ShareStep::Preview))),
        (
            "share-preview-practice",
            sharing(view(Door::Practice), half(Some(HowMuch::All), ShareStep::Preview)),
        ),
        ("share-not-granted", sharing(view(Door::NotGranted), HalfShare::default())),
        ("share-gone", Scene::at(&[Screen::Journal, Screen::Share(id("page"))], || rsx! { NoSharePage {} })),
        ("shared", list(every_standing())),
        ("shared-none", list(vec![])),
        ("entry-private", on_page(vec![])),
        (
            "entry-shared",
            on_page(vec![shared("sent", Some(CANARY), Standing::Shared(Delivery::Sent(local(2, 18, 1))))]),
        ),
    ]
}

#[test]
fn the_preview_shows_what_is_chosen_and_nothing_that_is_not() {
    let html = drawn("share-preview");
    let sent = format!(
        "What moment stays with you?\n\n{CANARY} I was in a room I knew as a child.\n\n[…]\n\nMy hands were warm."
    );
    assert!(html.contains(&sent), "{html}");
    for kept in ["under the door", "did not want to leave", "hummed"] {
        assert!(!html.contains(kept), "{kept}");
        assert!(drawn("share-preview-all").contains(kept), "the control: {kept}");
    }
    assert!(html.contains("Picture: The door, 118 KB") && !html.contains("Picture, 118 KB"));
    for told in ["Cedar House", "Mara Lindqvist, Dr. Tomás Reyes", "may not read it straight away", "5:10 pm"]
    {
        assert!(html.contains(told), "{told}");
    }
    assert_eq!(html.matches(">Share this<").count(), 1);
}

#[test]
fn nothing_is_ticked_for_the_patient() {
    let html = drawn("share");
    assert!(!html.contains("checked") && html.contains("Nothing is sent yet."));
    assert!(drawn("share-parts").contains("checked"), "the control");
    assert!(drawn("share-stuck").contains("Choose what you want to share first."));
}

#[test]
fn where_pages_are_not_taken_there_is_nothing_to_choose() {
    let html = drawn("share-not-granted");
    assert!(html.contains("does not let Cairn share pages") && !html.contains("type=\"radio\""));
}

#[test]
fn the_list_says_what_cannot_be_unread_and_what_can_be_withdrawn() {
    let html = drawn("shared");
    assert!(html.contains("What someone has read cannot be unread"));
    assert_eq!(html.matches(">Withdraw<").count(), 2, "what is shared, and not what is withdrawn");
    assert_eq!(html.matches(">Undo<").count(), 1);
    let fresh = html.split("</li>").find(|line| line.contains("Will be sent in a moment")).unwrap();
    assert!(
        fresh.contains("For Cedar House") && !fresh.contains("Shared with"),
        "nothing has left the phone"
    );
    assert_eq!(html.matches("Shared with Cedar House").count(), 4, "what arrived, withdrawn or not");
    for said in ["Your clinic was told", "has not been told yet", "Your clinic does not have it."] {
        assert!(html.contains(said), "{said}");
    }
}

#[test]
fn whoever_deletes_a_shared_page_is_told_what_stays() {
    assert!(drawn("entry-shared").contains("what you shared stays with your clinic"));
    assert!(!drawn("entry-private").contains("stays with your clinic"));
}
