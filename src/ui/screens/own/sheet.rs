//! The words of a summary on paper: what was measured and said, by its own clock, and no word of advice.

use super::carried::Carried;
use crate::{
    app::{
        paper::{Column, Paper, PaperSize, Part, Table},
        read::{ScoreLine, Summary},
    },
    care::{CheckIn, Id, LoggedEffect, Private},
    ui::{
        here::Here,
        parts::{feeling_words, sleep_words, state_words, visit_name},
        screens::side_effects::words::{entry_name, severity_words},
        when,
        words::{Key, Words},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;

/// Days are told with their year where it is not this one's: paper is read in any year.
pub(super) const WITH_YEAR: NaiveDate = NaiveDate::MIN;

/// What can be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SummaryPart {
    Visits,
    CheckIns,
    /// What the patient wrote beside the numbers of a check-in.
    CheckInWords,
    Scores,
    Effects,
    Questions,
    /// Mood, anxiety and totals as lines over time.
    Chart,
    /// What was marked in the journal.
    Insights,
    Steps,
    /// What is kept for the next integration session.
    ForSession,
}

/// What the patient chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub parts: BTreeSet<SummaryPart>,
    /// Pages of the journal.
    pub entries: BTreeSet<Id>,
    pub size: PaperSize,
}

impl Default for Chosen {
    /// The numbers and the visits; no words of the patient's own.
    fn default() -> Self {
        use SummaryPart::{CheckIns, Effects, Scores, Visits};
        Self {
            parts: [Visits, CheckIns, Scores, Effects].into(),
            entries: BTreeSet::new(),
            size: PaperSize::A4,
        }
    }
}

impl Chosen {
    /// Takes a part in or out.
    pub fn set(&mut self, part: SummaryPart, chosen: bool) {
        if chosen {
            self.parts.insert(part)
        } else {
            self.parts.remove(&part)
        };
    }

    /// Takes a page of the journal in or out.
    pub fn choose(&mut self, entry: &Id, chosen: bool) {
        if chosen {
            self.entries.insert(entry.clone())
        } else {
            self.entries.remove(entry)
        };
    }
}

impl SummaryPart {
    /// All of them, in their order on paper.
    pub const ALL: [Self; 10] = [
        Self::Visits,
        Self::Chart,
        Self::CheckIns,
        Self::CheckInWords,
        Self::Scores,
        Self::Effects,
        Self::Questions,
        Self::Insights,
        Self::Steps,
        Self::ForSession,
    ];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Key {
        match self {
            Self::Visits => Key("own-part-visits"),
            Self::CheckIns => Key("own-part-check-ins"),
            Self::CheckInWords => Key("own-part-check-in-words"),
            Self::Scores => Key("own-part-scores"),
            Self::Effects => Key("own-part-effects"),
            Self::Questions => Key("own-part-questions"),
            Self::Chart => Key("own-part-chart"),
            Self::Insights => Key("own-part-insights"),
            Self::Steps => Key("own-part-steps"),
            Self::ForSession => Key("own-part-for-session"),
        }
    }
}

/// Puts the chosen parts of `model` into words, as of now.
#[must_use]
pub fn sheet(here: Here, model: &Summary, chosen: &Chosen) -> Paper {
    let words = here.words();
    let made = when::day(words, here.today(), WITH_YEAR);
    let name = model.patient.as_ref().map_or("", Private::reveal);
    let span = [("first", model.span.first), ("last", model.span.last)]
        .map(|(gap, day)| (gap, when::date(words, day, WITH_YEAR).into()));
    let mut parts = vec![
        Part::Words(name.to_owned()),
        Part::Words(words.with("own-doc-time", span)),
        Part::Small(words.with("own-doc-made", [("day", made.clone().into())])),
    ];
    if let Some(clinic) = &model.clinic {
        parts.push(Part::Small(clinic.clone()));
    }
    if model.practice {
        parts.push(Part::Small(words.get("practice-explained-paper")));
    }
    let own = Own { here, words, model };
    let carried = Carried { here, words, model };
    for part in SummaryPart::ALL.into_iter().filter(|part| chosen.parts.contains(part)) {
        // The words beside check-ins stand with them where both are wanted.
        if part == SummaryPart::CheckInWords && chosen.parts.contains(&SummaryPart::CheckIns) {
            continue;
        }
        parts.push(Part::Heading(words.say(part.name())));
        let with_words = chosen.parts.contains(&SummaryPart::CheckInWords);
        parts.extend(match part {
            SummaryPart::Visits => own.visits(),
            SummaryPart::CheckIns => own.check_ins(true, with_words),
            SummaryPart::CheckInWords => own.check_ins(false, true),
            SummaryPart::Scores => own.scores(),
            SummaryPart::Effects => own.effects(),
            SummaryPart::Questions => own.questions(),
            SummaryPart::Chart => carried.charts(),
            SummaryPart::Insights => carried.insights(),
            SummaryPart::Steps => carried.steps(),
            SummaryPart::ForSession => carried.for_session(),
        });
    }
    let entries = model.entries.iter().filter(|line| chosen.entries.contains(&line.entry.id));
    let entries: Vec<_> = entries.collect();
    if !entries.is_empty() {
        parts.push(Part::Heading(words.get("own-paper-pages")));
    }
    for line in entries {
        let at = own.at(line.entry.at, line.entry.zone);
        let head = line.entry.prompt.as_ref().map_or_else(|| at.clone(), |prompt| format!("{at} – {prompt}"));
        parts.push(Part::Own { head, words: line.entry.words.clone() });
    }
    Paper {
        title: words.get("own-doc-title"),
        language: words.tag(),
        size: chosen.size,
        foot: Private::new(
            [name, &made].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        ),
        parts,
        unprinted: words.get("own-doc-unprinted"),
    }
}

