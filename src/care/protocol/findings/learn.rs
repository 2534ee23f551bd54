//! Articles: what tells of a benefit also tells the risks and what nobody knows, and names its sources.

use super::{Findings, Problem};
use crate::care::protocol::{Article, Protocol, marks};
use std::collections::BTreeSet;

pub(super) fn check(protocol: &Protocol, found: &mut Findings) {
    let mut ids = BTreeSet::new();
    for (place, article) in protocol.learn.iter().enumerate() {
        let path = format!("learn[{place}]");
        found.once(&mut ids, format!("{path}.id"), &article.id);
        found.add_if(article.facts.is_empty(), format!("{path}.facts"), Problem::EmptyList);
        for (name, lines) in article.lists() {
            for (at, line) in lines.iter().enumerate() {
                found.add_if(line.trim().is_empty(), format!("{path}.{name}[{at}]"), Problem::NoWords);
            }
        }
        let named = article.reviewed_by.as_deref().is_some_and(|name| !name.trim().is_empty());
        found.add_if(named != article.reviewed_on.is_some(), path.clone(), Problem::HalfReviewed);
        balance(article, &path, found);
    }
}

/// Numbers of studies read like a promise where nothing stands against them.
fn balance(article: &Article, path: &str, found: &mut Findings) {
    let studies = &article.studies;
    let one_sided = !studies.is_empty() && (article.risks.is_empty() || article.unknown.is_empty());
    found.add_if(one_sided, format!("{path}.studies"), Problem::OneSided);
    for (at, study) in studies.iter().enumerate() {
        let unsourced = marks(study).next().is_none();
        found.add_if(unsourced, format!("{path}.studies[{at}]"), Problem::NoSource);
    }
}
