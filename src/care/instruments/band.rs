//! Where a total lies, in the words of the source and in no others.

use super::Instrument;

/// A range of totals with its word, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    pub from: u8,
    pub to: u8,
    /// In the source's own English.
    pub words: &'static str,
}

const fn band(from: u8, to: u8, words: &'static str) -> Band {
    Band { from, to, words }
}

/// PHQ-9: LOINC answer list LL382-3 (loinc.org/LL382-3).
const PHQ_9: &[Band] = &[
    band(0, 4, "none"),
    band(5, 9, "mild"),
    band(10, 14, "moderate"),
    band(15, 19, "moderately severe"),
    band(20, 27, "severe"),
];

/// PHQ-8: as the PHQ-9. Common practice; no stored source was seen that says so, so the top end only follows from the
/// range.
const PHQ_8: &[Band] = &[
    band(0, 4, "none"),
    band(5, 9, "mild"),
    band(10, 14, "moderate"),
    band(15, 19, "moderately severe"),
    band(20, 24, "severe"),
];

/// GAD-7: cut points 5, 10 and 15 (Spitzer 2006, doi 10.1001/archinte.166.10.1092). "Minimal" below 5 is not in that
/// paper: it stands in the scoring key printed under the form (seen at ilgianderson.com/gad-7 and
/// form.jotform.com/221654279772061).
const GAD_7: &[Band] =
    &[band(0, 4, "minimal"), band(5, 9, "mild"), band(10, 14, "moderate"), band(15, 21, "severe")];

/// PHQ-4: NINDS Common Data Elements F2495, after Kroenke 2009 (Psychosomatics 50:613-621).
const PHQ_4: &[Band] =
    &[band(0, 2, "none"), band(3, 5, "mild"), band(6, 8, "moderate"), band(9, 12, "severe")];

/// PHQ-2 and GAD-2: the same NINDS entry, on each half of the PHQ-4; it says nothing of what lies below 3.
const HALF: &[Band] = &[band(3, 6, "positive for screening purposes")];

/// The band of a total; `None` where the source has no word for it.
pub(super) fn of(instrument: Instrument, total: u8) -> Option<Band> {
    let bands = match instrument {
        Instrument::Phq9 => PHQ_9,
        Instrument::Phq8 => PHQ_8,
        Instrument::Gad7 => GAD_7,
        Instrument::Phq4 => PHQ_4,
        Instrument::Phq2 | Instrument::Gad2 => HALF,
    };
    bands.iter().find(|band| (band.from..=band.to).contains(&total)).copied()
}
