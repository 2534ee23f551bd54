//! Puts the things to do together: the clinic's word wins, and until it has one, the patient's ticks count.

use super::{Records, check_ins::delivery, consent::Papers, forms, visit::elsewhere};
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{Done, DueLine, FormToFill, LeadsTo, ToDo, Whose},
    },
    care::{
        Delivery, Due, Id, Intention, ItemKey, ItemState, OwnItem, PlanItem, SessionTimes, Tick, Visit,
        VisitKind, alarms, consent::State, protocol::Protocol, schedule,
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::collections::{HashMap, HashSet};

/// The protocol's task of catching words, images and feelings after a session (protocol.md, `integration`).
const CAPTURE: &str = "capture";

impl Cairn {
    /// All things to do.
    pub async fn to_do(&self) -> Result<ToDo, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let all = lines(home, reader, &records, now, phone)?;
            let (open, done) = all.into_iter().partition(DueLine::is_open);
            Ok(ToDo {
                open,
                done,
                plan_unreadable: records.has_unreadable("CarePlan"),
                intention: reader.intentions()?.into_iter().next(),
            })
        })
        .await
    }

    /// What the patient wants to bring to the session, the newest first, with all earlier versions.
    pub async fn intentions(&self) -> Result<Vec<Intention>, AppError> {
        self.look(|_, reader| reader.intentions()).await
    }
}

