//! Filling in a form: each answer is kept at once, and finishing it queues what the clinic gets in the same transaction.

use super::{UNDO, queue::request, tick::form_finished, urgent};
use crate::{
    app::{
        AppError, Cairn, Changed, background,
        home::Home,
        load::{
            filled_forms::{Sheet, open_form},
            forms::find,
        },
        read::{FormPage, FormView, is_in_the_way},
    },
    care::{
        Id,
        form::{Path, Value},
        instruments::{Outcome, outcomes},
    },
    fhir::{
        questionnaire_response::{self, SheetState},
        score,
    },
    platform::ids,
    store::{FilledForm, Filling, ScoreRow, StoreError, Tx},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What became of finishing a form.
#[derive(Debug, Clone, PartialEq)]
pub enum Finishing {
    /// It is on its way.
    Done(Id),
    /// Something is in the way: the form as it stands.
    NotYet(Box<FormView>),
}

impl Cairn {
    /// Goes on with the form `name`, or begins it as it is now: from then on it stays as it is, whatever version the
    /// clinic may have next. Older ones of the same name that were not finished are given up and kept.
    ///
    /// # Errors
    /// [`AppError::NoSuchForm`] if there is none that can be understood.
    pub async fn begin_form(&self, name: String, due: Option<String>) -> Result<FormView, AppError> {
        let (now, zone) = (self.now(), self.zone());
        self.fill(Changed::Own, move |home, tx| {
            if let Some(kept) = open_form(tx, &name, due.as_deref(), now)? {
                return Ok(Sheet::kept(&kept, now).map(|sheet| sheet.view(&kept, home.is_practice())));
            }
            let Some(questionnaire) = find(tx, &name)? else { return Ok(None) };
            let Some(sheet) = Sheet::blank(&questionnaire, now, zone) else { return Ok(None) };
            tx.give_up_forms(&name, now)?;
            let begun = FilledForm {
                id: ids::new(),
                name,
                due,
                questionnaire: questionnaire.to_string(),
                answers: sheet.tree(),
                step: 0,
                started_at: now,
                zone,
                changed_at: now,
                state: Filling::Open,
            };
            tx.begin_form(&begun)?;
            Ok(Some(sheet.view(&begun, home.is_practice())))
        })
        .await
    }

    /// Keeps these answers, each in place of what was answered there before; none clears it. What the clinic must hear
    /// at once is queued in the same transaction.
    ///
    /// # Errors
    /// [`AppError::NoSuchForm`] if it is finished, given up or not understood any more.
    pub async fn answer_form(&self, id: Id, given: Vec<(Path, Vec<Value>)>) -> Result<FormView, AppError> {
        self.change_form(id, move |sheet| {
            let last = given.last().map(|(path, _)| path.clone());
            sheet.change(|_, answers| {
                for (path, values) in given {
                    answers.set(&path, values);
                }
            });
            last
        })
        .await
    }

    /// Adds another of a repeated group and goes to it.
    ///
    /// # Errors
    /// As [`Cairn::answer_form`].
    pub async fn add_group(&self, id: Id, group: Path) -> Result<FormView, AppError> {
        self.change_form(id, move |sheet| sheet.change(|form, answers| answers.add(form, &group))).await
    }

    /// Removes one of a repeated group with what was answered in it.
    ///
    /// # Errors
    /// As [`Cairn::answer_form`].
    pub async fn remove_group(&self, id: Id, group: Path) -> Result<FormView, AppError> {
        self.change_form(id, move |sheet| {
            sheet.change(|_, answers| answers.remove(&group));
            None
        })
        .await
    }

    /// Goes to a page of the form, counted from 0; behind the last one lies the review. What the clinic must hear at
    /// once of the page one was on is queued in the same transaction.
    ///
    /// # Errors
    /// As [`Cairn::answer_form`].
    pub async fn turn_to(&self, id: Id, step: usize) -> Result<FormView, AppError> {
        let now = self.now();
        let turned = self.fill(Changed::Own, move |home, tx| {
            let Some((mut kept, sheet)) = open(tx, &id, now)? else { return Ok(None) };
            // What its author put there, or a rule, was told with no answer.
            let leaves = sheet.harm(&sheet.pages()).into_iter().any(|at| place(at) == kept.step);
            let told = leaves && urgent::tell(tx, home, &id, &sheet.form, &sheet.worked.answers, now)?;
            kept.step = place(step);
            // Turning pages is no answer: until when it can be gone on with stays as it was.
            tx.keep_answers(&id, &kept.answers, kept.step, kept.changed_at)?;
            Ok(Some((sheet.view(&kept, home.is_practice()), told)))
        });
        self.after_telling(turned.await?)
    }

    /// Finishes a form, unless something in it keeps it from being sent. What goes to the clinic waits for as long as
    /// this can be taken back.
    ///
    /// # Errors
    /// As [`Cairn::answer_form`].
    pub async fn finish_form(&self, id: Id) -> Result<Finishing, AppError> {
        let now = self.now();
        let done = self
            .fill(Changed::Own, move |home, tx| {
                let Some((mut kept, sheet)) = open(tx, &id, now)? else { return Ok(None) };
                let pages = sheet.pages();
                let stuck = pages.iter().position(FormPage::is_stuck);
                if stuck.is_some() || sheet.worked.problems.iter().any(is_in_the_way) {
                    kept.step = place(stuck.unwrap_or(pages.len()));
                    return Ok(Some(Finishing::NotYet(Box::new(sheet.view(&kept, home.is_practice())))));
                }
                urgent::tell(tx, home, &id, &sheet.form, &sheet.worked.answers, now)?;
                tx.finish_form(&id, now)?;
                queue_finished(tx, home, &kept, &sheet, now)?;
                form_finished(tx, home, kept.due.as_deref(), true, now, kept.zone)?;
                Ok(Some(Finishing::Done(id)))
            })
            .await?;
        if matches!(done, Finishing::Done(_)) {
            self.tell(Changed::Delivery);
            self.tell(Changed::Reminders);
            self.home()?.wake();
        }
        Ok(done)
    }

    /// Takes finishing back, if nothing of it has left the phone: the form is as it was.
    ///
    /// # Errors
    /// [`AppError::TooLate`] if it may be at the clinic already.
    pub async fn undo_finish(&self, id: Id) -> Result<(), AppError> {
        let (home, now) = (self.home()?, self.now());
        background(move || {
            let back = home.store.write(|tx| {
                let scores = tx.scores_of(&id)?.into_iter().map(|score| score.record);
                for record in std::iter::once(id.clone()).chain(scores) {
                    // Rolled back with all that was taken back before it.
                    if !home.is_practice() && !tx.take_back(&record)? {
                        return Err(StoreError::NoSuchRow);
                    }
                }
                tx.reopen_form(&id)?;
                let Some(kept) = tx.filled_form(&id)? else { return Ok(()) };
                form_finished(tx, &home, kept.due.as_deref(), false, now, kept.zone)
            });
            match back {
                Err(StoreError::NoSuchRow) => Err(AppError::TooLate),
                other => Ok(other?),
            }
        })
        .await?;
        self.tell(Changed::Own);
        self.tell(Changed::Delivery);
        Ok(())
    }

    /// Changes what was answered and keeps it, with the page on which that was.
    async fn change_form(
        &self,
        id: Id,
        change: impl FnOnce(&mut Sheet) -> Option<Path> + Send + 'static,
    ) -> Result<FormView, AppError> {
        let now = self.now();
        let changed = self.fill(Changed::Own, move |home, tx| {
            let Some((mut kept, mut sheet)) = open(tx, &id, now)? else { return Ok(None) };
            let changed = change(&mut sheet);
            let pages = sheet.pages();
            let holds =
                |path: &Path| pages.iter().position(|page| page.parts.iter().any(|part| part.lies_at(path)));
            kept.step = changed.as_ref().and_then(holds).map_or(kept.step, place);
            kept.changed_at = now;
            tx.keep_answers(&id, &sheet.tree(), kept.step, now)?;
            let told = urgent::tell(tx, home, &id, &sheet.form, &sheet.worked.answers, now)?;
            Ok(Some((sheet.view(&kept, home.is_practice()), told)))
        });
        self.after_telling(changed.await?)
    }

    /// What was told goes at once, and nothing else waits for an answer.
    fn after_telling(&self, (view, told): (FormView, bool)) -> Result<FormView, AppError> {
        if told {
            self.tell(Changed::Delivery);
            self.home()?.wake();
        }
        Ok(view)
    }

    /// Does `work` as one transaction; `None` from it means that there is no such form.
    async fn fill<T: Send + 'static>(
        &self,
        changed: Changed,
        work: impl FnOnce(&Home, &Tx<'_>) -> Result<Option<T>, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let home = self.home()?;
        let open = Arc::clone(&home);
        let done = background(move || Ok(open.store.write(|tx| work(&open, tx))?)).await?;
        self.tell(changed);
        done.ok_or(AppError::NoSuchForm)
    }
}

fn place(step: usize) -> u32 {
    u32::try_from(step).unwrap_or(u32::MAX)
}

/// The form with this id, if it can be gone on with and is understood.
fn open(tx: &Tx<'_>, id: &Id, now: DateTime<Utc>) -> Result<Option<(FilledForm, Sheet)>, StoreError> {
    let kept = tx.filled_form(id)?.filter(|kept| kept.state == Filling::Open);
    Ok(kept.and_then(|kept| Sheet::kept(&kept, now).map(|sheet| (kept, sheet))))
}

/// Queues what the clinic gets of a finished form.
fn queue_finished(
    tx: &Tx<'_>,
    home: &Home,
    kept: &FilledForm,
    sheet: &Sheet,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for Outcome { instrument, total, .. } in outcomes(&sheet.form, &sheet.worked) {
        let Some(total) = total else { continue };
        let score = ScoreRow { record: ids::new(), form: kept.id.clone(), instrument, total, at: now };
        tx.save_score(&score)?;
    }
    let Some(patient) = home.patient() else { return Ok(()) };
    let body = questionnaire_response::write(&questionnaire_response::Sheet {
        id: &kept.id,
        form: &sheet.form,
        worked: &sheet.worked,
        at: now,
        zone: kept.zone,
        state: SheetState::Completed,
        based_on: None,
        patient: Some(patient),
    });
    tx.enqueue(&request("QuestionnaireResponse", &kept.id, &body, now, now + UNDO))?;
    for ScoreRow { record: id, form, instrument, total, at } in tx.scores_of(&kept.id)? {
        let total = score::Total { id, form, instrument, total, at, zone: kept.zone, amended: false };
        tx.enqueue(&request("Observation", &total.id, &score::write(&total, patient), now, now + UNDO))?;
    }
    Ok(())
}
