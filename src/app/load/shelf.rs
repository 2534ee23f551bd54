//! Lays out what the patient made, and what the clinic sent, as FHIR resources for an archive: for others to read.

use super::{filled_forms::Sheet, signatures::at_clinic};
use crate::{
    care::{
        Id,
        consent::{There, Word},
    },
    fhir::{
        check_in, consent,
        questionnaire_response::{self, SheetState},
        score,
        side_effect::{self, Standing},
    },
    store::{
        Filling, Reader, StoreError,
        archive::{ArchiveError, Shelf},
    },
};
use serde_json::Value;

/// How many records are held in memory at a time.
const AT_A_TIME: usize = 500;

/// Everything that has a form in FHIR.
pub(in crate::app) fn lay_out(
    patient: Option<&Id>,
    reader: &Reader<'_>,
    shelf: &mut Shelf<'_>,
) -> Result<(), ArchiveError> {
    for kind in reader.mirrored_kinds()? {
        for mirrored in reader.mirrored(&kind)? {
            // Word for word it stands in the table; here it stands on one line, unless it is no JSON at all.
            if let Ok(body) = serde_json::from_str::<Value>(&mirrored.body) {
                shelf.add(&kind, &body.to_string())?;
            }
        }
    }
    // In practice nothing has a patient but the sample itself.
    let sample = || Ok::<_, StoreError>(reader.mirrored_ids("Patient")?.into_iter().next().map(|(id, _)| id));
    let Some(patient) = patient.cloned().map_or_else(sample, |id| Ok(Some(id)))? else { return Ok(()) };
    check_ins(&patient, reader, shelf)?;
    side_effects(&patient, reader, shelf)?;
    for signature in reader.signatures()? {
        let there = at_clinic(reader, &signature.record)?;
        // What the clinic's server has of it is there already, unless the patient withdrew it since.
        let newer = |(there, _): (There, _)| {
            signature.withdrawn.is_some() && matches!(there.word, Word::InForce { .. })
        };
        if there.is_none_or(newer) {
            shelf.add("Consent", &consent::write(&signature, &patient).to_string())?;
        }
    }
    forms(&patient, reader, shelf)
}

fn check_ins(patient: &Id, reader: &Reader<'_>, shelf: &mut Shelf<'_>) -> Result<(), ArchiveError> {
    let mut before = None;
    loop {
        let some = reader.check_ins(before, AT_A_TIME)?;
        for one in &some {
            shelf.add("Observation", &check_in::write(one, patient).to_string())?;
        }
        let Some(last) = some.last() else { return Ok(()) };
        before = Some(last.at);
    }
}

fn side_effects(patient: &Id, reader: &Reader<'_>, shelf: &mut Shelf<'_>) -> Result<(), ArchiveError> {
    let all = reader.side_effects_still_there()?.into_iter().chain(reader.side_effects_over(usize::MAX)?);
    for effect in all {
        let changed = !reader.earlier_side_effects(&effect.id)?.is_empty();
        let standing = if changed { Standing::Changed } else { Standing::First };
        shelf.add("Observation", &side_effect::write(&effect, standing, patient).to_string())?;
    }
    Ok(())
}

/// Those that were finished; what a form that is not understood any more held stands in its table.
fn forms(patient: &Id, reader: &Reader<'_>, shelf: &mut Shelf<'_>) -> Result<(), ArchiveError> {
    for row in reader.form_rows()? {
        let Filling::Finished(at) = row.state else { continue };
        let Some(kept) = reader.filled_form(&row.id)? else { continue };
        let Some(sheet) = Sheet::kept(&kept, at) else { continue };
        let response = questionnaire_response::write(&questionnaire_response::Sheet {
            id: &kept.id,
            form: &sheet.form,
            worked: &sheet.worked,
            at,
            zone: kept.zone,
            state: SheetState::Completed,
            based_on: None,
            patient: Some(patient),
        });
        shelf.add("QuestionnaireResponse", &response.to_string())?;
        for row in reader.scores_of(&kept.id)? {
            let total = score::Total {
                id: row.record,
                form: row.form,
                instrument: row.instrument,
                total: row.total,
                at: row.at,
                zone: kept.zone,
                amended: false,
            };
            shelf.add("Observation", &score::write(&total, patient).to_string())?;
        }
    }
    Ok(())
}
