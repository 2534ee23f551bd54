//! The words of a summary on paper that come from the journal and from the trends: insights, small steps, the page for the
//! next session, and the numbers as lines.

use super::sheet::{WITH_YEAR, or_nothing};
use crate::{
    app::{
        paper::{Chart, Part},
        read::{KeptLine, StepLine, Summary},
    },
    care::{
        Private,
        journal::Insight,
        time,
        trends::{Point, Series, Shape, Span},
    },
    ui::{
        here::Here,
        screens::{
            carry::{review_name, sentence},
            practice::practised_words,
            trends::measure_name,
        },
        when,
        words::Words,
    },
};
use chrono::{DateTime, Utc};

/// What is put into words, and for whom.
pub(super) struct Carried<'m> {
    pub here: Here,
    pub words: Words,
    pub model: &'m Summary,
}

impl Carried<'_> {
    fn day(&self, at: DateTime<Utc>) -> String {
        when::date(self.words, time::day_of(at, self.here.zone), WITH_YEAR)
    }

    pub(super) fn insights(&self) -> Vec<Part> {
        or_nothing(self.words, self.model.insights.iter().map(|one| self.insight(one)).collect())
    }

    fn insight(&self, one: &Insight) -> Part {
        Part::Own { head: self.day(one.at), words: one.words.clone() }
    }

    pub(super) fn steps(&self) -> Vec<Part> {
        or_nothing(self.words, self.model.steps.iter().flat_map(|one| self.step(one)).collect())
    }

    /// The step, and below it how it read at each look back.
    fn step(&self, line: &StepLine) -> Vec<Part> {
        let step = &line.step;
        let said = |cue, deed| Private::new(sentence(self.words, cue, deed));
        let head = match (step.done_at, step.day) {
            (Some(at), _) => self.words.with("own-doc-step-done", [("day", self.day(at).into())]),
            (None, Some(day)) => {
                let day = when::date(self.words, day, WITH_YEAR);
                self.words.with("own-doc-step-for", [("day", day.into())])
            }
            (None, None) => self.words.with("own-doc-step-made", [("day", self.day(step.made_at).into())]),
        };
        let mut parts = vec![Part::Own { head, words: said(&step.cue, &step.deed) }];
        for look in line.reviews.iter().rev() {
            let what = self.words.say(review_name(look.what));
            let gaps = [("what", what.into()), ("day", self.day(look.at).into())];
            let head = self.words.with("own-doc-step-before", gaps);
            parts.push(Part::Own { head, words: said(&look.cue, &look.deed) });
        }
        parts
    }

    pub(super) fn for_session(&self) -> Vec<Part> {
        or_nothing(self.words, self.model.for_session.iter().flat_map(|line| self.kept(line)).collect())
    }

    fn kept(&self, line: &KeptLine) -> Vec<Part> {
        match line {
            KeptLine::Insight(insight) => vec![self.insight(insight)],
            KeptLine::Step(line) => self.step(line),
            KeptLine::Practised(one) => {
                let words = one.words.clone().unwrap_or_else(|| Private::new(""));
                vec![Part::Own { head: practised_words(self.here, one), words }]
            }
            KeptLine::Question(question) => {
                vec![Part::Own { head: self.words.get("own-part-questions"), words: question.words.clone() }]
            }
            KeptLine::Entry(entry) => {
                let at = entry.at.with_timezone(&entry.zone).naive_local();
                let at = when::exact_moment(self.words, at, WITH_YEAR);
                vec![Part::Own { head: at, words: entry.words.clone() }]
            }
        }
    }

    /// The same numbers as in the tables, as lines: nothing is averaged or bridged.
    pub(super) fn charts(&self) -> Vec<Part> {
        let drawn = self.model.series.iter().filter(|series| !series.points.is_empty());
        let charts: Vec<_> = drawn.map(|series| Part::Chart(self.chart(series))).collect();
        if charts.is_empty() {
            return or_nothing(self.words, charts);
        }
        let mut parts = vec![Part::Small(self.words.get("own-doc-chart"))];
        if self.model.marked.incomplete {
            parts.push(Part::Small(self.words.get("own-doc-visits-missing")));
        }
        parts.extend(charts);
        parts
    }

    fn chart(&self, series: &Series) -> Chart {
        let span = self.model.span;
        let top = series.measure.top();
        let (runs, dots) = match Shape::of(series, span) {
            Shape::Points(runs) => (runs.iter().map(|run| spots(run, span, top)).collect(), true),
            Shape::Columns { columns, .. } => {
                let upright = |column: &crate::care::trends::Column| {
                    let x = across(span.place_of_day(column.first));
                    vec![(x, high(column.lowest, top)), (x, high(column.highest, top))]
                };
                (columns.iter().map(upright).collect(), false)
            }
        };
        let day = |day| when::date(self.words, day, WITH_YEAR);
        let sessions = self.model.marked.sessions.iter();
        Chart {
            name: measure_name(self.words, series.measure),
            top: top.to_string(),
            low: "0".to_owned(),
            first: day(span.first),
            last: day(span.last),
            runs,
            dots,
            sessions: sessions.map(|session| across(span.place_of_day(session.day))).collect(),
        }
    }
}

fn spots(run: &[Point], span: Span, top: u8) -> Vec<(u16, u16)> {
    run.iter().map(|point| (across(span.place_of(*point)), high(point.value, top))).collect()
}

/// A part of the whole in ten-thousandths.
fn across(part: f64) -> u16 {
    let whole = (part.clamp(0.0, 1.0) * 10_000.0).round();
    // Between 0 and 10,000 by the line above.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let place = whole as u16;
    place
}

fn high(value: u8, top: u8) -> u16 {
    across(f64::from(value) / f64::from(top.max(1)))
}
