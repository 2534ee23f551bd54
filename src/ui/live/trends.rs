//! The trends, tied to the app: what is looked at is read, and nothing else.

use super::{changes::use_read, screens::shown};
use crate::ui::screens::{TrendsLook, TrendsModel, TrendsPage};
use dioxus::prelude::*;

#[component]
pub(super) fn TrendsScreen() -> Element {
    let mut look = use_signal(TrendsLook::default);
    let reading = use_read(move |cairn| {
        let look = look();
        async move {
            Ok(match look {
                TrendsLook::OverTime(range) => TrendsModel::OverTime(cairn.trends(range).await?),
                TrendsLook::AroundSessions => TrendsModel::AroundSessions(cairn.around_sessions().await?),
            })
        }
    });
    shown("trends", reading, |model| rsx! { TrendsPage { model, on_look: move |wanted| look.set(wanted) } })
}
