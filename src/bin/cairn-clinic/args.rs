//! What can be asked for on the command line.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// A clinic's tools for Cairn.
#[derive(Debug, Parser)]
#[command(name = "cairn-clinic", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Publish(Publish),
    Bundle(Bundle),
    Plan(Plan),
    Form(Form),
}

/// Check a protocol or a sample, then write it to a FHIR R4 server.
///
/// Exit code 0: done. 2: the file has a mistake and nothing was sent. 1: anything else; running it again
/// carries on. A token, if the server wants one, is taken from the environment: `CAIRN_CLINIC_TOKEN`.
#[derive(Debug, clap::Args)]
pub(crate) struct Publish {
    /// The YAML file: a protocol, or a sample that names one.
    pub(crate) file: PathBuf,
    /// The base address of the FHIR server.
    #[arg(long, value_name = "BASE_URL")]
    pub(crate) to: String,
    /// The day a sample's dates are counted from [default: today at the clinic].
    #[arg(long, value_name = "DATE")]
    pub(crate) today: Option<NaiveDate>,
    /// Put changed content under a version that is already in force. Raising template.version is better.
    #[arg(long)]
    pub(crate) replace: bool,
    /// Answer in JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Make the one file practice mode reads, from a sample and its protocol.
#[derive(Debug, clap::Args)]
pub(crate) struct Bundle {
    /// The YAML file of the sample.
    pub(crate) file: PathBuf,
}

/// See what a patient will see: every cut-off, task and reminder of one session, with its instant.
///
/// It is the app's own reckoning. A draft is planned too; what would keep it from patients is named on standard
/// error. Exit code 0: planned. 2: the file, a time or the zone cannot be understood.
#[derive(Debug, clap::Args)]
pub(crate) struct Plan {
    /// The YAML file: a protocol, or a sample that names one.
    #[arg(value_name = "PROTOCOL")]
    pub(crate) file: PathBuf,
    /// When the patient is to be there, on the clinic's clock, such as 2026-11-01T09:00. The visit itself starts
    /// later by the protocol's time to arrive early.
    #[arg(long, value_name = "TIME", value_parser = clock_time)]
    pub(crate) arrival: NaiveDateTime,
    /// The zone of the clinic's clock, such as `America/New_York`. The phone is taken to be there too.
    #[arg(long, value_parser = zone, allow_hyphen_values = true)]
    pub(crate) zone: Tz,
    /// When the patient left, as the clinic would mark it, such as 2026-11-01T12:30:00-05:00 [default: reckoned].
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub(crate) end: Option<DateTime<Utc>>,
    /// When the visit was booked [default: not known; what is counted from it has no time].
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub(crate) booking: Option<DateTime<Utc>>,
    /// Only the reminders that ring from this instant on [default: all]. What is late by then but still of use
    /// rings at once: it stands apart, in JSON as `at_once`.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub(crate) from: Option<DateTime<Utc>>,
    /// For how many days from then on, 1 or more [default: 14].
    #[arg(long, value_name = "N", requires = "from", value_parser = days, allow_hyphen_values = true)]
    pub(crate) days: Option<u16>,
    /// Answer in JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Find out whether patients can use a form, and what becomes of answers to it.
///
/// It is the app's own code: what is asked, what is calculated, what is wrong, the scores, and the response as it
/// would be sent. Exit code 0: the form can be used. 1: it cannot, and why is said. 2: a file cannot be understood.
#[derive(Debug, clap::Args)]
pub(crate) struct Form {
    /// The FHIR R4 Questionnaire, as JSON.
    #[arg(value_name = "QUESTIONNAIRE")]
    pub(crate) file: PathBuf,
    /// Answers to it: a `QuestionnaireResponse`, as JSON [default: what the form begins with].
    #[arg(long, value_name = "RESPONSE")]
    pub(crate) answers: Option<PathBuf>,
    /// Answer in JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

fn clock_time(text: &str) -> Result<NaiveDateTime, &'static str> {
    let with = |form| NaiveDateTime::parse_from_str(text, form);
    with("%Y-%m-%dT%H:%M")
        .or_else(|_| with("%Y-%m-%dT%H:%M:%S"))
        .map_err(|_| "not a time on a clock: write it such as 2026-11-01T09:00, without a zone")
}

fn instant(text: &str) -> Result<DateTime<Utc>, &'static str> {
    DateTime::parse_from_rfc3339(text)
        .map(|instant| instant.to_utc())
        .map_err(|_| "not an instant: write it such as 2026-11-01T14:00:00Z or 2026-11-01T09:00:00-05:00")
}

fn days(text: &str) -> Result<u16, &'static str> {
    let days = text.parse().ok().filter(|days| *days > 0);
    days.ok_or("not a number of days: write a whole number, 1 or more")
}

fn zone(text: &str) -> Result<Tz, String> {
    text.parse().map_err(|_| match meant(text) {
        Some(zone) => format!("not a time zone: did you mean {zone}?"),
        None if text.starts_with(['+', '-']) || text.bytes().any(|b| b.is_ascii_digit()) => {
            "not a time zone: an offset knows no daylight saving; write a name such as America/New_York"
                .to_owned()
        }
        None => "not a time zone: write its IANA name, such as America/New_York".to_owned(),
    })
}

/// The zone that is written so in other letters, or the first one whose place is called so.
fn meant(text: &str) -> Option<Tz> {
    let name = text.trim().replace(' ', "_");
    let same = |zone: &Tz| zone.name().eq_ignore_ascii_case(&name);
    let place =
        |zone: &Tz| zone.name().rsplit('/').next().is_some_and(|last| last.eq_ignore_ascii_case(&name));
    let mut all = chrono_tz::TZ_VARIANTS.iter().copied();
    all.clone().find(same).or_else(|| all.find(place))
}
