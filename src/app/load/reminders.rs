//! Puts the reminders together: the plan of the coming weeks, as the patient wants it.

use super::{Records, asked::Gathered, visit::elsewhere};
use crate::{
    app::{
        AppError, Cairn, background,
        commands::{LATER, REMINDERS},
        home::Home,
        read::{Coming, KindLine, ReminderChoices, Reminders, Wishes},
    },
    care::{
        Alarm, AlarmKind, VisitKind,
        alarms::{Window, answer, plan},
    },
    store::{Reader, StoreError},
};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::sync::Arc;

/// How far ahead reminders are planned: twice the fourteen days that are promised, for who opens the app seldom.
const AHEAD: TimeDelta = TimeDelta::days(28);

/// The kinds in the order of the screen.
const KINDS: [AlarmKind; 7] = [
    AlarmKind::CutOff,
    AlarmKind::Session,
    AlarmKind::Visit,
    AlarmKind::Task,
    AlarmKind::CheckIn,
    AlarmKind::Step,
    AlarmKind::Answer,
];

impl Cairn {
    /// The reminders as they stand now.
    pub async fn reminders(&self) -> Result<Reminders, AppError> {
        let (now, phone) = (self.now(), self.zone());
        let notifications = Arc::clone(&self.0.platform.notifications);
        let standing = background(move || Ok(notifications.standing())).await?;
        self.look(move |home, reader| {
            let records = Records::load(home, reader)?;
            let choices = choices(reader)?;
            let clinic = records.zone(phone);
            let quiet = records.protocol().and_then(|protocol| protocol.quiet_hours(VisitKind::Session));
            Ok(Reminders {
                coming: coming(home, &records, reader, &choices.wishes, now, phone)?,
                kinds: KINDS.map(|kind| line(kind, &choices.wishes, &records)).to_vec(),
                clinics_quiet: quiet.map(|hours| (hours.from.time(), hours.to.time())),
                choices,
                standing,
                clinic_zone: elsewhere(now, clinic, phone),
                must_call: records.must_call(),
                first_time: records.not_yet_known(),
            })
        })
        .await
    }
}

/// What rings from `now` on, and what the patient lets a locked screen show of it.
pub(in crate::app) fn to_ring(
    home: &Home,
    reader: &Reader<'_>,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<(Vec<Coming>, ReminderChoices), StoreError> {
    let choices = choices(reader)?;
    let records = Records::load(home, reader)?;
    Ok((coming(home, &records, reader, &choices.wishes, now, phone)?, choices))
}

/// What was chosen; the defaults, which show nothing, where it cannot be read.
pub(in crate::app) fn choices(reader: &Reader<'_>) -> Result<ReminderChoices, StoreError> {
    Ok(reader.get_json(REMINDERS)?.unwrap_or_default())
}

fn coming(
    home: &Home,
    records: &Records,
    reader: &Reader<'_>,
    wishes: &Wishes,
    now: DateTime<Utc>,
    phone: Tz,
) -> Result<Vec<Coming>, StoreError> {
    let gathered = Gathered::load(records, reader, now, phone)?;
    let mut alarms = plan(&gathered.reasons(), wishes, Window { from: now, until: now + AHEAD });
    alarms
        .extend(super::safety::to_ring(home, reader, records)?.into_iter().filter(|alarm| alarm.until > now));
    let answers = super::messages::to_ring(home, reader)?;
    alarms.extend(answer(&answers, &gathered.reasons(), wishes, now));
    let put_off = reader.snoozes()?;
    let later = |alarm: &Alarm| {
        let snooze = put_off.iter().find(|snooze| snooze.alarm == alarm.id && snooze.at == alarm.at);
        snooze.map_or(alarm.at, |snooze| snooze.until)
    };
    let mut coming: Vec<_> = alarms
        .into_iter()
        .map(|alarm| {
            let at = later(&alarm);
            let local = at.with_timezone(&phone).naive_local();
            Coming { at, local, due: at <= now, may_wait: now + LATER < alarm.until, alarm }
        })
        // Put off beyond its use, it has nothing to say any more.
        .filter(|coming| coming.at < coming.alarm.until)
        .collect();
    coming.sort_by_key(|coming| coming.at);
    Ok(coming)
}

fn line(kind: AlarmKind, wishes: &Wishes, records: &Records) -> KindLine {
    let daily = || {
        let daily = records.protocol()?.checkins.daily.as_ref()?;
        Some(daily.clock.time())
    };
    let usual = || -> Option<NaiveTime> {
        match kind {
            AlarmKind::Task => Some(Wishes::TASKS),
            AlarmKind::Visit => Some(Wishes::EVENING),
            AlarmKind::CheckIn => daily(),
            AlarmKind::CutOff
            | AlarmKind::Session
            | AlarmKind::Step
            | AlarmKind::LookBack
            | AlarmKind::Answer
            | AlarmKind::Call => None,
        }
    };
    KindLine { kind, on: wishes.wants(kind), clock: wishes.clock(kind).or_else(usual) }
}
