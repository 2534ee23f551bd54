//! Keeps the worker of an open place running, and turns its reports into what screens show.

use super::{Cairn, Changed, home::Home, trouble};
use crate::{
    care::booking::Wish,
    clinic::{FhirClient, Http, Now},
    platform::ids,
    sync::{Progress, Room, Sources, SyncError, Wake, Wanted, Worker},
};
use std::sync::{Arc, PoisonError, Weak};

impl Cairn {
    /// Starts to speak with the clinic of `home`, if it has one and the sign-in is there.
    pub(super) async fn begin_sync(&self, http: Http, home: &Arc<Home>) {
        let Some(session) = home.session.clone() else { return };
        let now = self.clinic_now();
        let sources =
            Sources { now: Arc::clone(&now), new_id: Arc::new(ids::new), chance: Arc::new(ids::fraction) };
        let room = Room {
            store: home.store.clone(),
            clinic: FhirClient::signed_in(http, session).await,
            owner: home.profile.in_store(),
            sources,
            page: Room::PAGE,
        };
        // The worker belongs to the home, so it must not keep the home alive.
        let (cairn, weak) = (self.clone(), Arc::downgrade(home));
        let worker = Worker::start(room, Arc::new(move |progress| cairn.hear(&weak, &now, &progress)));
        *home.worker.lock().unwrap_or_else(PoisonError::into_inner) = Some(worker);
    }

    fn hear(&self, home: &Weak<Home>, now: &Now, progress: &Progress<'_>) {
        let Some(home) = home.upgrade() else { return };
        let trouble = |error: Option<&SyncError>| error.map(|error| trouble::of_sync(error, now()));
        match progress {
            Progress::Began => home.change_standing(|standing| standing.busy = true),
            Progress::Ended(error) => home.change_standing(|standing| {
                standing.busy = false;
                standing.trouble = trouble(*error);
            }),
            Progress::Settled(_) => {
                // A ring about it may have to be taken back.
                self.tell(Changed::Reminders);
                self.tell(Changed::Booking);
            }
            Progress::Arrived(_) => {
                self.tell(Changed::Clinic);
                self.tell(Changed::Booking);
            }
            Progress::TimesCame => self.tell(Changed::Booking),
            Progress::KeepEnded => {
                home.change_standing(|standing| standing.keeping = false);
                self.tell(Changed::Booking);
            }
            Progress::TimesEnded(error) => {
                home.change_standing(|standing| {
                    standing.asking = false;
                    standing.no_times = trouble(*error);
                });
                self.tell(Changed::Booking);
            }
        }
        self.tell(Changed::Delivery);
    }
}

impl Home {
    /// The patient made something.
    pub(super) fn wake(&self) {
        self.ring(Wake::Queued);
    }

    /// There is a reason to look at everything.
    pub(super) fn look(&self) {
        self.ring(Wake::Look);
    }

    /// The patient looks for a free time.
    pub(super) fn look_for_times(&self, wanted: Wanted) {
        let worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(worker) = worker.as_ref() {
            self.change_standing(|standing| standing.asking = true);
            worker.wake(Wake::Times(wanted));
        }
    }

    /// The patient looks at the time of what would be this wish.
    pub(super) fn keep_time(&self, wish: Wish) {
        let worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(worker) = worker.as_ref() {
            self.change_standing(|standing| standing.keeping = true);
            worker.wake(Wake::Keep(Box::new(wish)));
        }
    }

    fn ring(&self, why: Wake) {
        if let Some(worker) = self.worker.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            worker.wake(why);
        }
    }

    /// Nothing is sent or fetched any more once this returns.
    pub(super) async fn stop(&self) {
        let worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(worker) = worker {
            worker.stop().await;
        }
        // Cut off in the middle of a run, it could not say that it ended.
        self.change_standing(|standing| {
            standing.busy = false;
            standing.asking = false;
            standing.keeping = false;
        });
    }
}
