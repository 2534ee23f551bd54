//! The screen of reminders with what it reads and what its buttons do.

use super::{changes::use_read, deeds::Deeds, screens::shown};
use crate::{app::read::ReminderChoices, care::Alarm, ui::screens::RemindersPage};
use dioxus::prelude::*;
use std::{cell::Cell, rc::Rc};

#[component]
pub(super) fn RemindersScreen() -> Element {
    let deeds = use_context::<Deeds>();
    let reading = use_read(|cairn| async move { cairn.reminders().await });
    let (choosing, testing) = (deeds.clone(), deeds.clone());
    shown("reminders", reading, |model| {
        rsx! {
            RemindersPage {
                model,
                on_choose: move |choices| choosing.choose_reminders(choices),
                on_test: move |()| testing.test_reminders(),
                on_later: move |alarm| deeds.put_off(alarm),
            }
        }
    })
}

impl Deeds {
    fn choose_reminders(&self, choices: ReminderChoices) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.choose_reminders(choices).await }, |_| ());
    }

    fn test_reminders(&self) {
        let cairn = self.cairn().clone();
        self.carry_out(async move { cairn.test_reminders().await }, |shell| shell.tell("test-sent", None));
    }

    fn put_off(&self, alarm: Alarm) {
        let cairn = self.cairn().clone();
        let Alarm { id, at, .. } = alarm;
        let put_off = Rc::new(Cell::new(false));
        let done = Rc::clone(&put_off);
        let deed = async move {
            done.set(cairn.snooze(id, at).await?);
            Ok(())
        };
        self.carry_out(deed, move |shell| {
            if put_off.get() {
                shell.tell("put-off-done", None);
            } else {
                shell.tell("put-off-too-late", None);
            }
        });
    }
}
