//! The parts screens are made of; each looks, speaks and behaves the same wherever it stands.

mod button;
mod check_in_facts;
mod form;
mod frame;
mod icon;
mod languages;
mod mistake;
mod not_granted;
mod note;
mod numbers;
mod pacer;
mod pen_field;
mod plot;
mod preparing;
mod room;
mod safety_card;
mod scale;
mod sending;
mod sign_in_trouble;
mod sketch;
mod sorts;
mod switch;
mod sync_line;
mod timer;
mod to_do_line;
mod trouble;
mod visit;
mod vitals;
mod waiting;
mod ways;
mod when_field;

pub use button::{Button, Tone};
pub use check_in_facts::{CheckInFacts, feeling_words, sleep_words};
pub(super) use form::megabytes;
pub use form::{Answering, Question, problem_words, value_words};
pub use frame::Frame;
pub use icon::{Icon, Sign};
pub use languages::Languages;
pub use mistake::Mistake;
pub use not_granted::NotGranted;
pub use note::Note;
pub use numbers::{Contacts, Numbers, address};
pub use pacer::Pacer;
pub use pen_field::PenField;
pub use plot::{Plot, Tick, around_session, by_date};
pub use preparing::{cut_off_name, to_read_words};
pub use room::Room;
pub use safety_card::{BeforeForm, PinnedSafety, SafetyCard};
pub use scale::{Scale, ScaleStart};
pub use sending::{Sending, mail_link, sms_link};
pub use sign_in_trouble::SignInTrouble;
pub use sketch::{Lines, Sketch};
pub use sorts::{Choice, Sort, Sorts};
pub use switch::Switch;
pub use sync_line::SyncLine;
pub use timer::QuietTimer;
pub use to_do_line::{ToDoLine, due_words};
pub use trouble::{Setting, TroubleNote, trouble_words};
pub use visit::{
    VisitLine, arrival_time, first_instant, state_words, visit_day, visit_day_alone, visit_name, your_visit,
    zone_words,
};
pub use vitals::VitalsList;
pub use waiting::Waiting;
pub use ways::Ways;
pub use when_field::WhenField;
