//! A page of paper: the question above, the words, and nothing else that moves.

use super::words::{part_of_session, session_name};
use crate::{
    app::read::{EntryView, SessionOn},
    care::{
        Id, Private, Score,
        journal::{Phase, Thread},
    },
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, PenField, Scale, Tone},
        screens::Kept,
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// One entry to read and write.
#[component]
pub fn EntryPage(
    model: EntryView,
    /// Where the words stand that were written here; `None` before the first.
    #[props(default)]
    kept: Option<Kept>,
    /// Each time something was written: the words as they are now.
    on_words: EventHandler<Private>,
    /// The patient turns to something else.
    on_settle: EventHandler<()>,
    on_mood: EventHandler<Option<Score>>,
    /// Another question is to stand above, or none.
    on_prompt: EventHandler<Option<String>>,
    /// It belongs to another session, or to none.
    on_session: EventHandler<Option<Id>>,
    on_remove: EventHandler<()>,
    /// What hangs on the entry and comes of it.
    #[props(default)]
    children: Element,
) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let EntryView { entry, earlier, prompts, sessions, intention } = model;
    let at = when::moment(words, entry.at.with_timezone(&entry.zone).naive_local(), here.today());
    let thread = entry.phase.map(Phase::thread);
    let own = sessions.iter().find(|session| entry.visit.as_ref() == Some(&session.visit)).cloned();
    // After a session one looks at what one went in with; before it, that is still being found.
    let intention = intention.filter(|_| matches!(thread, Some(Thread::After | Thread::Later)));
    // A page that was blank when it was opened is there to be written on at once.
    let blank = use_hook(|| entry.words.is_blank());
    let (id, visit) = (entry.id.clone(), entry.visit.clone());
    rsx! {
        Frame { title: words.get("journal-entry"), sub: at, focus_below: blank,
            if let Some(own) = &own {
                p { class: "small soft", {part_of_session(here, thread, own)} }
            }
            if let Some(intention) = intention {
                div { class: "meant",
                    p { class: "small soft", {words.get("journal-intention")} }
                    p { class: "own-words", "{intention.words.reveal()}" }
                }
            }
            if let Some(prompt) = &entry.prompt {
                p { id: "entry-prompt", class: "question-above", "{prompt}" }
            }
            PenField {
                id: "entry-words",
                label: words.get("journal-words"),
                words: entry.words,
                described_by: "entry-kept",
                focus: blank,
                on_words,
                on_settle,
            }
            KeptLine { kept }
            {children}
            div { class: "entry-more",
                Mood { mood: entry.mood, on_mood }
                if !prompts.is_empty() {
                    OtherQuestion { prompts, asked: entry.prompt, on_prompt }
                }
                if !sessions.is_empty() {
                    Belonging { sessions, own: entry.visit, on_session }
                }
            }
            div { class: "stack close",
                if earlier > 0 {
                    Button {
                        tone: Tone::Quiet,
                        label: words.with("journal-earlier", [("count", earlier.into())]),
                        on_press: move |()| shell.way.go(Screen::EarlierWords(id.clone())),
                    }
                }
                if let Some(visit) = visit {
                    StoryLink { visit }
                }
                Button {
                    tone: Tone::Quiet,
                    label: words.get("journal-remove"),
                    on_press: move |()| on_remove.call(()),
                }
            }
        }
    }
}

/// Where the words are. Only what went wrong is spoken: that each letter was saved would drown what is written.
#[component]
fn KeptLine(kept: Option<Kept>) -> Element {
    let words = use_here().words();
    let said = match kept {
        None => words.get("journal-kept"),
        Some(Kept::Saving) => words.get("form-saving"),
        Some(Kept::Saved) => words.get("form-saved"),
        Some(Kept::NotSaved) => String::new(),
    };
    rsx! {
        div { class: "kept",
            p { id: "entry-kept", class: "small soft", "{said}" }
            div { role: "status",
                if kept == Some(Kept::NotSaved) {
                    p { class: "mistake", {words.get("journal-not-saved")} }
                }
            }
        }
    }
}

#[component]
fn Mood(mood: Option<Score>, on_mood: EventHandler<Option<Score>>) -> Element {
    let words = use_here().words();
    let head = mood.map_or_else(
        || words.get("journal-mood-add"),
        |mood| words.with("journal-mood-is", [("mood", mood.value().into())]),
    );
    rsx! {
        details { class: "fold",
            summary { "{head}" }
            div { class: "stack",
                Scale {
                    name: "entry-mood",
                    question: words.get("journal-mood-question"),
                    low: words.get("mood-low"),
                    high: words.get("mood-high"),
                    value: mood,
                    on_choose: move |score| on_mood.call(Some(score)),
                }
                if mood.is_some() {
                    Button {
                        tone: Tone::Quiet,
                        label: words.get("journal-mood-forget"),
                        on_press: move |()| on_mood.call(None),
                    }
                }
            }
        }
    }
}

/// What else the clinic asks at this point of the way.
#[component]
fn OtherQuestion(
    prompts: Vec<String>,
    asked: Option<String>,
    on_prompt: EventHandler<Option<String>>,
) -> Element {
    let words = use_here().words();
    let others = prompts.into_iter().filter(|prompt| asked.as_ref() != Some(prompt));
    let others: Vec<(String, Option<String>)> = others.map(|prompt| (prompt.clone(), Some(prompt))).collect();
    let none = asked.is_some().then(|| (words.get("journal-no-question"), None));
    let all: Vec<_> = others.into_iter().chain(none).collect();
    let head = if asked.is_some() { Key("journal-other-question") } else { Key("journal-question") };
    if all.is_empty() {
        return rsx! {};
    }
    rsx! {
        details { class: "fold",
            summary { {words.say(head)} }
            ul { class: "prompts",
                for (label, prompt) in all {
                    li { key: "{label}",
                        button {
                            r#type: "button",
                            class: "prompt",
                            onclick: move |_| on_prompt.call(prompt.clone()),
                            "{label}"
                        }
                    }
                }
            }
        }
    }
}

/// The session it belongs to, chosen by where one was, and changeable.
#[component]
fn Belonging(sessions: Vec<SessionOn>, own: Option<Id>, on_session: EventHandler<Option<Id>>) -> Element {
    let here = use_here();
    let words = here.words();
    let known = sessions.iter().map(|session| (session_name(here, session), Some(session.visit.clone())));
    let all: Vec<_> = known.chain([(words.get("journal-no-session"), None)]).collect();
    rsx! {
        details { class: "fold",
            summary { {words.get("journal-which-session")} }
            fieldset { class: "choices",
                legend { class: "hidden", {words.get("journal-which-session")} }
                for (at, (label, visit)) in all.into_iter().enumerate() {
                    label { key: "{at}",
                        input {
                            r#type: "radio",
                            name: "entry-session",
                            checked: own == visit,
                            onchange: move |_| on_session.call(visit.clone()),
                        }
                        span { "{label}" }
                    }
                }
            }
        }
    }
}

/// The way to the story of a session.
#[component]
pub fn StoryLink(visit: Id) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    rsx! {
        Button {
            tone: Tone::Quiet,
            label: words.get("journal-story"),
            on_press: move |()| shell.way.go(Screen::Story(visit.clone())),
        }
    }
}

/// The page is not there any more.
#[component]
pub fn NoEntryPage() -> Element {
    let shell = use_shell();
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("journal-entry"),
            p { class: "lead", {words.get("journal-gone")} }
            Button { label: words.get("journal-open"), on_press: move |()| shell.way.go(Screen::Journal) }
        }
    }
}
