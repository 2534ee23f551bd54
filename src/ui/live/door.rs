//! The door to a clinic: finding it, waiting for the browser, and coming in; it can be left at any moment.

use crate::{
    app::{AppError, Cairn, Connecting, Farewell, read::SyncTrouble},
    ui::{here::Shell, screens::ConnectStage},
};
use dioxus::{core::Task, prelude::*};
use std::future::Future;

/// Where the patient stands at the door, and what can be done there. Copies are the same door.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Door {
    /// The address as typed.
    pub(super) address: Signal<String>,
    /// Set while a sign-in is under way.
    pub(super) stage: Signal<Option<ConnectStage>>,
    /// Why the last attempt did not work; gone with the next attempt, or when it is closed.
    pub(super) trouble: Signal<Option<SyncTrouble>>,
    /// Begins at an address.
    pub(super) connect: Callback<String>,
    /// Begins at the clinic of whoever is here.
    pub(super) sign_in_again: Callback<()>,
    /// Leaves the door; the page in the browser then leads nowhere.
    pub(super) cancel: Callback<()>,
}

/// The one door of the app. `settle` is called when somebody came in.
pub(super) fn use_door(cairn: Cairn, shell: Shell, settle: Callback<()>) -> Door {
    let address = use_signal(String::new);
    let mut stage = use_signal(|| None);
    let mut trouble = use_signal(|| None);
    let mut under_way = use_signal(|| None::<Task>);
    let going = Going { shell, stage, trouble };
    let connect = use_callback({
        let cairn = cairn.clone();
        move |wanted: String| {
            let mut address = address;
            address.set(wanted.clone());
            let cairn = cairn.clone();
            under_way.set(Some(spawn(async move {
                let begin = cairn.connect(&wanted);
                // Whoever comes in by an address may be somebody else than whoever was here.
                if going.through(&cairn, begin).await {
                    shell.forget();
                    settle.call(());
                }
            })));
        }
    });
    let sign_in_again = use_callback(move |()| {
        let cairn = cairn.clone();
        under_way.set(Some(spawn(async move {
            // Nobody but the patient who is here can come in this way, so what is half written stays.
            if going.through(&cairn, cairn.sign_in_again()).await {
                settle.call(());
            }
        })));
    });
    let cancel = use_callback(move |()| {
        if let Some(task) = under_way.take() {
            task.cancel();
        }
        stage.set(None);
        trouble.set(None);
    });
    Door { address, stage, trouble, connect, sign_in_again, cancel }
}

impl Door {
    /// The trouble was read and may go.
    pub(super) fn close(mut self) {
        self.trouble.set(None);
    }
}

/// What one way through the door needs to know.
#[derive(Clone, Copy)]
struct Going {
    shell: Shell,
    stage: Signal<Option<ConnectStage>>,
    trouble: Signal<Option<SyncTrouble>>,
}

impl Going {
    /// True if somebody came in.
    async fn through(
        mut self,
        cairn: &Cairn,
        begin: impl Future<Output = Result<Connecting, AppError>>,
    ) -> bool {
        let mut shell = self.shell;
        shell.not_done.set(None);
        self.trouble.set(None);
        self.stage.set(Some(ConnectStage::Looking));
        let came = self.wait(begin).await;
        self.stage.set(None);
        if let Err(error) = &came {
            tracing::warn!(%error, "the sign-in did not work");
            self.trouble.set(Some(error.trouble(cairn.now())));
        }
        came.is_ok()
    }

    async fn wait(
        mut self,
        begin: impl Future<Output = Result<Connecting, AppError>>,
    ) -> Result<(), AppError> {
        let connecting = begin.await?;
        self.stage.set(Some(ConnectStage::InBrowser { link: connecting.page().to_owned() }));
        let farewell = Farewell(self.shell.here.peek().words().get("browser-farewell"));
        connecting.finish(&farewell).await
    }
}
