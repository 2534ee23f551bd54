//! What care is: the journey, the plan, check-ins and the rules around them.
//!
//! Pure. `now` and the zone are arguments; nothing here reads a clock, a file or the network, and the
//! only crates named are serde, chrono, chrono-tz and thiserror. Every other room may name these values.

mod alarm;
pub mod alarms;
mod check_in;
mod clock_time;
mod delivery;
mod driver;
mod finding;
pub mod form;
mod id;
pub mod instruments;
pub mod journey;
pub mod learn;
mod medicine;
mod neutral;
mod notice;
mod own;
mod own_question;
mod people;
mod plan;
pub mod preparation;
mod private;
pub mod protocol;
mod readiness;
mod repeats;
pub mod safety;
pub mod sample;
mod session_day;
mod session_ends;
mod session_times;
mod stay;
pub mod time;
pub mod today;
pub mod trends;
mod visit;
mod vitals;

pub use alarm::{Alarm, AlarmKind, Detail, Reminded, Shown};
pub use check_in::{CheckIn, OffScale, Score};
pub use clock_time::{ClockTime, Twice};
pub use delivery::{Delivery, DeliveryCount, Refusal};
pub use driver::Driver;
pub use finding::{Finding, Level};
pub use id::{BadId, Id};
pub use medicine::{Days, LineState, Manner, MedicineAction, MedicineLine, MedicineRecord, Written};
pub use neutral::is_neutral;
pub use notice::{Happened, Notice, Subject};
pub use own::{Intention, ItemKey, OwnItem, Tick};
pub use own_question::OwnQuestion;
pub use people::{CareTeam, Clinic, Clinician, Contact, Member, Patient, Place, Way};
pub use plan::{Due, ItemState, Plan, PlanItem, PlanState};
pub use private::Private;
pub use readiness::{Answer, Question, Readiness, readiness};
pub use session_day::{DayPage, Session, SessionDay, Sessions, SoftChoice, session_day};
pub use session_times::{CutOff, CutOffKind, Marks, SessionTimes};
pub use stay::Stay;
pub use visit::{Visit, VisitKind, VisitState};
pub use vitals::{Vital, VitalValue, Vitals};
