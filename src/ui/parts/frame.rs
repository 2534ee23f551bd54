//! The frame of a screen: where I am, the way back, and Help at the right.

use super::{Icon, Sign};
use crate::ui::{
    here::use_shell,
    navigation::{OwnPage, Screen},
    words::{Key, Words},
};
use dioxus::prelude::*;

/// The head of a screen and, below it, what is on it.
#[component]
pub fn Frame(
    /// The one `h1`.
    title: String,
    /// A second line below it.
    sub: Option<String>,
    /// Something below takes the focus when the screen appears, in place of the title.
    #[props(default)]
    focus_below: bool,
    #[props(default)] children: Element,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let open = shell.open();
    let before = shell.way.before().map(|before| match before {
        Screen::Today if !open => words.get("door-name"),
        before => place_name(words, &before),
    });
    let on_help = shell.way.here() == Screen::Help;
    rsx! {
        header { class: "top",
            div {
                if let Some(before) = before {
                    button {
                        r#type: "button",
                        class: "button quiet back",
                        onclick: move |_| shell.way.back(),
                        Icon { sign: Sign::Back }
                        {words.with("back-to", [("place", before.into())])}
                    }
                }
                h1 { tabindex: "-1", "data-focus": (!focus_below).then_some(""), "{title}" }
                if let Some(sub) = sub {
                    p { class: "sub", "{sub}" }
                }
            }
            if !on_help {
                button {
                    r#type: "button",
                    class: "button help",
                    onclick: move |_| shell.way.go(Screen::Help),
                    Icon { sign: Sign::Help }
                    {words.get("help")}
                }
            }
        }
        main { class: "page", {children} }
    }
}

/// What a screen is called where one goes back to it.
fn place_name(words: Words, screen: &Screen) -> String {
    words.say(match screen {
        Screen::Today => Key("today-name"),
        Screen::Journey => Key("journey"),
        Screen::CheckIn => Key("check-in"),
        Screen::CheckIns => Key("earlier-check-ins"),
        Screen::OneCheckIn(_) => Key("one-check-in"),
        Screen::SideEffects => Key("side-effects"),
        Screen::Journal => Key("journal"),
        Screen::Entry(_) | Screen::Write(_) => Key("journal-entry"),
        Screen::EarlierWords(_) => Key("journal-earlier-title"),
        Screen::Story(_) => Key("journal-story-short"),
        Screen::Find => Key("find-short"),
        Screen::Calendar => Key("calendar"),
        Screen::Day(_) => Key("journal-day"),
        Screen::Timeline => Key("timeline"),
        Screen::Share(_) => Key("share-short"),
        Screen::Shared => Key("shared-short"),
        Screen::Drawing(_) => Key("drawing"),
        Screen::Piece(_) => Key("piece"),
        Screen::Mark(_) => Key("mark-short"),
        Screen::Steps => Key("steps"),
        Screen::NewStep(_) | Screen::Step(_) => Key("step-one"),
        Screen::Practices | Screen::Practice(_) | Screen::CalmView => Key("practices"),
        Screen::ForSession => Key("for-session"),
        Screen::More => Key("more"),
        Screen::Help => Key("help"),
        Screen::AskFirst => Key("first-ask-short"),
        Screen::Visit(_) => Key("visit-name-short"),
        Screen::Prepare(_) => Key("prepare-short"),
        Screen::ToDo => Key("to-do-short"),
        Screen::Intention => Key("intention-short"),
        Screen::SyncDetails => Key("details"),
        Screen::Reminders => Key("reminders"),
        Screen::SignOut => Key("sign-out"),
        Screen::Learn => Key("learn"),
        Screen::Article(_) => Key("article"),
        Screen::MyQuestions => Key("my-questions"),
        Screen::Messages => Key("messages"),
        Screen::Thread(_) => Key("message-thread"),
        Screen::WriteMessage { .. } => Key("message-words"),
        Screen::Questions(_) => Key("questions-today"),
        Screen::Driver(_) => Key("my-ride"),
        Screen::Centering(_) => Key("centering"),
        Screen::FirstDay => Key("card-title"),
        Screen::Forms => Key("forms-short"),
        Screen::Form { .. } | Screen::FinishedForm(_) => Key("form-short"),
        Screen::Papers => Key("papers"),
        Screen::Paper(_) | Screen::SignedPaper(_) => Key("paper"),
        Screen::Trends => Key("trends"),
        Screen::Book => Key("book"),
        Screen::FindTime { .. } => Key("book-short"),
        Screen::AskTime { .. } => Key("book-the-time"),
        Screen::Wish(_) | Screen::Wishes => Key("wish-short"),
        Screen::EarlierTime(_) => Key("book-earlier-short"),
        Screen::CancelVisit(_) => Key("book-cancel-short"),
        Screen::Own(OwnPage::Record) => Key("own"),
        Screen::Own(OwnPage::TakeAlong) => Key("own-copy"),
        Screen::Own(OwnPage::BringBack) => Key("own-back"),
        Screen::Own(OwnPage::Summary) => Key("own-paper"),
        Screen::Own(OwnPage::Erase) => Key("own-erase"),
    })
}
