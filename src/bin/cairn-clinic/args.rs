//! What can be asked for on the command line.

use chrono::NaiveDate;
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
