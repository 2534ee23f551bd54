//! Reads for a screen, and reads again when the app says that something is not as it was.

use crate::{
    app::{AppError, Cairn, Changed, read::SyncTrouble},
    ui::here::Shell,
};
use dioxus::prelude::*;
use std::future::Future;
use tokio::sync::broadcast::error::RecvError;

/// Counts the changes; what reads it is read anew with each.
#[derive(Debug, Clone, Copy)]
struct Changes(Signal<u64>);

/// What reading for a screen came to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading<T> {
    Waiting,
    Ready(T),
    Failed(SyncTrouble),
}

/// Listens to the app for as long as it runs.
pub(super) fn use_changes(cairn: &Cairn) {
    let Changes(mut count) = use_context_provider(|| Changes(Signal::new(0)));
    use_hook(|| {
        let mut receiver = cairn.changes();
        spawn(async move {
            loop {
                match receiver.recv().await {
                    // Who moves in or out is settled by the deed that does it.
                    Ok(Changed::Situation) => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => count += 1,
                    Err(RecvError::Closed) => return,
                }
            }
        })
    });
}

/// Reads with `read` now, after each change, and when the minute turns. What was read stays in sight meanwhile.
/// The second value reads once more when called.
pub(super) fn use_read<T, F>(read: impl Fn(Cairn) -> F + 'static) -> (Reading<T>, Callback<()>)
where
    T: Clone + 'static,
    F: Future<Output = Result<T, AppError>> + 'static,
{
    let cairn = use_context::<Cairn>();
    let Changes(count) = use_context();
    let shell = use_context::<Shell>();
    let minute = use_memo(move || shell.here.read().now.timestamp().div_euclid(60));
    let mut resource = use_resource(move || {
        // Named only so that the reading is done again when they change.
        let _ = (count(), minute());
        let (reading, cairn) = (read(cairn.clone()), cairn.clone());
        async move {
            match reading.await {
                Ok(value) => Reading::Ready(value),
                // Somebody is just moving out; another screen follows.
                Err(AppError::NobodyHere) => Reading::Waiting,
                Err(error) => {
                    tracing::warn!(%error, "a screen could not be read");
                    Reading::Failed(error.trouble(cairn.now()))
                }
            }
        }
    });
    let again = use_callback(move |()| resource.restart());
    let found = resource.value().read().clone().unwrap_or(Reading::Waiting);
    (found, again)
}
