//! The check-ins made earlier, each with where it is.

use crate::{
    app::read::{CheckInLine, CheckIns},
    care::Id,
    ui::{
        here::{use_shell, use_words},
        navigation::Screen,
        parts::{Button, CheckInFacts, Frame, SyncLine, Tone},
        when,
    },
};
use chrono::{DateTime, Utc};
use dioxus::prelude::*;

/// Newest first; the older ones on request.
#[component]
pub fn CheckInsPage(
    model: CheckIns,
    on_older: EventHandler<DateTime<Utc>>,
    on_undo: EventHandler<Id>,
) -> Element {
    let shell = use_shell();
    let words = use_words();
    let oldest = model.lines.last().map(|line| line.check_in.at);
    rsx! {
        Frame { title: words.get("earlier-check-ins"),
            if model.lines.is_empty() {
                p { class: "soft", {words.get("no-check-ins-yet")} }
            } else {
                Button { wide: true, label: words.get("see-trends"), on_press: move |()| shell.way.go(Screen::Trends) }
            }
            ul { class: "lines",
                for line in model.lines {
                    Line { key: "{line.check_in.id}", line, on_undo }
                }
            }
            if let (true, Some(oldest)) = (model.more, oldest) {
                Button { wide: true, label: words.get("show-older"), on_press: move |()| on_older.call(oldest) }
            }
        }
    }
}

#[component]
fn Line(line: CheckInLine, on_undo: EventHandler<Id>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let made = line.check_in;
    // Seven in the evening stays seven in the evening, wherever it is read.
    let at = when::moment(words, made.at.with_timezone(&made.zone).naive_local(), here.today());
    let (id, opened) = (made.id.clone(), made.id.clone());
    rsx! {
        li { class: "stack close",
            h2 { id: "at-{made.id}", class: "small", "{at}" }
            CheckInFacts { made: made.clone() }
            if let Some(changed) = made.changed {
                p { class: "small soft", {words.with("changed-on", [("time", here.stamp(changed).into())])} }
            }
            SyncLine { delivery: line.delivery, leads: true }
            div { class: "buttons",
                if line.undo_until.is_some_and(|until| until > here.now) {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("undo"),
                        described_by: "at-{made.id}",
                        on_press: move |()| on_undo.call(id.clone()),
                    }
                }
                button {
                    r#type: "button",
                    class: "button quiet",
                    "aria-describedby": "at-{made.id}",
                    onclick: move |_| shell.way.go(Screen::OneCheckIn(opened.clone())),
                    {words.get("see-or-change")}
                }
            }
        }
    }
}
