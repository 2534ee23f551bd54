//! Publishes: reads the file, looks at what the server has, decides, writes, and puts in force last.

mod decide;
mod server;

pub(crate) use decide::Done;

use crate::args::Publish;
use crate::file::{self, Loaded};
use crate::report::Outcome;
use cairn::care::time::day_of;
use cairn::clinic::{Address, ClinicError, FhirClient, Http, Secret};
use cairn::fhir::desk::{self, DeskError, Document, Publication};
use cairn::platform::clock::{Clock, SystemClock};
use server::Server;

const TOKEN: &str = "CAIRN_CLINIC_TOKEN";

/// Why it stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    #[error("cannot be published: {0}")]
    Desk(#[from] DeskError),
    #[error("this address cannot be used: {0}")]
    Address(ClinicError),
    #[error("{resource} stopped it: {error}{said}. Run it again to carry on from there.")]
    Server { resource: String, error: ClinicError, said: String },
    #[error(
        "{resource} is already in force with other content. Raise template.version, so that everybody can \
         tell the two apart (or say --replace). Nothing was sent."
    )]
    VersionInForce { resource: String },
    #[error("this machine cannot start what is needed to send: {0}")]
    Machine(#[from] std::io::Error),
}

pub(crate) fn run(wish: &Publish) -> Outcome {
    let loaded = match file::load(&wish.file) {
        Ok(loaded) => loaded,
        Err(mistakes) => return Outcome::Refused(mistakes),
    };
    let mut done = Vec::new();
    let trouble = send(wish, &loaded, &mut done).err();
    Outcome::Published { warnings: loaded.warnings, to: wish.to.clone(), done, trouble }
}

fn send(wish: &Publish, loaded: &Loaded, done: &mut Vec<Done>) -> Result<(), Trouble> {
    let publication = publication(wish, loaded)?;
    let base = Address::parse(&wish.to).map_err(|error| Trouble::Address(error.into()))?;
    let token = std::env::var(TOKEN).ok().filter(|token| !token.is_empty()).map(Secret::new);
    let client = FhirClient::open(Http::new().map_err(Trouble::Address)?, base, token);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(Server(client).publish(publication, wish.replace, done))
}

fn publication(wish: &Publish, loaded: &Loaded) -> Result<Publication, DeskError> {
    let Loaded { protocol, source, sample, forms, .. } = loaded;
    let publisher = sample.as_ref().map(|sample| sample.clinic.name.as_str());
    let document = Document { protocol, source: Some(source), publisher, forms };
    let Some(sample) = sample else { return desk::protocol(document) };
    let today = wish.today.unwrap_or_else(|| day_of(SystemClock.now(), sample.clinic.zone));
    desk::sample(sample, document, today)
}
