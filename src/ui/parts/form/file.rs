//! A picture or a document: chosen from the phone, kept with the answers, no larger than a clinic's server takes.

use super::{Ground, read::Typed};
use crate::{
    app::read::attached,
    care::form::{Item, Value},
    ui::{
        here::{Here, use_here},
        words::Key,
    },
};
use dioxus::prelude::*;

/// The largest file that is kept with the answers, in bytes: two megabytes. They are written with each answer, and sent
/// in one request that every clinic's server must take.
const LARGEST: u64 = 2 * 1024 * 1024;

/// What may be chosen where the author names nothing.
const USUAL: [(&str, &str); 4] = [
    ("image/jpeg", ".jpg,.jpeg"),
    ("image/png", ".png"),
    ("image/heic", ".heic"),
    ("application/pdf", ".pdf"),
];

/// As many bytes in megabytes, with one digit after the point where it has any.
pub(in crate::ui) fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10) / (1024 * 1024);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

fn largest(item: &Item) -> u64 {
    item.limits.max_size.map_or(LARGEST, |size| size.min(LARGEST))
}

/// What may be chosen, in words.
pub(super) fn limits(here: Here, item: &Item) -> String {
    let (words, size) = (here.words(), megabytes(largest(item)));
    if item.limits.mime_types.is_empty() {
        return words.with("form-file-hint", [("size", size.into())]);
    }
    let types = item.limits.mime_types.join(", ");
    words.with("form-file-hint-types", [("size", size.into()), ("types", types.into())])
}

/// The endings of files the system offers to choose from.
fn endings(item: &Item) -> String {
    let wanted =
        |mime: &str| {
            let any = item.limits.mime_types.is_empty();
            any || item.limits.mime_types.iter().any(|one| {
                one == mime || one.strip_suffix("/*").is_some_and(|family| mime.starts_with(family))
            })
        };
    let known = USUAL.iter().filter(|(mime, _)| wanted(mime)).map(|(_, endings)| *endings);
    let known = known.collect::<Vec<_>>().join(",");
    // A type we know no ending of: the system then offers everything, and the type is looked at afterwards.
    if known.is_empty() { ".*".to_owned() } else { known }
}

#[component]
pub(super) fn FileField(
    item: Item,
    value: Option<Value>,
    ground: Ground,
    on_change: EventHandler<(Typed, bool)>,
) -> Element {
    let here = use_here();
    let words = here.words();
    let mut trouble = use_signal(|| None::<String>);
    let most = largest(&item);
    let file = match value {
        Some(Value::Attachment(file)) => Some(file),
        _ => None,
    };
    let choose_words = if file.is_some() { Key("form-file-other") } else { Key("form-file-choose") };
    let choose = move |event: FormEvent| async move {
        let Some(file) = event.files().into_iter().next() else { return };
        let words = here.words();
        if file.size() > most {
            trouble.set(Some(words.with("form-file-too-large", [("size", megabytes(most).into())])));
            return;
        }
        match file.read_bytes().await {
            Ok(bytes) if bytes.is_empty() => trouble.set(Some(words.get("form-file-empty"))),
            Ok(bytes) => {
                trouble.set(None);
                let attachment = attached(&file.name(), file.content_type(), &bytes);
                on_change.call((Typed::Value(Value::Attachment(attachment)), false));
            }
            Err(_) => trouble.set(Some(words.get("form-file-unread"))),
        }
    };
    rsx! {
        div { class: "stack",
            if let Some(file) = &file {
                p { class: "file",
                    {words.with("form-file-chosen", [
                        ("name", file.title.clone().unwrap_or_default().into()),
                        ("size", (file.size.unwrap_or_default().div_ceil(1024)).into()),
                    ])}
                }
            }
            div { role: "status",
                if let Some(trouble) = trouble() {
                    p { class: "mistake", "{trouble}" }
                }
            }
            label { class: "button file-button",
                input {
                    id: "{ground.id}-file",
                    r#type: "file",
                    name: "{ground.id}-file",
                    accept: endings(&item),
                    "aria-describedby": ground.described,
                    onchange: choose,
                }
                {words.say(choose_words)}
            }
            if file.is_some() {
                button {
                    r#type: "button",
                    class: "button quiet",
                    onclick: move |_| on_change.call((Typed::Blank, false)),
                    {words.get("form-remove")}
                }
            }
        }
    }
}
