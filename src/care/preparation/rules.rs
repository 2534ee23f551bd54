//! The clinic's rules around a visit: until when what may be had, and everything else in its order and words.

use crate::care::protocol::{Hours, Instruction, Protocol};
use crate::care::{CutOff, CutOffKind, SessionTimes, VisitKind};
use chrono::{DateTime, Utc};

/// A cut-off as it stands at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// The cut-off's own id: see [`CutOff`].
    pub id: String,
    pub what: CutOffKind,
    pub at: DateTime<Utc>,
    /// It has begun to hold.
    pub over: bool,
    /// The clinic's words for it, with their gaps; none for the rule about large meals, which has none of its own.
    pub words: Option<String>,
    /// How long before arrival it is, for the gap `{h}` in the words.
    pub hours: Option<Hours>,
}

/// What may be had at one moment, as far as the rules say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fasting {
    /// The visit has no such rule.
    NoRule,
    /// No cut-off of food or drink has begun.
    NotYet,
    /// No large meal any more.
    NoLargeMeal,
    /// No food any more; clear drinks until their own cut-off, if there is one.
    NoFood,
    /// Nothing by mouth.
    Nothing,
}

/// Where on a page a rule belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    Medicines,
    Bring,
    Wear,
    Ride,
    /// What to expect or to do on the day, and whatever this version has no other place for.
    Day,
    /// When to call the clinic before the visit.
    Call,
}

/// A rule without a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub id: String,
    pub topic: Topic,
    pub words: Option<String>,
    /// Things, where it is a list.
    pub items: Vec<String>,
    /// What the clinic shows whether or not anybody wrote words for this patient.
    pub always: Option<String>,
}

/// Where the rules of the template stand; a clinic may add others.
const TOPICS: [(&str, Topic); 6] = [
    ("meds_own", Topic::Medicines),
    ("bring", Topic::Bring),
    ("attire", Topic::Wear),
    ("lenses", Topic::Wear),
    ("driver", Topic::Ride),
    ("sick", Topic::Call),
];

/// The cut-offs before a visit of `kind` as they stand at `now`, the earliest first.
///
/// `None` where the clinic's rules for such a visit are not known: the protocol does not speak of it, or a rule with
/// a time waits for a prescriber's name. Without that one, the others would look like all there is.
#[must_use]
pub fn limits(
    protocol: &Protocol,
    kind: VisitKind,
    times: &SessionTimes,
    now: DateTime<Utc>,
) -> Option<Vec<Limit>> {
    let has_time = |one: &&Instruction| one.before_arrival().is_some() || one.fatty_meal_hours.is_some();
    if protocol.phase(kind)?.instructions.iter().filter(has_time).any(Instruction::is_locked) {
        return None;
    }
    let limit = |cut_off: CutOff| {
        let instruction = protocol.instruction(&cut_off.instruction)?;
        let words = instruction.shown_text().filter(|_| cut_off.what != CutOffKind::LargeMeal);
        if cut_off.what == CutOffKind::Other && words.is_none() {
            return None;
        }
        Some(Limit {
            id: cut_off.id,
            what: cut_off.what,
            at: cut_off.at,
            over: cut_off.at <= now,
            words: words.map(str::to_owned),
            hours: instruction.hours.as_ref().map(|hours| hours.value),
        })
    };
    Some(times.cut_offs(protocol, kind).into_iter().filter_map(limit).collect())
}

/// What may be had, by the `limits` as they stand.
#[must_use]
pub fn fasting(limits: &[Limit]) -> Fasting {
    let of = |what: CutOffKind| limits.iter().find(|limit| limit.what == what);
    let is_over = |what: CutOffKind| of(what).is_some_and(|limit| limit.over);
    let rules = [CutOffKind::LargeMeal, CutOffKind::Food, CutOffKind::ClearDrinks];
    if !rules.into_iter().any(|what| of(what).is_some()) {
        Fasting::NoRule
    } else if is_over(CutOffKind::ClearDrinks) {
        // "Then nothing by mouth", whatever the rule about food says.
        Fasting::Nothing
    } else if is_over(CutOffKind::Food) {
        Fasting::NoFood
    } else if is_over(CutOffKind::LargeMeal) {
        Fasting::NoLargeMeal
    } else {
        Fasting::NotYet
    }
}

/// What counts as a clear drink before a visit of `kind`, and what does not.
#[must_use]
pub fn clear_drinks(protocol: &Protocol, kind: VisitKind) -> Option<(Vec<String>, Vec<String>)> {
    let all = protocol.phase(kind)?.instructions.iter();
    let mut told = all.filter(|one| {
        let says = !one.allowed.is_empty() || !one.not_allowed.is_empty();
        says && !one.is_locked()
    });
    told.next().map(|one| (one.allowed.clone(), one.not_allowed.clone()))
}

/// Everything else the clinic wrote about a visit of `kind`, in its order.
#[must_use]
pub fn rules(protocol: &Protocol, kind: VisitKind) -> Vec<Rule> {
    let all = protocol.phase(kind).map(|phase| &phase.instructions).into_iter().flatten();
    let timeless = all.filter(|one| one.before_arrival().is_none() && one.fatty_meal_hours.is_none());
    timeless.filter_map(rule).collect()
}

fn rule(instruction: &Instruction) -> Option<Rule> {
    let topic = TOPICS.iter().find(|(id, _)| *id == instruction.id).map_or(Topic::Day, |(_, topic)| *topic);
    let items = if instruction.is_locked() { Vec::new() } else { instruction.items.clone() };
    let rule = Rule {
        id: instruction.id.clone(),
        topic,
        words: instruction.shown_text().map(str::to_owned),
        items,
        always: instruction.always_shown.clone().filter(|words| !words.trim().is_empty()),
    };
    (rule.words.is_some() || !rule.items.is_empty() || rule.always.is_some()).then_some(rule)
}