/// Everything to do and done, of every plan in force, of tasks by themselves and of the patient's own: what is due
/// first comes first, and the patient's own at the end.
pub(super) fn lines(
    home: &Home,
    reader: &Reader<'_>,
    records: &Records,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Vec<DueLine>, StoreError> {
    let zone = records.zone(phone);
    let items = items(records, now, zone);
    let (ticks, papers) = (ticks(reader)?, Papers::of(reader, records, &items, now, phone)?);
    let mut lines = Vec::new();
    for (key, item) in items {
        let elsewhere = item.due.and_then(|due| elsewhere(due.last_instant(zone), zone, phone));
        if let Some(document) = records.paper_of(&item) {
            let done = signed(home, reader, &papers, document, &item)?;
            let leads = Some(LeadsTo::Sign(document.clone()));
            lines.push(DueLine { elsewhere, leads, ..of_clinic(key, &item, done, now, zone) });
            continue;
        }
        let form = form(reader, records, &key, &item)?;
        let done = match (item.state, ticks.get(&key).filter(|tick| tick.done)) {
            (ItemState::Done, _) => Done::AtClinic,
            (_, Some(tick)) => Done::Here(tick.changed_at, stands(home, reader, tick, form.as_ref())?),
            (_, None) => Done::No,
        };
        let hidden = records.hides_how(&key, &item);
        let of_clinic = of_clinic(key, &item, done, now, zone);
        let leads = if hidden { Some(LeadsTo::NotKnown) } else { of_clinic.leads };
        lines.push(DueLine { elsewhere, form, leads, ..of_clinic });
    }
    lines.extend(reader.own_items()?.into_iter().map(own));
    Ok(lines)
}

/// Where what was ticked is: of a form where its answers are, else where the tick is.
fn stands(
    home: &Home,
    reader: &Reader<'_>,
    tick: &Tick,
    form: Option<&FormToFill>,
) -> Result<Delivery, StoreError> {
    let finished = form.map(|form| reader.finished_form_for(&form.due)).transpose()?.flatten();
    delivery(home, reader, finished.as_ref().map_or(&tick.record, |finished| &finished.id))
}

/// What is open, not ticked and due, to be reminded of.
pub(super) fn to_remind(
    reader: &Reader<'_>,
    records: &Records,
    now: DateTime<Utc>,
    zone: Tz,
) -> Result<Vec<alarms::ToDo>, StoreError> {
    let items = items(records, now, zone);
    let (ticks, papers) = (ticks(reader)?, Papers::of(reader, records, &items, now, zone)?);
    // Of a paper its signature says what is done: there may be another text of it since it was ticked.
    let is_done = |key: &ItemKey, item: &PlanItem| match records.paper_of(item) {
        Some(document) => papers.paper(document).is_some_and(|paper| matches!(paper.state, State::Signed(_))),
        None => ticks.get(key).is_some_and(|tick| tick.done),
    };
    let open = items.into_iter().filter(|(key, item)| !is_done(key, item));
    Ok(open.filter_map(|(_, item)| alarms::ToDo::of(&item)).collect())
}

/// What the signatures say about a thing to do that asks for a paper.
fn signed(
    home: &Home,
    reader: &Reader<'_>,
    papers: &Papers,
    document: &Id,
    item: &PlanItem,
) -> Result<Done, StoreError> {
    let record = match papers.paper(document).map(|paper| &paper.state) {
        Some(State::AtClinic) => return Ok(Done::AtClinic),
        Some(State::Signed(_)) if item.state == ItemState::Done => return Ok(Done::AtClinic),
        Some(State::Signed(record)) => record,
        Some(State::ToSign | State::NewText(_)) | None => return Ok(Done::No),
    };
    match papers.signature(record) {
        Some(kept) if kept.here => Ok(Done::Here(kept.signature.at, delivery(home, reader, record)?)),
        Some(_) => Ok(Done::AtClinic),
        None => Ok(Done::No),
    }
}

fn ticks(reader: &Reader<'_>) -> Result<HashMap<ItemKey, Tick>, StoreError> {
    Ok(reader.ticks()?.into_iter().map(|tick| (tick.key.clone(), tick)).collect())
}

/// What the clinic wants done in every plan in force and by tasks of their own, soonest first, each due as its session
/// stands now.
pub(super) fn items(records: &Records, now: DateTime<Utc>, zone: Tz) -> Vec<(ItemKey, PlanItem)> {
    let mut items: Vec<(ItemKey, PlanItem)> = Vec::new();
    for plan in records.active_plans() {
        let key = |item: &PlanItem| ItemKey { plan: Some(plan.id.clone()), item: item.id.clone() };
        items.extend(plan.items.iter().map(|item| (key(item), item.clone())));
    }
    // A server may keep an activity of the plan as a task as well.
    let in_plan: HashSet<_> = items.iter().map(|(_, item)| item.title.clone()).collect();
    let alone = records.tasks.iter().filter(|task| !in_plan.contains(&task.title));
    items.extend(alone.map(|task| (ItemKey { plan: None, item: task.id.clone() }, task.clone())));
    items.retain(|(_, item)| item.state != ItemState::Dropped);
    if let Some(protocol) = records.the_rules() {
        let sessions = sessions(records, protocol, zone);
        for (_, item) in &mut items {
            item.due = item.due_around(protocol, &sessions, now);
        }
    }
    items.sort_by_key(|(_, item)| item.due.map_or(DateTime::<Utc>::MAX_UTC, |due| due.last_instant(zone)));
    items
}

impl Records {
    /// True where nobody can say how a thing to do is done, and it may be by signing: it stands for a task of rules that are
    /// not here, or, where plans follow different rules, for a paper of one of them.
    fn hides_how(&self, key: &ItemKey, item: &PlanItem) -> bool {
        let Some(task) = item.task.as_deref().filter(|_| item.form.is_none() && self.rules_missing()) else {
            return false;
        };
        let signs = |rules: &Protocol| rules.task(task).is_some_and(|(_, task)| task.consent.is_some());
        self.rules_beside(key).any(|rules| rules.is_none_or(signs))
    }

    /// The rules that the plan of a thing to do names, as far as they are here; those of every plan for one that is in none.
    fn rules_beside(&self, key: &ItemKey) -> impl Iterator<Item = Option<&Protocol>> {
        let plans = self.active_plans().filter(|plan| key.plan.as_ref().is_none_or(|own| *own == plan.id));
        plans.filter_map(|plan| plan.protocol.as_ref()).map(|id| self.protocols.get(id))
    }
}

/// The sessions the clinic said yes to, those that took place as well.
fn sessions(records: &Records, protocol: &Protocol, zone: Tz) -> Vec<SessionTimes> {
    let certain = |visit: &&Visit| visit.kind == VisitKind::Session && visit.state.stands();
    let times = |visit: &Visit| {
        SessionTimes::of_visit(protocol, visit, records.marks(&visit.id), records.zone_of(visit, zone))
    };
    records.visits.iter().filter(certain).filter_map(times).collect()
}

/// The form of a thing to do: the one the clinic named in it, else that of the protocol's task. None where it is not on
/// this phone: then there is a box to tick, as for any other thing to do.
fn form(
    reader: &Reader<'_>,
    records: &Records,
    key: &ItemKey,
    item: &PlanItem,
) -> Result<Option<FormToFill>, StoreError> {
    let of_task = || {
        let rules = records.the_rules().or_else(|| records.rules_beside(key).flatten().next())?;
        let (_, task) = rules.task(item.task.as_deref()?)?;
        task.form.clone()
    };
    let Some(name) = item.form.clone().or_else(of_task) else { return Ok(None) };
    let there = forms::find(reader, &name)?.is_some();
    Ok(there.then(|| FormToFill { name, due: schedule::key_of(key) }))
}

fn of_clinic(key: ItemKey, item: &PlanItem, done: Done, now: DateTime<Utc>, zone: Tz) -> DueLine {
    let local = |due: Due| match due {
        Due::At(instant) => instant.with_timezone(&zone).naive_local(),
        Due::On(day) => day.and_time(chrono::NaiveTime::MIN),
    };
    DueLine {
        whose: Whose::Clinic(key),
        title: crate::care::Private::new(item.title.clone()),
        note: item.note.clone(),
        due: item.due,
        due_local: item.due.map(local),
        elsewhere: None,
        overdue: item.due.is_some_and(|due| due.last_instant(zone) <= now),
        done,
        form: None,
        leads: leads(item),
    }
}

fn own(item: OwnItem) -> DueLine {
    DueLine {
        whose: Whose::Own(item.id),
        title: item.title,
        note: None,
        due: None,
        due_local: None,
        elsewhere: None,
        overdue: false,
        done: item.done_at.map_or(Done::No, |at| Done::Here(at, Delivery::StaysHere)),
        form: None,
        leads: None,
    }
}

/// Where the protocol's tasks around writing, small steps and practices are done.
fn leads(item: &PlanItem) -> Option<LeadsTo> {
    match item.task.as_deref()? {
        CAPTURE => Some(LeadsTo::Write),
        "one-step" => Some(LeadsTo::NewStep),
        "weekly" => Some(LeadsTo::Steps),
        "practice" => Some(LeadsTo::Practices),
        _ => None,
    }
}
