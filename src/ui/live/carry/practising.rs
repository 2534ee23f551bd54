//! Practices and their log, and the sitting that goes on while one looks elsewhere.

use crate::{
    app::Cairn,
    care::{
        Private,
        journal::{Practice, Sitting},
    },
    ui::{
        carrying::Still,
        here::{Draft, Shell},
        live::{changes::use_read, deeds::Deeds, screens::shown},
        navigation::Screen,
        screens::{PracticePage, PracticesPage},
    },
};
use dioxus::prelude::*;
use std::time::Duration;

/// How often the clock is asked whether a sitting is over.
const BEAT: Duration = Duration::from_millis(500);

#[component]
pub(in crate::ui::live) fn PracticesScreen() -> Element {
    let (keeping, removing) = (use_context::<Deeds>(), use_context::<Deeds>());
    let reading = use_read(|cairn| async move { cairn.practices().await });
    shown("practices", reading, |model| {
        rsx! {
            PracticesPage {
                model,
                on_keep: move |(what, keep)| keeping.keep_for_session(what, keep),
                on_remove: move |id| removing.remove_practised(id),
            }
        }
    })
}

#[component]
pub(in crate::ui::live) fn PracticeScreen(practice: Practice) -> Element {
    let cairn = use_context::<Cairn>();
    let (drawing, noting) = (use_context::<Deeds>(), use_context::<Deeds>());
    let clock = use_callback(move |()| cairn.now());
    let noted = practice.clone();
    let reading = use_read(move |cairn| {
        let practice = practice.clone();
        async move { cairn.practice(practice).await }
    });
    shown("practices", reading, |model| {
        rsx! {
            PracticePage {
                model,
                clock,
                on_draw: move |()| drawing.draw_on_a_page(),
                on_note: move |(minutes, words)| noting.note_practised(noted.clone(), minutes, words),
            }
        }
    })
}

impl Deeds {
    /// Begins a page of the journal with a drawing on it, and goes there.
    fn draw_on_a_page(&self) {
        let (cairn, way) = (self.cairn().clone(), self.shell().way);
        let begin = async move {
            let page = cairn.begin_entry(None).await?;
            let drawing = cairn.begin_drawing(page.clone()).await?;
            way.go(Screen::Entry(page));
            way.go(Screen::Drawing(drawing));
            Ok(())
        };
        self.carry_out(begin, |_| ());
    }

    fn note_practised(&self, practice: Practice, minutes: Option<u32>, words: Private) {
        let (cairn, mut draft) = (self.cairn().clone(), self.shell().draft);
        // The field below is a new one already, and empty; what was typed comes back if it could not be kept.
        let typed = draft.write().carrying.helped.take();
        let note = async move {
            let noted = cairn.note_practised(practice, minutes, words).await;
            if noted.is_err() {
                draft.write().carrying.helped = typed;
            } else if minutes.is_some() {
                draft.write().carrying.still = Still::No;
            }
            noted.map(drop)
        };
        self.carry_out(note, |shell| shell.tell("practised-kept", None));
    }
}

/// Shows nothing but the bell: sees to it that a sitting ends by the clock, wherever the patient is in the app, and
/// says so where the timer is not in sight; and that it goes on when the app was closed meanwhile.
#[component]
pub(in crate::ui::live) fn SittingHere(
    /// Somebody is here.
    open: bool,
) -> Element {
    let (cairn, shell) = (use_context::<Cairn>(), use_context::<Shell>());
    let mut draft = shell.draft;
    let still = use_memo(move || draft.read().carrying.still);
    use_kept(cairn.clone(), draft, still, open);
    // Each bell is a new one, so that the page's script notices it.
    let mut bell = use_signal(|| (0_u32, None::<&'static str>));
    use_resource(move || {
        let (cairn, still) = (cairn.clone(), still());
        async move {
            let Still::Sitting(sitting) = still else { return };
            while sitting.left(cairn.now()).is_some() {
                tokio::time::sleep(BEAT).await;
            }
            if sitting.may_ring(cairn.now()) {
                let (count, _) = *bell.peek();
                bell.set((count + 1, draft.peek().carrying.bell.loudness()));
            }
            if !timer_in_sight(&shell) {
                shell.tell("timer-over", None);
            }
            end(&mut draft.write().carrying.still, sitting);
        }
    });
    let (count, loudness) = bell();
    rsx! {
        for count in loudness.map(|_| count) {
            span { key: "{count}", hidden: true, "data-bell": loudness }
        }
    }
}

/// Takes up the sitting that was kept when somebody comes in, and keeps what becomes of it from then on.
fn use_kept(cairn: Cairn, mut draft: Signal<Draft>, still: Memo<Still>, open: bool) {
    let mut kept = use_signal(|| None::<Still>);
    let here = use_memo(use_reactive!(|open| open));
    use_resource(move || {
        let (cairn, here, now) = (cairn.clone(), here(), still());
        async move {
            if !here {
                kept.set(None);
                return;
            }
            let known = *kept.peek();
            if known.is_none() && now == Still::No {
                let found = match cairn.sitting().await {
                    Ok(found) => found,
                    Err(error) => {
                        tracing::warn!(%error, "the sitting that was begun cannot be read");
                        None
                    }
                };
                let taken_up = found.map_or(Still::No, |sitting| match sitting.left(cairn.now()) {
                    Some(_) => Still::Sitting(sitting),
                    None => Still::Over(sitting),
                });
                kept.set(Some(taken_up));
                if taken_up != Still::No {
                    draft.write().carrying.still = taken_up;
                }
            } else if known != Some(now) {
                let sitting = match now {
                    Still::No => None,
                    Still::Sitting(sitting) | Still::Over(sitting) => Some(sitting),
                };
                if let Err(error) = cairn.keep_sitting(sitting).await {
                    tracing::warn!(%error, "a sitting is not kept");
                }
                kept.set(Some(now));
            }
        }
    });
}

/// Only the sitting that was waited for is over, not one that was begun meanwhile.
fn end(still: &mut Still, sitting: Sitting) {
    if *still == Still::Sitting(sitting) {
        *still = Still::Over(sitting);
    }
}

fn timer_in_sight(shell: &Shell) -> bool {
    matches!(shell.way.here(), Screen::Practice(Practice::Sit) | Screen::Centering(_))
}
