//! From a page of the journal into life: insights, small steps, and what is kept for the next session.

mod for_session;
mod keep;
mod links;
mod look_back;
mod mark;
mod marks;
mod pick;
mod review;
mod sentence;
mod step_form;
mod steps;

pub(super) use review::review_name;
pub(super) use sentence::sentence;

pub use for_session::{ForSessionPage, SessionSoon};
pub use keep::KeepMark;
pub use links::CarryLinks;
pub use look_back::LookBackPart;
pub use mark::MarkPage;
pub use marks::MarksPart;
pub use pick::PickBar;
pub use review::{NoStepPage, ReviewPage};
pub use step_form::NewStepPage;
pub use steps::StepsPage;
