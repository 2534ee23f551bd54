//! All that was ever shared from the journal: what exactly, when, where it is, and the way to withdraw it.

use super::picture_words;
use crate::{
    app::read::{SharedLine, SharedList},
    care::{Delivery, Id, Private, journal::share::Standing},
    ui::{
        here::{Here, use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Sign, SyncLine, Tone, WhereLine},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// As many letters are read at a glance; longer ones are folded away.
const AT_A_GLANCE: usize = 280;

/// Newest first; withdrawn ones stay as withdrawn.
#[component]
pub fn SharedPage(
    model: SharedList,
    on_undo: EventHandler<Id>,
    on_withdraw: EventHandler<Id>,
    on_older: EventHandler<()>,
) -> Element {
    let shell = use_shell();
    let words = shell.here.read().words();
    let none = model.lines.is_empty();
    rsx! {
        Frame { title: words.get("shared-title"), sub: model.clinic.clone(),
            if none {
                p { {words.get("shared-none")} }
                Button { label: words.get("journal-open"), on_press: move |()| shell.way.go(Screen::Journal) }
            } else {
                p { {words.get("shared-lead")} }
                p { class: "small soft", {words.get("shared-unread")} }
            }
            ul { class: "lines",
                for line in model.lines {
                    Line { key: "{line.shared.record}", line, on_undo, on_withdraw }
                }
            }
            if model.more {
                Button { wide: true, label: words.get("show-older"), on_press: move |()| on_older.call(()) }
            }
        }
    }
}

#[component]
fn Line(line: SharedLine, on_undo: EventHandler<Id>, on_withdraw: EventHandler<Id>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let SharedLine { shared, standing, page_is_here, undo_until } = line;
    let at = when::moment(words, shared.at.with_timezone(&shared.zone).naive_local(), here.today());
    let (record, undone) = (shared.record.clone(), shared.record.clone());
    let gone = !page_is_here;
    // While it can be undone nothing has left the phone.
    let still_here = undo_until.is_some_and(|until| until > here.now);
    let whose = match standing {
        Standing::Shared(Delivery::OnThisPhone | Delivery::NeedsAttention(_) | Delivery::StaysHere)
        | Standing::TakenBack => Key("shared-for"),
        _ => Key("shared-with"),
    };
    rsx! {
        li { class: "stack close",
            h2 { id: "at-{shared.record}", class: "small", "{at}" }
            if let Some(sent) = &shared.words {
                Sent { sent: sent.clone() }
            }
            if !shared.pieces.is_empty() {
                ul { class: "stack close",
                    for piece in &shared.pieces {
                        li { key: "{piece.piece}", {picture_words(here, piece)} }
                    }
                }
            }
            if let Some(recipient) = &shared.recipient {
                p { class: "small soft", {words.with(whose.0, [("name", recipient.into())])} }
            }
            if gone {
                p { class: "small soft", {words.get("shared-page-gone")} }
            }
            StandingLine { standing, still_here }
            div { class: "buttons",
                if still_here {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("undo"),
                        described_by: "at-{shared.record}",
                        on_press: move |()| on_undo.call(undone.clone()),
                    }
                }
                if matches!(standing, Standing::Shared(_)) && !still_here {
                    Button {
                        label: words.get("shared-withdraw"),
                        described_by: "at-{shared.record}",
                        on_press: move |()| on_withdraw.call(record.clone()),
                    }
                }
                if page_is_here {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("shared-open"),
                        described_by: "at-{shared.record}",
                        on_press: move |()| shell.way.go(Screen::Entry(shared.entry.clone())),
                    }
                }
            }
        }
    }
}

/// The words as they were sent, folded where they are long.
#[component]
fn Sent(sent: Private) -> Element {
    let words = use_shell().here.read().words();
    let long = sent.reveal().chars().nth(AT_A_GLANCE).is_some();
    rsx! {
        if long {
            details { class: "fold",
                summary { {words.get("shared-words")} }
                p { class: "own-words sent-words", {sent.reveal()} }
            }
        } else {
            p { class: "own-words sent-words", {sent.reveal()} }
        }
    }
}

/// Where it is, or what became of the withdrawal.
#[component]
pub fn StandingLine(
    standing: Standing,
    /// It can still be undone.
    still_here: bool,
) -> Element {
    let here = use_here();
    let words = here.words();
    let (sign, said) = match standing {
        Standing::Shared(Delivery::OnThisPhone) if still_here => (Sign::Clock, words.get("shared-soon")),
        Standing::Shared(delivery) => return rsx! { SyncLine { delivery, leads: true } },
        Standing::TakenBack => (Sign::Phone, words.get("shared-taken-back")),
        Standing::WithdrawalWaits => (Sign::Phone, words.get("shared-withdrawal-waits")),
        Standing::Withdrawn(at) => (Sign::Sent, withdrawn(here, at)),
        Standing::WithdrawalRefused(_) => (Sign::Attention, words.get("shared-withdrawal-refused")),
    };
    rsx! {
        WhereLine { sign, leads: true, "{said}" }
    }
}

fn withdrawn(here: Here, at: chrono::DateTime<chrono::Utc>) -> String {
    here.words().with("shared-withdrawn", [("time", here.stamp(at).into())])
}
