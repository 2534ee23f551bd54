//! Sharing with the clinic: choosing from a page, seeing to the letter what will be sent, and the list of all that was.

mod choose;
mod here;
mod preview;
mod shared;

pub use here::ShareLines;
pub use shared::{SharedPage, StandingLine};

use crate::{
    app::{
        NewShare,
        read::{Door, ShareView},
    },
    care::{
        Private,
        journal::share::{Choice, LARGEST, SharedPiece, text},
    },
    ui::{
        here::{Here, use_here},
        parts::{Frame, NotGranted},
        words::Key,
    },
};
use choose::Choosing;
use dioxus::prelude::*;
use preview::Preview;

/// How far the patient is. Nothing is chosen for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HalfShare {
    /// How much of the words; `None` for none of them.
    pub much: Option<HowMuch>,
    /// What is ticked; `all` follows from `much`.
    pub choice: Choice,
    pub step: ShareStep,
}

/// Something that is put into what is half chosen.
pub type PutShare = Box<dyn FnOnce(&mut HalfShare)>;

/// How much of the words of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowMuch {
    All,
    Parts,
}

/// Where in sharing the patient is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShareStep {
    #[default]
    Choosing,
    /// They asked for the preview of nothing, or of more than can be sent.
    Stuck,
    Preview,
}

impl HalfShare {
    /// What would be sent of `page`, if anything; the same value is shown and sent.
    pub(super) fn slice(&self, page: &ShareView) -> Option<NewShare> {
        let all = self.much == Some(HowMuch::All);
        let choice = Choice { all, ..self.choice.clone() };
        let question = page.entry.prompt.as_deref();
        let words = self.much.and_then(|_| text(question, page.words.reveal(), &choice));
        let pieces = choice.pieces.iter();
        let pieces =
            pieces.filter(|id| page.pieces.iter().any(|piece| piece.piece == **id)).cloned().collect();
        let slice = NewShare { entry: page.entry.id.clone(), words, whole: all, pieces };
        (slice.words.is_some() || !slice.pieces.is_empty()).then_some(slice)
    }

    /// As much as can be sent at once, or less.
    pub(super) fn fits(slice: &NewShare, page: &ShareView) -> bool {
        let words = slice.words.as_ref().map_or(0, |words| words.reveal().len() as u64);
        let chosen = page.pieces.iter().filter(|piece| slice.pieces.contains(&piece.piece));
        chosen.map(|piece| piece.size).fold(words, u64::saturating_add) <= LARGEST
    }
}

/// From choosing to sharing.
#[component]
pub fn SharePage(
    model: ShareView,
    half: HalfShare,
    on_put: EventHandler<PutShare>,
    on_share: EventHandler<NewShare>,
) -> Element {
    let words = use_here().words();
    let slice = half.slice(&model).filter(|slice| HalfShare::fits(slice, &model));
    rsx! {
        Frame { title: words.get("share-title"),
            match (model.with.door, half.step, slice) {
                (Door::NotGranted, ..) => rsx! {
                    NotGranted { head: Key("share-not-granted"), next: Key("share-not-granted-next") }
                },
                (_, ShareStep::Preview, Some(slice)) => rsx! {
                    Preview {
                        model,
                        slice,
                        on_share,
                        on_change: move |()| on_put.call(Box::new(|half| half.step = ShareStep::Choosing)),
                    }
                },
                _ => rsx! { Choosing { model, half, on_put } },
            }
        }
    }
}

/// The page is not there any more.
#[component]
pub fn NoSharePage() -> Element {
    let words = use_here().words();
    rsx! {
        Frame { title: words.get("share-title"),
            p { class: "soft", {words.get("share-page-gone")} }
        }
    }
}

/// A picture in words: what it shows, and how large it is.
fn picture_words(here: Here, piece: &SharedPiece) -> String {
    let words = here.words();
    let size = piece.size.div_ceil(1024);
    match piece.title.as_ref().filter(|title| !title.is_blank()).map(Private::reveal) {
        Some(title) => words.with("share-picture-named", [("title", title.into()), ("size", size.into())]),
        None => words.with("share-picture", [("size", size.into())]),
    }
}
