//! `CarePlan.activity.detail`: one thing to do, recognisable in every version of the plan.

use super::super::element::Element;
use super::super::moment::Moment;
use super::super::systems::PROTOCOLS;
use super::super::{Unreadable, What, concept, form_names, visit_kind};
use crate::care::{ItemState, PlanItem};
use chrono_tz::Tz;

const STATES: [(&str, ItemState); 9] = [
    ("not-started", ItemState::Open),
    ("scheduled", ItemState::Open),
    ("in-progress", ItemState::Open),
    ("unknown", ItemState::Open),
    ("completed", ItemState::Done),
    ("on-hold", ItemState::Dropped),
    ("cancelled", ItemState::Dropped),
    ("stopped", ItemState::Dropped),
    ("entered-in-error", ItemState::Dropped),
];

/// What to do (`code`, else `description`), more words (`description`, and the schedule where it is words),
/// and by when. `reasonCode` in our `CodeSystem` says which step it belongs to.
///
/// A thing *not* to do (`doNotPerform`) must never look like a thing to do: not supported, hence unreadable.
pub(super) fn read(activity: &Element<'_>, detail: &Element<'_>) -> Result<PlanItem, Unreadable> {
    if detail.flag("doNotPerform")? {
        return Err(detail.wrong("doNotPerform", What::NotSupported));
    }
    let label = concept::words_of(detail, "code")?;
    let description = detail.text("description")?;
    let title = detail.need("description", label.or(description))?;
    let (due, schedule) = schedule(detail)?;
    let notes: Vec<&str> = [label.and(description), schedule].into_iter().flatten().collect();
    Ok(PlanItem {
        id: id(activity, detail, title)?,
        title: title.to_owned(),
        note: Some(notes.join("\n")).filter(|note| !note.is_empty()),
        state: detail.need("status", detail.code("status", &STATES)?)?,
        due: due.map(Moment::due),
        task: task(detail)?,
        step: visit_kind::coded(&detail.children("reasonCode")?)?,
        form: form(&detail.texts("instantiatesCanonical")?),
    })
}

/// The id the clinic gave the activity; else its first code; else its words.
///
/// Never its position, which an insertion shifts, so that a tick would move to another thing to do. With
/// words alone, a reworded item counts as a new one: what was ticked was the old wording.
fn id(activity: &Element<'_>, detail: &Element<'_>, title: &str) -> Result<String, Unreadable> {
    if let Some(id) = activity.text("id")? {
        return Ok(id.to_owned());
    }
    if let Some(code) = detail.child("code")? {
        for coding in code.children("coding")? {
            if let (Some(system), Some(code)) = (coding.text("system")?, coding.text("code")?) {
                return Ok(format!("{system}|{code}"));
            }
        }
    }
    Ok(title.to_owned())
}

/// The task of a protocol it stands for: its code there. None where it bears two, for nobody could say which rule
/// holds.
pub(in crate::fhir) fn task(coded: &Element<'_>) -> Result<Option<String>, Unreadable> {
    let mut found = Vec::new();
    for coding in coded.child("code")?.map_or(Ok(Vec::new()), |code| code.children("coding"))? {
        if coding.text("system")?.is_some_and(|system| system.starts_with(PROTOCOLS)) {
            found.extend(coding.text("code")?.map(str::to_owned));
        }
    }
    found.dedup();
    let two = found.len() > 1;
    Ok(found.pop().filter(|_| !two))
}

/// The first of these canonicals that is a form.
pub(in crate::fhir) fn form(canonicals: &[&str]) -> Option<String> {
    canonicals.iter().find(|canonical| form_names::is_form(canonical)).map(|form| (*form).to_owned())
}

/// By when, and the schedule's own words. Of several times the first counts, of a span its end.
fn schedule<'a>(detail: &Element<'a>) -> Result<(Option<Moment>, Option<&'a str>), Unreadable> {
    if let Some(period) = detail.child("scheduledPeriod")? {
        return Ok((period.moment("end")?, None));
    }
    let Some(timing) = detail.child("scheduledTiming")? else {
        return Ok((None, detail.text("scheduledString")?));
    };
    let mut times = Vec::new();
    for text in timing.texts("event")? {
        times.push(Moment::parse(text).ok_or_else(|| timing.wrong("event", What::BadDate))?);
    }
    let mut due = times.into_iter().min_by_key(|time| time.due().last_instant(Tz::UTC));
    if let (None, Some(repeat)) = (due, timing.child("repeat")?) {
        due = repeat.child("boundsPeriod")?.map_or(Ok(None), |bounds| bounds.moment("end"))?;
    }
    Ok((due, concept::words_of(&timing, "code")?))
}
