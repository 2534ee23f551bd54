//! What a patient is shown to prepare for a visit: the clinic's rules as they stand at one moment, and the medicine
//! lines that hold on each day. Words are the clinic's; instants come from the visit, so a moved visit moves all.

mod medicines;
mod rules;
mod told_times;

pub use medicines::{Acknowledged, DayLines, Seen, Shown, days, seen};
pub use rules::{Fasting, Limit, Rule, Topic, clear_drinks, fasting, limits, rules};
pub use told_times::ToldTimes;

#[cfg(test)]
#[path = "preparation_tests.rs"]
mod tests;
