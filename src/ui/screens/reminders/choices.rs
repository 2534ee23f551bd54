//! What the patient chooses about reminders; each choice counts at once.

use crate::{
    app::read::{KindLine, Quiet, ReminderChoices},
    care::{Alarm, AlarmKind, Shown},
    ui::{
        here::use_here,
        parts::Switch,
        reminders::{about, neutral},
        when,
        words::{Key, Words},
    },
};
use chrono::NaiveTime;
use dioxus::prelude::*;

/// Quiet hours of one's own begin as these: late evening to early morning.
const OWN_FROM: (u32, u32) = (22, 0);
const OWN_TO: (u32, u32) = (7, 0);

/// Each kind, on or off, and the time of those that have one.
#[component]
pub(super) fn Kinds(
    kinds: Vec<KindLine>,
    /// Whose clock the times are on, if it is not the phone's.
    city: Option<String>,
    choices: ReminderChoices,
    on_choose: EventHandler<ReminderChoices>,
) -> Element {
    let words = use_here().words();
    rsx! {
        section { class: "stack", "aria-labelledby": "kinds-title",
            h2 { id: "kinds-title", {words.get("kinds-title")} }
            for line in kinds {
                div { key: "{line.kind:?}", class: "ring-kind",
                    Switch {
                        label: words.say(kind_name(line.kind)),
                        on: line.on,
                        on_turn: {
                            let choices = choices.clone();
                            move |on| {
                                let mut choices = choices.clone();
                                if on {
                                    choices.wishes.off.remove(&line.kind);
                                } else {
                                    choices.wishes.off.insert(line.kind);
                                }
                                on_choose.call(choices);
                            }
                        },
                    }
                    if let (true, Some(clock)) = (line.on, line.clock) {
                        TimeField {
                            id: "time-{line.kind:?}",
                            label: time_label(words, line.kind, city.as_deref()),
                            value: clock,
                            on_time: {
                                let choices = choices.clone();
                                move |time| {
                                    let mut choices = choices.clone();
                                    choices.wishes.clocks.insert(line.kind, time);
                                    on_choose.call(choices);
                                }
                            },
                        }
                    }
                }
            }
        }
    }
}

fn time_label(words: Words, kind: AlarmKind, city: Option<&str>) -> String {
    let kind = words.say(kind_name(kind));
    match city {
        Some(city) => words.with("kind-time-clinic", [("kind", kind.into()), ("city", city.into())]),
        None => words.with("kind-time", [("kind", kind.into())]),
    }
}

const fn kind_name(kind: AlarmKind) -> Key {
    match kind {
        AlarmKind::CutOff => Key("kind-cut-off"),
        AlarmKind::Session => Key("kind-session"),
        AlarmKind::Visit => Key("kind-visit"),
        AlarmKind::Task => Key("kind-task"),
        AlarmKind::CheckIn => Key("kind-check-in"),
        AlarmKind::Step => Key("kind-step"),
        AlarmKind::LookBack => Key("look-back-title"),
        AlarmKind::Answer => Key("kind-answer"),
        AlarmKind::Call => Key("call-clinic"),
    }
}

/// When nothing rings.
#[component]
pub(super) fn QuietHours(
    clinics: Option<(NaiveTime, NaiveTime)>,
    choices: ReminderChoices,
    on_choose: EventHandler<ReminderChoices>,
) -> Element {
    let words = use_here().words();
    let quiet = choices.wishes.quiet;
    let own = match quiet {
        Quiet::Own { from, to } => (from, to),
        Quiet::Clinics | Quiet::Never => clinics.unwrap_or((clock(OWN_FROM), clock(OWN_TO))),
    };
    let of_clinic = match clinics {
        Some((from, to)) => {
            let gaps = [("from", when::time(words, from).into()), ("to", when::time(words, to).into())];
            words.with("quiet-clinic", gaps)
        }
        None => words.get("quiet-clinic-none"),
    };
    let ways = [
        ("clinic", of_clinic, Quiet::Clinics, quiet == Quiet::Clinics),
        (
            "own",
            words.get("quiet-own"),
            Quiet::Own { from: own.0, to: own.1 },
            matches!(quiet, Quiet::Own { .. }),
        ),
        ("none", words.get("quiet-none"), Quiet::Never, quiet == Quiet::Never),
    ];
    let choose = use_callback(move |quiet: Quiet| {
        let mut choices = choices.clone();
        choices.wishes.quiet = quiet;
        on_choose.call(choices);
    });
    rsx! {
        fieldset { class: "stack", role: "radiogroup", "aria-labelledby": "quiet-title", "aria-describedby": "quiet-lead",
            h2 { id: "quiet-title", {words.get("quiet-title")} }
            p { id: "quiet-lead", class: "soft", {words.get("quiet-lead")} }
            div { class: "choices",
                for (name, label, way, checked) in ways {
                    label { key: "{name}",
                        input {
                            r#type: "radio",
                            name: "quiet",
                            value: "{name}",
                            checked,
                            onchange: move |_| choose.call(way),
                        }
                        "{label}"
                    }
                }
            }
            if let Quiet::Own { from, to } = quiet {
                div { class: "ring-hours",
                    TimeField {
                        id: "quiet-from",
                        label: words.get("quiet-from"),
                        value: from,
                        on_time: move |from| choose.call(Quiet::Own { from, to }),
                    }
                    TimeField {
                        id: "quiet-to",
                        label: words.get("quiet-to"),
                        value: to,
                        on_time: move |to| choose.call(Quiet::Own { from, to }),
                    }
                }
            }
        }
    }
}

/// Whether a locked screen may say what a reminder is about, with what it would look like.
#[component]
pub(super) fn Locked(
    example: Option<Alarm>,
    choices: ReminderChoices,
    on_choose: EventHandler<ReminderChoices>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let said = match (&example, choices.details) {
        (Some(alarm), true) => about(words, &alarm.detail, here.zone, here.today()),
        (Some(alarm), false) => neutral(words, &alarm.shown, here.zone),
        (None, true) => words.get("about-check-in"),
        (None, false) => neutral(words, &Shown::Plain, here.zone),
    };
    rsx! {
        section { class: "stack", "aria-labelledby": "locked-title",
            h2 { id: "locked-title", {words.get("locked-title")} }
            p { {words.get("locked-lead")} }
            Switch {
                label: words.get("show-details"),
                on: choices.details,
                on_turn: {
                    let choices = choices.clone();
                    move |details| on_choose.call(ReminderChoices { details, ..choices.clone() })
                },
            }
            p { class: "small soft", {words.get("show-details-lead")} }
            figure { class: "stack",
                figcaption { class: "small", {words.get("preview")} }
                div { class: "ring-box",
                    p { class: "name", {words.get("cairn")} }
                    p { "{said}" }
                }
            }
        }
    }
}

/// A time of day. What is no time yet changes nothing.
#[component]
pub(in crate::ui::screens) fn TimeField(
    id: String,
    label: String,
    value: NaiveTime,
    on_time: EventHandler<NaiveTime>,
) -> Element {
    // Given once, when the field appears: written back while somebody types, it would swallow digits.
    let before = use_hook(|| value.format("%H:%M").to_string());
    rsx! {
        div { class: "field",
            label { r#for: "{id}", "{label}" }
            input {
                id: "{id}",
                r#type: "time",
                initial_value: "{before}",
                onchange: move |event| {
                    if let Some(time) = read_time(&event.value()) {
                        on_time.call(time);
                    }
                },
            }
        }
    }
}

/// "21:30" as a time field gives it, also with seconds.
fn read_time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(typed, form).ok())
}

fn clock((hour, minute): (u32, u32)) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}
