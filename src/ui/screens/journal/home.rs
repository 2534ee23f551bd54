//! The journal as it opens: a way to begin, the stories of sessions, and the newest pages.

use super::words::{session_name, thread_name};
use crate::{
    app::read::{EntryLine, EntryPlace, Journal, SessionOn},
    care::journal::Phase,
    ui::{
        here::{use_here, use_shell},
        navigation::Screen,
        parts::{Button, Frame, Icon, Sign, Tone},
        when,
    },
};
use dioxus::prelude::*;

/// The newest first; the older ones on request.
#[component]
pub fn JournalPage(
    model: Journal,
    /// More of the list, from there on.
    on_older: EventHandler<EntryPlace>,
    /// Ways to find a page again.
    find: Option<Element>,
    /// Where else the journal leads: it stands behind the pages, for those are what one comes for.
    #[props(default)]
    children: Element,
) -> Element {
    let words = use_here().words();
    let on = model.on;
    rsx! {
        Frame { title: words.get("journal"),
            Begin { prompts: model.moment.prompts }
            // Where nothing is written there is nothing to find.
            if !model.lines.is_empty() {
                {find}
            }
            section { class: "stack", "aria-labelledby": "pages",
                h2 { id: "pages", {words.get("journal-pages")} }
                if model.lines.is_empty() {
                    p { class: "soft", {words.get("journal-none")} }
                } else {
                    ul { class: "lines entries",
                        for line in model.lines {
                            Line { key: "{line.entry.id}", line }
                        }
                    }
                }
                if let Some(on) = on {
                    Button { wide: true, label: words.get("show-older"), on_press: move |()| on_older.call(on) }
                }
            }
            if !model.stories.is_empty() {
                Stories { sessions: model.stories }
            }
            {children}
        }
    }
}

/// A free page, or one that a question opens.
#[component]
fn Begin(prompts: Vec<String>) -> Element {
    let shell = use_shell();
    let words = use_here().words();
    let mut prompts = prompts;
    let more = prompts.split_off(prompts.len().min(1));
    rsx! {
        section { class: "stack", "aria-labelledby": "begin",
            h2 { id: "begin", class: "hidden", {words.get("journal-begin")} }
            p { class: "soft", {words.get("journal-private")} }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("journal-write"),
                on_press: move |()| shell.way.go(Screen::Write(None)),
            }
            if !prompts.is_empty() {
                p { class: "small soft", {words.get("journal-prompts")} }
                Prompts { prompts }
            }
            // One question is enough to begin with: below come the pages, and those are what one comes for.
            if !more.is_empty() {
                details { class: "fold",
                    summary { {words.get("journal-more-prompts")} }
                    Prompts { prompts: more }
                }
            }
        }
    }
}

/// Questions, each of which opens a page.
#[component]
fn Prompts(prompts: Vec<String>) -> Element {
    let way = use_shell().way;
    rsx! {
        ul { class: "prompts",
            for prompt in prompts {
                li { key: "{prompt}",
                    button {
                        r#type: "button",
                        class: "prompt",
                        onclick: {
                            let prompt = prompt.clone();
                            move |_| way.go(Screen::Write(Some(prompt.clone())))
                        },
                        "{prompt}"
                    }
                }
            }
        }
    }
}

/// Each session that was written about, to be read as one story.
#[component]
fn Stories(sessions: Vec<SessionOn>) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    rsx! {
        section { class: "stack close", "aria-labelledby": "stories",
            h2 { id: "stories", {words.get("journal-stories")} }
            ul { class: "lines",
                for session in sessions {
                    li { key: "{session.visit}",
                        button {
                            r#type: "button",
                            class: "open-line",
                            onclick: {
                                let visit = session.visit.clone();
                                move |_| shell.way.go(Screen::Story(visit.clone()))
                            },
                            {session_name(here, &session)}
                            Icon { sign: Sign::Forward }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Line(line: EntryLine) -> Element {
    let shell = use_shell();
    let here = *shell.here.read();
    let words = here.words();
    let EntryLine { entry, beginning } = line;
    // Seven in the evening stays seven in the evening, wherever it is read.
    let at = when::moment(words, entry.at.with_timezone(&entry.zone).naive_local(), here.today());
    let shown = if beginning.is_blank() { words.get("journal-blank") } else { beginning.reveal().to_owned() };
    let thread = entry.visit.as_ref().and(entry.phase).map(Phase::thread);
    let thread = thread.map(|thread| thread_name(words, Some(thread)));
    let mood = entry.mood.map(|mood| words.with("journal-mood-is", [("mood", mood.value().into())]));
    let marks: Vec<String> = thread.into_iter().chain(mood).collect();
    let marks = marks.join(" · ");
    rsx! {
        li {
            button {
                r#type: "button",
                class: "entry-line",
                onclick: move |_| shell.way.go(Screen::Entry(entry.id.clone())),
                span { class: "small soft", "{at}" }
                span { class: "own-words beginning", "{shown}" }
                if !marks.is_empty() {
                    span { class: "small soft", "{marks}" }
                }
            }
        }
    }
}
