//! Reminders: the next one and why, whether the system lets Cairn ring, a test, and what the patient chooses.

mod choices;
mod coming;

use crate::{
    app::read::{ReminderChoices, Reminders, Standing},
    care::Alarm,
    ui::{
        here::{use_here, use_shell},
        parts::{Button, Frame, Note, Tone},
        when,
        words::Key,
    },
};
pub(super) use choices::TimeField;
use choices::{Kinds, Locked, QuietHours};
use coming::{ComingList, NextCard};
use dioxus::prelude::*;

/// All about reminders.
#[component]
pub fn RemindersPage(
    model: Reminders,
    on_choose: EventHandler<ReminderChoices>,
    on_test: EventHandler<()>,
    /// Puts this one off.
    on_later: EventHandler<Alarm>,
) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let practice = shell.practice();
    let city = model.clinic_zone.map(when::zone_name);
    rsx! {
        Frame { title: words.get("reminders"),
            if model.must_call {
                Note { warm: true, head: words.get("rings-not-shown"),
                    p { {words.get("rings-not-shown-next")} }
                }
            }
            CannotRing { standing: model.standing }
            if practice {
                p { {words.get("rings-practice")} }
            }
            NextCard { coming: model.coming.clone(), first_time: model.first_time, on_later }
            if let Some(city) = city.clone() {
                p { class: "soft", {words.with("clocks-differ", [("city", city.into())])} }
            }
            ComingList { coming: model.coming.clone() }
            Kinds { kinds: model.kinds.clone(), city: city.clone(), choices: model.choices.clone(), on_choose }
            QuietHours { clinics: model.clinics_quiet, choices: model.choices.clone(), on_choose }
            Locked {
                example: model.coming.first().map(|coming| coming.alarm.clone()),
                choices: model.choices.clone(),
                on_choose,
            }
            section { class: "stack", "aria-label": words.get("test-reminders"),
                p { {words.with("test-lead", [("words", words.get("reminder-test").into())])} }
                p { class: "small soft", {words.get("test-not-seen")} }
                Button {
                    tone: Tone::First,
                    wide: true,
                    label: words.get("test-reminders"),
                    on_press: move |()| on_test.call(()),
                }
            }
        }
    }
}

/// What to do when the system does not let Cairn ring.
#[component]
fn CannotRing(standing: Standing) -> Element {
    let words = use_here().words();
    let (head, next) = match standing {
        Standing::Ringing => return rsx! {},
        Standing::Denied => (Key("ring-denied"), Key("ring-denied-next")),
        Standing::NoService => (Key("ring-no-service"), Key("ring-no-service-next")),
        Standing::NotRunning => (Key("ring-not-running"), Key("ring-not-running-next")),
        Standing::NotHere => (Key("ring-not-here"), Key("ring-not-here-next")),
    };
    rsx! {
        Note { warm: true, head: words.say(head),
            p { {words.say(next)} }
            p { {words.get("ring-list-below")} }
        }
    }
}