/// These parts, or that there is nothing.
pub(super) fn or_nothing(words: Words, parts: Vec<Part>) -> Vec<Part> {
    if parts.is_empty() { vec![Part::Words(words.get("own-doc-nothing"))] } else { parts }
}

struct Own<'m> {
    here: Here,
    words: Words,
    model: &'m Summary,
}

impl Own<'_> {
    fn at(&self, at: DateTime<Utc>, zone: Tz) -> String {
        when::exact_moment(self.words, at.with_timezone(&zone).naive_local(), WITH_YEAR)
    }

    fn table<const N: usize>(&self, columns: [(Key, u8); N], rows: Vec<Vec<String>>) -> Vec<Part> {
        if rows.is_empty() {
            return or_nothing(self.words, Vec::new());
        }
        let column = |(head, share)| Column { head: self.words.say(head), share };
        let rows = rows.into_iter().map(|row| row.into_iter().map(Private::new).collect());
        vec![Part::Table(Table { columns: columns.map(column).into(), rows: rows.collect() })]
    }

    fn visits(&self) -> Vec<Part> {
        let rows = self.model.visits.iter().map(|one| {
            let state = state_words(one.visit.state)
                .map_or_else(|| self.words.get("own-doc-booked"), |key| self.words.say(key));
            vec![self.at(one.at, one.zone), visit_name(self.words, one.visit.kind), state]
        });
        let columns = [(Key("own-doc-when"), 5), (Key("own-doc-what"), 4), (Key("own-doc-state"), 3)];
        let mut parts = self.table(columns, rows.collect());
        if self.model.visits_incomplete {
            parts.push(Part::Small(self.words.get("own-doc-visits-missing")));
        }
        parts
    }

    fn check_ins(&self, numbers: bool, own: bool) -> Vec<Part> {
        let all = &self.model.check_ins;
        if !numbers {
            let wrote = all.iter().filter_map(|one| Some((one, one.words.as_ref()?)));
            let parts =
                wrote.map(|(one, words)| Part::Own { head: self.at(one.at, one.zone), words: words.clone() });
            return or_nothing(self.words, parts.collect());
        }
        let mut parts = vec![Part::Small(self.words.get("own-doc-scale"))];
        let rows: Vec<_> = all.iter().map(|one| self.check_in(one, own)).collect();
        let when_what =
            [(Key("own-doc-when"), 5), (Key("mood"), 2), (Key("anxiety"), 2), (Key("own-doc-more"), 6)];
        parts.extend(self.table(when_what, rows));
        parts
    }

    fn check_in(&self, one: &CheckIn, own: bool) -> Vec<String> {
        let feelings: Vec<_> =
            one.feelings.iter().map(|feeling| feeling_words(self.words, feeling)).collect();
        let mut more: Vec<String> = Vec::new();
        if !feelings.is_empty() {
            more.push(feelings.join(", "));
        }
        more.extend(one.sleep.map(|sleep| sleep_words(self.words, sleep)));
        more.extend(one.words.iter().filter(|_| own).map(|words| words.reveal().to_owned()));
        let number = |score: crate::care::Score| score.value().to_string();
        vec![self.at(one.at, one.zone), number(one.mood), number(one.anxiety), more.join("\n")]
    }

    fn scores(&self) -> Vec<Part> {
        let score = |one: &ScoreLine| {
            // In the source's own words, which are English, and with its name.
            let band = one.band.map_or_else(String::new, |band| format!("{} ({})", band.words, band.source));
            let total = format!("{} / {}", one.total, one.instrument.most());
            vec![self.at(one.at, one.zone), one.instrument.name().to_owned(), total, band]
        };
        let columns = [
            (Key("own-doc-when"), 5),
            (Key("own-doc-form"), 2),
            (Key("own-doc-total"), 2),
            (Key("own-doc-band"), 4),
        ];
        self.table(columns, self.model.scores.iter().map(score).collect())
    }

    fn effects(&self) -> Vec<Part> {
        let effect = |one: &LoggedEffect| {
            let much = one.severity.map_or_else(String::new, |severity| severity_words(self.words, severity));
            let note = one.note.as_ref().map_or("", Private::reveal);
            let until = one.ended.map_or_else(|| self.words.get("own-doc-still"), |at| self.at(at, one.zone));
            let what = [entry_name(self.words, one), much, note.to_owned()];
            let what: Vec<_> = what.into_iter().filter(|part| !part.is_empty()).collect();
            vec![what.join("\n"), self.at(one.began, one.zone), until]
        };
        let columns = [(Key("own-doc-what"), 5), (Key("own-doc-from"), 4), (Key("own-doc-until"), 4)];
        self.table(columns, self.model.effects.iter().map(effect).collect())
    }

    fn questions(&self) -> Vec<Part> {
        let own = self.model.questions.iter().map(|question| Part::Own {
            head: when::date(
                self.words,
                crate::care::time::day_of(question.made_at, self.here.zone),
                WITH_YEAR,
            ),
            words: question.words.clone(),
        });
        or_nothing(self.words, own.collect())
    }
}
