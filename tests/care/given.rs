//! What the tests reckon with: the sample's protocol as a clinic may have changed it, one session, and its plan.

use cairn::care::alarms::{Quiet, Reasons, ToDo, Window, Wishes, plan};
use cairn::care::journal::Step;
use cairn::care::protocol::Protocol;
use cairn::care::schedule::Done;
use cairn::care::{Alarm, Due, Id, Marks, SessionTimes, Visit, VisitKind, VisitState};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const NEW_YORK: Tz = chrono_tz::America::New_York;

pub(crate) fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn local(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

pub(crate) fn protocol_json() -> Value {
    let bundled = include_str!("../../assets/practice/sample.json");
    serde_json::from_str::<Value>(bundled).unwrap()["protocol"].take()
}

/// The sample's protocol with `changes`: a JSON pointer and what is put there.
pub(crate) fn protocol(changes: &[(&str, Value)]) -> Protocol {
    let mut json = protocol_json();
    for (pointer, value) in changes {
        *json.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = value.clone();
    }
    // From text, as a phone does.
    serde_json::from_str(&json.to_string()).unwrap()
}

/// A confirmed session of which the patient arrives at `arrival`.
pub(crate) fn session(protocol: &Protocol, arrival: DateTime<Utc>) -> Visit {
    let start = arrival + protocol.arrive_early(VisitKind::Session);
    visit("s", VisitKind::Session, start)
}

pub(crate) fn visit(id: &str, kind: VisitKind, start: DateTime<Utc>) -> Visit {
    Visit {
        id: Id::new(id).unwrap(),
        kind,
        state: VisitState::Confirmed,
        start: Some(start),
        end: None,
        booked: None,
        place: None,
        with: Vec::new(),
        note: None,
    }
}

pub(crate) fn times(protocol: &Protocol, arrival: DateTime<Utc>, zone: Tz) -> SessionTimes {
    let start = arrival + protocol.arrive_early(VisitKind::Session);
    SessionTimes::of(protocol, VisitKind::Session, start, None, Marks::default(), zone).unwrap()
}

pub(crate) fn to_do(id: &str, due: Due) -> ToDo {
    ToDo { id: id.to_owned(), title: format!("Do {id}"), due, step: None }
}

/// A patient's situation, to be planned for.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) protocol: Option<Protocol>,
    pub(crate) visits: Vec<Visit>,
    pub(crate) marks: BTreeMap<Id, Marks>,
    pub(crate) withheld: BTreeSet<Id>,
    pub(crate) to_do: Vec<ToDo>,
    pub(crate) steps: Vec<Step>,
    pub(crate) done: Done,
    pub(crate) clinic: Tz,
    pub(crate) phone: Tz,
    pub(crate) wishes: Wishes,
}

impl Case {
    pub(crate) fn new(protocol: Protocol, visits: Vec<Visit>, zone: Tz) -> Self {
        Self {
            protocol: Some(protocol),
            visits,
            marks: BTreeMap::new(),
            withheld: BTreeSet::new(),
            to_do: Vec::new(),
            steps: Vec::new(),
            done: Done::default(),
            clinic: zone,
            phone: zone,
            wishes: Wishes::default(),
        }
    }

    /// One session in New York with the sample's protocol.
    pub(crate) fn one_session(arrival: &str) -> Self {
        let protocol = protocol(&[]);
        let session = session(&protocol, utc(arrival));
        Self::new(protocol, vec![session], NEW_YORK)
    }

    pub(crate) fn quiet(mut self, quiet: Quiet) -> Self {
        self.wishes.quiet = quiet;
        self
    }

    pub(crate) fn rings(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Alarm> {
        self.with_reasons(|reasons| plan(reasons, &self.wishes, Window { from, until }))
    }

    pub(crate) fn with_reasons<T>(&self, reckon: impl FnOnce(&Reasons<'_>) -> T) -> T {
        let reasons = Reasons {
            visits: &self.visits,
            marks: &self.marks,
            zones: &BTreeMap::new(),
            withheld: &self.withheld,
            protocol: self.protocol.as_ref(),
            to_do: &self.to_do,
            steps: &self.steps,
            done: &self.done,
            clinic: self.clinic,
            phone: self.phone,
        };
        reckon(&reasons)
    }

    /// Every ring there will ever be or has been.
    pub(crate) fn all(&self) -> Vec<Alarm> {
        self.rings(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC)
    }

    pub(crate) fn ring(&self, id: &str) -> Option<Alarm> {
        self.all().into_iter().find(|alarm| alarm.id == id)
    }
}

pub(crate) fn minutes(count: i64) -> TimeDelta {
    TimeDelta::minutes(count)
}
