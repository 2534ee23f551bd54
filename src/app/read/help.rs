//! Help: whom to call, from what is on the phone, with no network.

use crate::care::Way;

/// The Help page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    pub clinic_name: Option<String>,
    /// In the order to be shown: emergency, crisis line, clinic.
    pub numbers: Vec<HelpNumber>,
    /// What should be a reason to call the emergency number, in the clinic's words.
    pub emergency_signs: Vec<String>,
    /// What should be a reason to call the clinic, in the clinic's words.
    pub clinic_signs: Vec<String>,
    /// A clinician has looked at these words: name; otherwise the page says that none has.
    pub reviewed_by: Option<String>,
    /// Practice mode: the clinic's numbers are made up and the page says so.
    pub practice: bool,
}

/// One number to call or write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpNumber {
    pub kind: NumberKind,
    pub way: Way,
    /// As dialled and as shown.
    pub value: String,
    /// The clinic's own label, such as "after hours".
    pub label: Option<String>,
}

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberKind {
    Emergency,
    Crisis,
    Clinic,
}
