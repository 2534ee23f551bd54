//! What the person who drives needs to know, as text to be sent: nothing in it tells what the visit is for.

use crate::{
    app::read::HandOff,
    care::Private,
    ui::{here::Here, when},
};

/// The whole text. Lines of the clinic come as it wrote them, without those that tell.
#[must_use]
pub fn hand_off_text(here: Here, name: Option<&Private>, model: &HandOff) -> String {
    let words = here.words();
    let name = name.map(|name| name.reveal().trim().to_owned()).filter(|name| !name.is_empty());
    let mut lines = vec![match name {
        Some(name) => words.with("hand-off-hello", [("name", name.into())]),
        None => words.get("hand-off-hello-nobody"),
    }];
    let clock = |at: chrono::NaiveDateTime| when::time(words, at.time());
    let gaps = [
        ("from", clock(model.from).into()),
        ("to", clock(model.to).into()),
        ("day", when::day(words, model.from.date(), here.today()).into()),
    ];
    lines.push(words.with("hand-off-when", gaps));
    if model.zone_differs {
        lines.push(words.with("hand-off-clock", [("city", when::zone_name(model.zone).into())]));
    }
    lines.push(match model.place.as_slice() {
        [] => words.get("hand-off-ask-where"),
        place => words.with("hand-off-where", [("place", place.join(", ").into())]),
    });
    if let Some(number) = &model.number {
        lines.push(words.with("hand-off-call", [("number", number.clone().into())]));
    }
    list(&mut lines, words.get("hand-off-do"), &model.dos);
    let until = when::exact_moment(words, model.until, here.today());
    list(&mut lines, words.with("hand-off-wait", [("until", until.into())]), &model.donts);
    // The gaps that keep a time on one line here would only be odd elsewhere.
    lines.join("\n").replace('\u{a0}', " ")
}

fn list(lines: &mut Vec<String>, head: String, items: &[String]) {
    if !items.is_empty() {
        lines.push(format!("\n{head}"));
        lines.extend(items.iter().map(|item| format!("- {item}")));
    }
}

#[cfg(test)]
#[path = "hand_off_tests.rs"]
mod tests;
