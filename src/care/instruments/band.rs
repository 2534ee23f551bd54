//! Where a total lies, in the words of the source and in no others.

use super::Instrument;

/// A range of totals with its word, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    pub from: u8,
    pub to: u8,
    /// In the source's own English.
    pub words: &'static str,
    /// Whose words they are, as shown: a name, and a year where it is a paper.
    pub source: &'static str,
}

const fn band(from: u8, to: u8, words: &'static str, source: &'static str) -> Band {
    Band { from, to, words, source }
}

const LOINC: &str = "LOINC";
const SPITZER: &str = "Spitzer 2006";
const NINDS: &str = "NINDS";

/// PHQ-9: LOINC answer list LL382-3 (loinc.org/LL382-3).
const PHQ_9: &[Band] = &[
    band(0, 4, "none", LOINC),
    band(5, 9, "mild", LOINC),
    band(10, 14, "moderate", LOINC),
    band(15, 19, "moderately severe", LOINC),
    band(20, 27, "severe", LOINC),
];

/// GAD-7: cut points 5, 10 and 15 (doi 10.1001/archinte.166.10.1092), which says nothing of what lies below 5.
const GAD_7: &[Band] =
    &[band(5, 9, "mild", SPITZER), band(10, 14, "moderate", SPITZER), band(15, 21, "severe", SPITZER)];

/// PHQ-4: NINDS Common Data Elements F2495, after Kroenke 2009 (Psychosomatics 50:613-621).
const PHQ_4: &[Band] = &[
    band(0, 2, "none", NINDS),
    band(3, 5, "mild", NINDS),
    band(6, 8, "moderate", NINDS),
    band(9, 12, "severe", NINDS),
];

/// The band of a total; `None` where no source has a word for it that a patient may read. The PHQ-8 has no source that
/// was seen; that of the PHQ-2 and the GAD-2 has "positive for screening purposes", which frightens.
pub(super) fn of(instrument: Instrument, total: u8) -> Option<Band> {
    let bands = match instrument {
        Instrument::Phq9 => PHQ_9,
        Instrument::Gad7 => GAD_7,
        Instrument::Phq4 => PHQ_4,
        Instrument::Phq8 | Instrument::Phq2 | Instrument::Gad2 => &[],
    };
    bands.iter().find(|band| (band.from..=band.to).contains(&total)).copied()
}
