//! Puts the log of side effects together, each with where it truly is.

use super::{Records, check_ins::delivery};
use crate::{
    app::{
        AppError, Cairn,
        home::Home,
        read::{SideEffectLine, SideEffects},
    },
    care::LoggedEffect,
    store::{Reader, StoreError},
};

/// How many of those that are over one page of the log holds.
const PAGE: usize = 20;

impl Cairn {
    /// The log with the newest `pages` of those that are over.
    pub async fn side_effects(&self, pages: usize) -> Result<SideEffects, AppError> {
        self.look(move |home, reader| {
            let wanted = PAGE.saturating_mul(pages);
            let mut over = reader.side_effects_over(wanted.saturating_add(1))?;
            let more = over.len() > wanted;
            over.truncate(wanted);
            let records = Records::load(home, reader)?;
            let protocol = records.protocol();
            Ok(SideEffects {
                choices: protocol.map(|protocol| protocol.side_effect_log.items.clone()).unwrap_or_default(),
                still_there: lines(home, reader, reader.side_effects_still_there()?)?,
                over: lines(home, reader, over)?,
                more,
            })
        })
        .await
    }
}

fn lines(
    home: &Home,
    reader: &Reader<'_>,
    effects: Vec<LoggedEffect>,
) -> Result<Vec<SideEffectLine>, StoreError> {
    let line = |effect: LoggedEffect| {
        let earlier = reader.earlier_side_effects(&effect.id)?;
        Ok(SideEffectLine { delivery: delivery(home, reader, &effect.id)?, earlier, effect })
    };
    effects.into_iter().map(line).collect()
}
