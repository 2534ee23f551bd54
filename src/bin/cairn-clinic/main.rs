//! The clinic's command line: what it publishes is checked first, sent as a draft, and put in force last; and
//! what a patient would see of it can be looked at before.

mod args;
mod bundle;
mod file;
mod form;
mod plan;
mod publish;
mod report;

use args::{Args, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let outcome = match &args.command {
        Command::Publish(publish) => publish::run(publish),
        Command::Bundle(bundle) => bundle::run(bundle),
        Command::Plan(plan) => plan::run(plan),
        Command::Form(form) => form::run(form),
    };
    let json = matches!(&args.command, Command::Publish(publish) if publish.json);
    match report::write(&outcome, json) {
        Ok(()) => outcome.exit_code(),
        // Whoever read our output has stopped reading; there is nobody left to tell.
        Err(_) => ExitCode::FAILURE,
    }
}
