//! What the clinic asks is left out, and taken back.

use super::deeds::Deeds;
use crate::ui::here::TakeBack;

impl Deeds {
    /// Leaves out what has these keys, this time.
    pub(super) fn skip(&self, keys: Vec<String>) {
        let cairn = self.cairn().clone();
        let skipped = keys.clone();
        self.carry_out_undoable(async move { cairn.skip(skipped).await }, move |shell| {
            shell.tell("skipped", Some(TakeBack::Skipped(keys)));
        });
    }

    /// They are asked again.
    pub(super) fn unskip(&self, keys: Vec<String>) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.unskip(keys).await }, |shell| shell.tell("asked-again", None));
    }
}
