//! Opens the practice clinic for a test, and lets the test pull its strings.
//!
//! Tests of one binary share one clinic ([`Clinic::shared`]) and each takes patients of its own from it, so they
//! stay parallel. A test that makes the whole network fail opens its own ([`Clinic::open`]).
#![allow(dead_code, unused_imports, reason = "each test binary uses its own part of this module")]
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "this is test code")]

mod leaks;
mod strings;
mod wire;

pub use leaks::{carries, is_in};
pub use strings::{Decision, Fault, Person, Tokens};

use serde_json::Value;
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::{Duration, Instant},
};
use wire::Wire;

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/clinic")
}

/// A file of the npm packages that came with the practice clinic, such as `axe-core/axe.min.js`.
pub fn npm_file(name: &str) -> PathBuf {
    let path = home().join("node_modules").join(name);
    assert!(path.exists(), "the practice clinic is not installed: run scripts/setup --for test");
    path
}

/// What a clinic is opened with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Server {
    /// Helios FHIR Server: patient compartment and validation enforced.
    #[default]
    Hfs,
    /// Medplum's router: poor manners, no compartments, forgets everything when it closes.
    Medplum,
}

/// A practice clinic of real servers on this machine; it closes when it is dropped or this process ends.
pub struct Clinic {
    process: Child,
    addresses: Value,
}

impl Clinic {
    /// The clinic all tests of this binary share, empty but for what they put into it.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Clinic> = OnceLock::new();
        SHARED.get_or_init(|| Self::open(Server::Hfs, &[]))
    }

    /// The clinic all tests of this binary share that need the sample patients and their protocol: take a copy
    /// of one by [`Clinic::patient_like`] wherever something is written.
    pub fn shared_sample() -> &'static Self {
        static SHARED: OnceLock<Clinic> = OnceLock::new();
        SHARED.get_or_init(|| Self::open(Server::Hfs, &["clinic/sample.yaml"]))
    }

    /// Opens a clinic and publishes the clinic files `publish` (paths within the repository), in order.
    pub fn open(server: Server, publish: &[&str]) -> Self {
        Self::open_with_desks(1, server, publish)
    }

    /// As [`Clinic::open`], with several front desks that give times away side by side.
    pub fn open_with_desks(desks: u8, server: Server, publish: &[&str]) -> Self {
        Self::open_as(&["--desks", &desks.to_string()], server, publish)
    }

    /// As [`Clinic::open`] where patients book without a desk: by a `transaction`, by the `operation`s of IHE's profile, or by
    /// those of `argonaut`.
    pub fn open_without_desk(booking: &str) -> Self {
        Self::open_as(&["--booking", booking], Server::Hfs, &[])
    }

    /// As [`Clinic::shared_sample`], where patients book by operations of the server's, which keep times as well.
    pub fn shared_sample_without_desk() -> &'static Self {
        static SHARED: OnceLock<Clinic> = OnceLock::new();
        SHARED
            .get_or_init(|| Self::open_as(&["--booking", "operation"], Server::Hfs, &["clinic/sample.yaml"]))
    }

    /// As [`Clinic::open`] of a server that names no versions.
    pub fn open_without_versions(server: Server) -> Self {
        Self::open_as(&["--unversioned"], server, &[])
    }

    fn open_as(how: &[&str], server: Server, publish: &[&str]) -> Self {
        let mut command = Command::new(npm_file(".bin/node"));
        command.arg(home().join("clinic.mjs")).current_dir(env!("CARGO_MANIFEST_DIR"));
        if server == Server::Medplum {
            command.args(["--server", "medplum"]);
        }
        command.args(how);
        for file in publish {
            command.args(["--publish", file]);
        }
        if let Some(program) = option_env!("CARGO_BIN_EXE_cairn-clinic") {
            command.env("CAIRN_CLINIC_BIN", program);
        }
        // The clinic closes when its standard input does, so however this process ends, nothing stays behind.
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node starts");
        let answers = process.stdout.take().expect("standard output is piped");
        let mut line = String::new();
        BufReader::new(answers).read_line(&mut line).expect("the clinic says where it is");
        let addresses = serde_json::from_str(&line).expect("the clinic opened; it said above why not");
        Self { process, addresses }
    }

    /// The address a patient types: the FHIR base.
    pub fn fhir(&self) -> &str {
        self.address("fhir")
    }

    /// The issuer of its tokens.
    pub fn issuer(&self) -> &str {
        self.address("issuer")
    }

    fn address(&self, name: &str) -> &str {
        self.addresses[name].as_str().expect("the clinic names all its addresses")
    }

    /// A control string, to be pulled by `strings`.
    async fn pull(&self, method: &str, string: &str, with: Value) -> Value {
        let url = format!("{}{string}", self.address("control"));
        let (status, answer) = Wire::new().ask(method, &url, None, &[], Some(&with)).await;
        assert!(status == 200, "{method} {string}: {status} {answer}");
        answer
    }

    /// Asks the FHIR server as the bearer of `token`; answers status and body (null where there is none).
    pub async fn ask(&self, method: &str, path: &str, token: &str, body: Option<&Value>) -> (u16, Value) {
        self.ask_with(method, path, token, &[], body).await
    }

    /// As [`Clinic::ask`], with headers.
    pub async fn ask_with(
        &self,
        method: &str,
        path: &str,
        token: &str,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> (u16, Value) {
        Wire::new().ask(method, &format!("{}/{path}", self.fhir()), Some(token), headers, body).await
    }
}

impl Drop for Clinic {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let patience = Instant::now() + Duration::from_secs(10);
        while Instant::now() < patience {
            if self.process.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How long a test waits for something to come true. Nothing is measured by it: it ends tests that would wait for ever, so it
/// is far longer than two cores need on which all the tests of a binary, their clinic and its desk run side by side.
const PATIENCE: Duration = Duration::from_mins(1);

/// Asks `probe` every 50 ms until it has an answer.
///
/// # Panics
/// When it has none after [`PATIENCE`]; `what` says what was waited for.
pub async fn eventually<T>(what: &str, mut probe: impl AsyncFnMut() -> Option<T>) -> T {
    let patience = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = probe().await {
            return answer;
        }
        assert!(Instant::now() < patience, "waited in vain for {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
