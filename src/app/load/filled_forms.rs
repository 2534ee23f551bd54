//! Opens forms: what one finds at their door, what a half-filled one asks, and the list of all of them.

use super::{check_ins::delivery, form_pages::pages_of, forms::find, help, records::Records};
use crate::{
    app::{
        AppError, Cairn,
        commands::UNDO,
        home::Home,
        read::{
            Asked, AskedFor, FinishedForm, FinishedLine, FormDoor, FormIntro, FormPage, FormView, Forms,
            OpenForm, RefusedForm, Total,
        },
    },
    care::{
        Delivery, Id,
        form::{Answers, Form, Path, Worked, start, work_out},
        instruments::{is_item_nine, outcomes, raised},
    },
    fhir::{FhirPath, questionnaire, questionnaire_response},
    store::{FilledForm, Filling, Reader, ScoreRow, StoreError},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde_json::Value;
use std::collections::BTreeSet;

/// How long after its last answer a form can be gone on with. Most ask about the last two weeks: put together from
/// answers of different weeks, they would say nothing about either.
pub(in crate::app) const GO_ON_FOR: TimeDelta = TimeDelta::days(7);

/// A form with its answers, understood.
pub(in crate::app) struct Sheet {
    pub(in crate::app) form: Form,
    pub(in crate::app) worked: Worked,
    rules: FhirPath,
}

impl Sheet {
    /// A form nothing of which is filled in; none if it cannot be understood whole.
    pub(in crate::app) fn blank(questionnaire: &Value, now: DateTime<Utc>, zone: Tz) -> Option<Self> {
        let form = questionnaire::read(questionnaire).ok()?;
        let answers = start(&form);
        Some(Self::new(form, &answers, questionnaire, now, zone))
    }

    /// A form as it was kept; none if it cannot be understood any more.
    pub(in crate::app) fn kept(kept: &FilledForm, now: DateTime<Utc>) -> Option<Self> {
        let questionnaire: Value = serde_json::from_str(&kept.questionnaire).ok()?;
        let form = questionnaire::read(&questionnaire).ok()?;
        let tree = serde_json::from_str(&kept.answers).ok()?;
        let answers = questionnaire_response::answers(&form, &tree).ok()?;
        Some(Self::new(form, &answers, &questionnaire, now, kept.zone))
    }

    fn new(form: Form, answers: &Answers, questionnaire: &Value, now: DateTime<Utc>, zone: Tz) -> Self {
        let rules = FhirPath::new(questionnaire).at(now, zone);
        let worked = work_out(&form, answers, &rules);
        Self { form, worked, rules }
    }

    /// Changes the answers and works out what follows.
    pub(in crate::app) fn change<T>(&mut self, change: impl FnOnce(&Form, &mut Answers) -> T) -> T {
        let mut answers = self.worked.answers.clone();
        let done = change(&self.form, &mut answers);
        self.worked = work_out(&self.form, &answers, &self.rules);
        done
    }

    pub(in crate::app) fn pages(&self) -> Vec<FormPage> {
        pages_of(&self.form, &self.worked)
    }

    /// All answers as they are kept.
    pub(in crate::app) fn tree(&self) -> String {
        questionnaire_response::tree(&self.worked.answers).to_string()
    }

    fn intro(&self, pages: &[FormPage], practice: bool) -> FormIntro {
        FormIntro {
            title: self.form.title.clone(),
            copyright: self.form.copyright.clone(),
            language: self.form.language.clone(),
            questions: pages.iter().flat_map(FormPage::questions).filter(|asked| !asked.fixed).count(),
            varies: self.form.all_items().any(|item| item.enable.is_some()),
            asks_about_harm: self.form.all_items().any(is_item_nine),
            practice,
        }
    }

    /// The pages on which the question about harming oneself is answered above zero.
    pub(in crate::app) fn harm(&self, pages: &[FormPage]) -> BTreeSet<usize> {
        let calls = |asked: &Asked| {
            let mut own = Answers::default();
            is_item_nine(&asked.item)
                && own.set(&Path::default().below(&asked.item.link_id, 0), asked.values.clone())
                && raised(&self.form, &own).is_some()
        };
        let pages = pages.iter().enumerate();
        pages.filter(|(_, page)| page.questions().any(calls)).map(|(at, _)| at).collect()
    }

    /// What a screen shows of it while it is filled in.
    pub(in crate::app) fn view(&self, kept: &FilledForm, practice: bool) -> FormView {
        let pages = self.pages();
        FormView {
            id: kept.id.clone(),
            intro: self.intro(&pages, practice),
            step: usize::try_from(kept.step).unwrap_or(usize::MAX).min(pages.len()),
            problems: self.worked.problems.clone(),
            until: kept.changed_at + GO_ON_FOR,
            harm: self.harm(&pages),
            pages,
        }
    }
}

impl Cairn {
    /// What one finds where the form `name` is asked for, as it is `due`. It begins nothing.
    pub async fn form(&self, name: String, due: Option<String>) -> Result<FormDoor, AppError> {
        let (now, zone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            if let Some(kept) = open_form(reader, &name, due.as_deref(), now)? {
                let view = Sheet::kept(&kept, now).map(|sheet| sheet.view(&kept, home.is_practice()));
                return Ok(match view {
                    Some(view) => FormDoor::Open(Box::new(view)),
                    None => FormDoor::Refused(refused(home, reader, title(&kept.questionnaire))?),
                });
            }
            let done = due.as_deref().map(|due| reader.finished_form_for(due)).transpose()?.flatten();
            if let Some(done) = done {
                return Ok(FormDoor::Done(done.id));
            }
            let Some(questionnaire) = find(reader, &name)? else { return Ok(FormDoor::Unknown) };
            if let Some(sheet) = Sheet::blank(&questionnaire, now, zone) {
                return Ok(FormDoor::Blank(Box::new(sheet.intro(&sheet.pages(), home.is_practice()))));
            }
            let title = questionnaire.get("title").and_then(Value::as_str).map(str::to_owned);
            Ok(FormDoor::Refused(refused(home, reader, title)?))
        })
        .await
    }

    /// A finished form, to be read; `None` if there is none with this id.
    pub async fn finished_form(&self, id: Id) -> Result<Option<FinishedForm>, AppError> {
        let now = self.now();
        self.look(move |home, reader| {
            let Some(kept) = reader.filled_form(&id)? else { return Ok(None) };
            let Filling::Finished(at) = kept.state else { return Ok(None) };
            // What it asked is not understood any more; that it was finished, and where it is, still holds.
            let sheet = Sheet::kept(&kept, at);
            let delivery = delivery(home, reader, &kept.id)?;
            let here = matches!(delivery, Delivery::OnThisPhone | Delivery::StaysHere);
            Ok(Some(FinishedForm {
                title: title(&kept.questionnaire),
                copyright: sheet.as_ref().and_then(|sheet| sheet.form.copyright.clone()),
                at,
                pages: sheet.as_ref().map(Sheet::pages).unwrap_or_default(),
                scores: sheet.map(|sheet| outcomes(&sheet.form, &sheet.worked)).unwrap_or_default(),
                delivery,
                undo_until: Some(at + UNDO).filter(|until| here && *until > now),
                id: kept.id,
            }))
        })
        .await
    }

    /// All forms that were begun.
    pub async fn forms(&self) -> Result<Forms, AppError> {
        let (now, phone) = (self.now(), self.zone());
        self.look(move |home, reader| {
            let totals = reader.scores()?;
            let mut forms =
                Forms { due: Vec::new(), open: Vec::new(), finished: Vec::new(), given_up: Vec::new() };
            for row in reader.form_rows()? {
                let until = row.changed_at + GO_ON_FOR;
                if let Filling::Finished(at) = row.state {
                    let delivery = delivery(home, reader, &row.id)?;
                    let of_it = totals.iter().filter(|score| score.form == row.id);
                    let (title, totals) = (row.title, of_it.map(total).collect());
                    forms.finished.push(FinishedLine { id: row.id, title, at, totals, delivery });
                    continue;
                }
                let list = match row.state {
                    Filling::Open if until > now => &mut forms.open,
                    _ => &mut forms.given_up,
                };
                let (started_at, title) = (row.started_at, row.title);
                list.push(OpenForm { id: row.id, name: row.name, due: row.due, title, started_at, until });
            }
            let records = Records::load(home, reader)?;
            let wishes = super::reminders::choices(reader)?.wishes;
            let asked = super::asked::lines(&records, reader, &wishes, now, phone)?;
            let begun = |key: &str| forms.open.iter().any(|open| open.due.as_deref() == Some(key));
            forms.due = asked
                .into_iter()
                .filter(|line| matches!(line.what, AskedFor::Form { .. }) && !begun(&line.key))
                .collect();
            Ok(forms)
        })
        .await
    }
}

/// The form of this name that can still be gone on with.
pub(in crate::app) fn open_form(
    reader: &Reader<'_>,
    name: &str,
    due: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Option<FilledForm>, StoreError> {
    Ok(reader.open_form(name, due)?.filter(|kept| kept.changed_at + GO_ON_FOR > now))
}

fn total(score: &ScoreRow) -> Total {
    let ScoreRow { instrument, total, .. } = *score;
    Total { instrument, total }
}

fn refused(home: &Home, reader: &Reader<'_>, title: Option<String>) -> Result<RefusedForm, StoreError> {
    let numbers = help::of_clinic(home, &Records::load(home, reader)?);
    Ok(RefusedForm { title, numbers })
}

fn title(questionnaire: &str) -> Option<String> {
    let questionnaire: Value = serde_json::from_str(questionnaire).ok()?;
    Some(questionnaire.get("title")?.as_str()?.to_owned())
}
