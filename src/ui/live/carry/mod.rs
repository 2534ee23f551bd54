//! The screens that carry a session into life, with what they read and what their buttons do.

mod pages;
mod parts;
mod practising;
mod undo;

pub(super) use pages::{ForSessionScreen, MarkScreen, NewStepScreen, StepScreen, StepsScreen};
pub(super) use parts::{MarksHere, PickHere, SessionSoonHere};
pub(super) use practising::{PracticeScreen, PracticesScreen, SittingHere};
