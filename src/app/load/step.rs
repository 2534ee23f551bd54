//! Puts the small steps together, each with what it came from and how it was before.

use crate::{
    app::{
        AppError, Cairn,
        read::{StepLine, Steps},
    },
    care::{
        Id,
        journal::{Kept, Step},
    },
    store::{Reader, StoreError},
};

impl Cairn {
    /// All small steps.
    pub async fn steps(&self) -> Result<Steps, AppError> {
        self.look(|_, reader| {
            let kept = reader.kept_for_session()?;
            let lines = |steps: Vec<Step>| steps.into_iter().map(|step| line(reader, step, &kept)).collect();
            let (open, done): (Result<_, StoreError>, Result<_, StoreError>) =
                (lines(reader.open_steps()?), lines(reader.done_steps()?));
            Ok(Steps { open: open?, done: done? })
        })
        .await
    }

    /// One small step; `None` if it is gone.
    pub async fn step(&self, id: Id) -> Result<Option<StepLine>, AppError> {
        self.look(move |_, reader| {
            let kept = reader.kept_for_session()?;
            reader.step(&id)?.map(|step| line(reader, step, &kept)).transpose()
        })
        .await
    }
}

pub(super) fn line(reader: &Reader<'_>, step: Step, kept: &[Kept]) -> Result<StepLine, StoreError> {
    let from = match &step.insight {
        Some(insight) => reader.insight(insight)?.map(|insight| insight.words),
        None => None,
    };
    let kept = kept.contains(&Kept::Step(step.id.clone()));
    Ok(StepLine { from, reviews: reader.reviews(&step.id)?, kept, step })
}
