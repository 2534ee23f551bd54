//! One article: what is known, what is not, the risks, what to ask, and where it all comes from.

use super::learn::ArticlesUnreadable;
use crate::{
    app::read::{Article, ArticleView},
    care::learn::{Line, Page},
    ui::{
        here::{use_here, use_shell, use_words},
        navigation::Screen,
        parts::{Button, Frame, Icon, Sign, Tone},
        when,
        words::Key,
    },
};
use dioxus::prelude::*;

/// The article, or what became of it.
#[component]
pub fn ArticlePage(model: Article, on_take_over: EventHandler<String>) -> Element {
    let shell = use_shell();
    let words = use_words();
    match model {
        Article::Here(view) => rsx! { Whole { view: *view, on_take_over } },
        Article::Gone => rsx! {
            Frame { title: words.get("article"),
                p { {words.get("article-gone")} }
                Button { wide: true, label: words.get("learn"), on_press: move |()| shell.way.go(Screen::Learn) }
            }
        },
        Article::Unreadable => rsx! {
            Frame { title: words.get("article"),
                ArticlesUnreadable {}
            }
        },
    }
}

#[component]
fn Whole(view: ArticleView, on_take_over: EventHandler<String>) -> Element {
    let shell = use_shell();
    let here = use_here();
    let words = here.words();
    let ArticleView { page, version, taken_over } = view;
    let Page { title, lead, facts, studies, unknown, risks, ask, sources, reviewed, .. } = page;
    let reviewed = reviewed.map_or_else(
        || words.get("not-reviewed"),
        |(name, on)| {
            let day = when::day(words, on, here.today());
            words.with("article-reviewed", [("name", name.into()), ("day", day.into())])
        },
    );
    rsx! {
        Frame { title, sub: reviewed,
            if let Some(lead) = lead {
                p { class: "lead", "{lead}" }
            }
            Part { id: "known", head: Key("article-known"), lines: facts }
            Part { id: "studies", head: Key("article-studies"), lines: studies }
            Part { id: "unknown", head: Key("article-unknown"), lines: unknown }
            Part { id: "risks", head: Key("article-risks"), lines: risks }
            if !ask.is_empty() {
                section { class: "stack", "aria-labelledby": "ask",
                    h2 { id: "ask", {words.get("article-ask")} }
                    ul { class: "lines ask",
                        for (at, question) in ask.into_iter().enumerate() {
                            Ask { key: "{at}", at, on_list: taken_over.contains(&question), question, on_take_over }
                        }
                    }
                }
            }
            if !sources.is_empty() {
                details { class: "sources",
                    summary { {words.get("article-sources")} }
                    ol {
                        for source in sources {
                            li { key: "{source.number}", value: "{source.number}", "{source.text}" }
                        }
                    }
                    p { class: "small soft", {words.get("article-sources-note")} }
                }
            }
            p { class: "small soft", {words.with("article-version", [("version", version.into())])} }
            Button {
                tone: Tone::First,
                wide: true,
                label: words.get("my-questions"),
                on_press: move |()| shell.way.go(Screen::MyQuestions),
            }
        }
    }
}

/// A part of the article with its heading; nothing where it says nothing.
#[component]
fn Part(id: &'static str, head: Key, lines: Vec<Line>) -> Element {
    let words = use_words();
    if lines.is_empty() {
        return rsx! {};
    }
    rsx! {
        section { class: "stack part {id}", "aria-labelledby": id,
            h2 { id, {words.say(head)} }
            ul { class: "said",
                for (at, line) in lines.into_iter().enumerate() {
                    li { key: "{at}",
                        span { "{line.text}" }
                        Numbers { numbers: line.sources }
                    }
                }
            }
        }
    }
}

/// Small numbers that lead to the list of sources; a screen reader says what they are.
#[component]
fn Numbers(numbers: Vec<usize>) -> Element {
    let words = use_words();
    if numbers.is_empty() {
        return rsx! {};
    }
    let numbers = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(",\u{a0}");
    rsx! {
        sup { class: "from",
            span { class: "hidden", {words.get("article-source-numbers")} }
            "{numbers}"
        }
    }
}

/// A question that one tap puts on the patient's own list.
#[component]
fn Ask(at: usize, question: String, on_list: bool, on_take_over: EventHandler<String>) -> Element {
    let words = use_words();
    let taken = question.clone();
    rsx! {
        li { class: "stack close",
            p { id: "ask-{at}", "{question}" }
            if on_list {
                p { class: "taken small",
                    Icon { sign: Sign::Sent, little: true }
                    {words.get("on-my-list")}
                }
            } else {
                button {
                    r#type: "button",
                    class: "button quiet",
                    "aria-describedby": "ask-{at}",
                    onclick: move |_| on_take_over.call(taken.clone()),
                    {words.get("add-to-questions")}
                }
            }
        }
    }
}
