//! Keeps the worker of an open place running, and turns its reports into what screens show.

use super::{Cairn, home::Home};
use std::sync::Arc;

pub(super) const LAST_PULL: &str = "last-pull";

impl Cairn {
    pub(super) fn begin_sync(&self, _home: &Arc<Home>) {}
}

impl Home {
    pub(super) fn wake(&self) {}
    pub(super) async fn stop(&self) {}
}
