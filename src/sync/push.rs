//! Sends what waits: the urgent first, in order about each record, several records side by side, each
//! acknowledged by itself.

use super::{
    Room, SyncError,
    deliver::{Outcome, deliver},
    fetch::SIDE_BY_SIDE,
    manners::Manners,
};
use crate::{
    care::Id,
    clinic::ClinicError,
    store::{Queued, Reader},
};
use std::collections::{BTreeSet, VecDeque};
use tokio::task::JoinSet;

/// So many faults of the server in a row say that it is the server, not the records.
const FAULTS_IN_A_ROW: u32 = 5;
/// What is read from the outbox at once: little, so that something urgent made meanwhile comes next.
const AT_ONCE: usize = 16;

/// Sends everything that may be sent now. `hurried`: also what was put off after a failure, for the failure
/// may be over; never what can still be undone. Each request is tried once. `settled` hears of each record
/// that was delivered or set aside. Answers why a record still waits, if one does.
pub(super) async fn push(
    room: &Room,
    hurried: bool,
    settled: &impl Fn(&Id, &str),
) -> Result<Option<SyncError>, SyncError> {
    let manners = Manners::load(room).await?;
    let (tried, under_way) = (BTreeSet::new(), BTreeSet::new());
    let mut round = Round { room, hurried, tried, under_way, faults: 0, urgent: 0, waits: None, manners };
    let mut running: JoinSet<Sent> = JoinSet::new();
    let mut waiting = VecDeque::new();
    let mut end = Ok(());
    loop {
        if waiting.is_empty() && end.is_ok() {
            waiting = round.ready(running.len()).await?;
        }
        while end.is_ok()
            && running.len() < SIDE_BY_SIDE
            && let Some(queued) = waiting.pop_front_if(|next| next.outgoing.urgent || round.urgent == 0)
        {
            round.start(&mut running, queued);
        }
        // What is under way is always waited for: its acknowledgement must not be lost.
        let Some(sent) = running.join_next().await else { return end.map(|()| round.waits) };
        let Ok((record, kind, urgent, done)) = sent else { continue };
        round.urgent -= u32::from(urgent);
        round.under_way.remove(&record);
        match round.take(done).await {
            Ok(true) => settled(&record, &kind),
            Err(error) if end.is_ok() => end = Err(error),
            Ok(false) | Err(_) => {}
        }
    }
}

/// The record and its FHIR type, whether it was urgent, and what became of the request.
type Sent = (Id, String, bool, Result<(Outcome, super::deliver::Learnt), SyncError>);

struct Round<'a> {
    room: &'a Room,
    hurried: bool,
    /// Requests of this round: none is tried twice in it.
    tried: BTreeSet<Id>,
    /// Records with a request under way: what was put in its place meanwhile must not overtake it.
    under_way: BTreeSet<Id>,
    faults: u32,
    /// Urgent requests under way: nothing else begins before they are answered.
    urgent: u32,
    /// Why the last record that was put off was put off.
    waits: Option<SyncError>,
    manners: Manners,
}

impl Round<'_> {
    async fn ready(&self, running: usize) -> Result<VecDeque<Queued>, SyncError> {
        let (now, hurried) = (self.room.now(), self.hurried);
        // As much more as there may be of what was tried in this round and is still first.
        let limit = self.tried.len() + running + AT_ONCE;
        let ready = move |reader: &Reader<'_>| {
            if hurried { reader.ready_in_a_hurry(now, limit) } else { reader.ready(now, limit) }
        };
        let mut ready = self.room.read(ready).await?;
        ready.retain(|Queued { outgoing, .. }| {
            !self.tried.contains(&outgoing.id) && !self.under_way.contains(&outgoing.record)
        });
        Ok(ready.into())
    }

    fn start(&mut self, running: &mut JoinSet<Sent>, queued: Queued) {
        self.tried.insert(queued.outgoing.id.clone());
        self.under_way.insert(queued.outgoing.record.clone());
        self.urgent += u32::from(queued.outgoing.urgent);
        let (room, manners) = (self.room.clone(), self.manners.clone());
        running.spawn(async move {
            let (record, kind) = (queued.outgoing.record.clone(), queued.outgoing.kind.clone());
            let urgent = queued.outgoing.urgent;
            (record, kind, urgent, deliver(&room, &manners, queued).await)
        });
    }

    /// True if the record is delivered, answered or set aside; an error if it makes no sense to go on.
    async fn take(
        &mut self,
        done: Result<(Outcome, super::deliver::Learnt), SyncError>,
    ) -> Result<bool, SyncError> {
        let (outcome, learnt) = done?;
        if let Some(manner) = learnt {
            self.manners.learn(self.room, manner).await?;
        }
        match outcome {
            Outcome::Delivered | Outcome::Answered | Outcome::SetAside => {
                self.faults = 0;
                Ok(true)
            }
            Outcome::TakenBack => Ok(false),
            Outcome::Later(error) => {
                tracing::info!(%error, "a record waits");
                self.faults +=
                    u32::from(matches!(error, ClinicError::ServerFault { .. } | ClinicError::CutShort));
                let hopeless = error.concerns_everything() || self.faults >= FAULTS_IN_A_ROW;
                if hopeless {
                    return Err(error.into());
                }
                self.waits = Some(error.into());
                Ok(false)
            }
        }
    }
}
