//! Runs the program, and keeps a clinic's files in a folder of their own where they may be changed.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with the clinic's two files.
pub(crate) struct Folder(tempfile::TempDir);

pub(crate) const PROTOCOL: &str = "kap-im-default.yaml";
pub(crate) const SAMPLE: &str = "sample.yaml";

/// Nobody listens here: whoever gets as far as sending fails.
pub(crate) const NOWHERE: &str = "http://127.0.0.1:9";

pub(crate) fn clinic_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("clinic").join(name)
}

impl Folder {
    /// Copies of both files; the protocol with the clinic's numbers filled in, so that it stands by itself.
    pub(crate) fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for name in [PROTOCOL, SAMPLE] {
            std::fs::copy(clinic_file(name), folder.path(name)).unwrap();
        }
        folder.change(PROTOCOL, "clinic_hours: null", "clinic_hours: \"+1 207 555 0142\"");
        folder.change(PROTOCOL, "clinic_after_hours: null", "clinic_after_hours: \"+1 207 555 0143\"");
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Replaces the one place where `from` stands.
    pub(crate) fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert_eq!(text.matches(from).count(), 1, "{from:?} must stand once in {name}");
        std::fs::write(self.path(name), text.replace(from, to)).unwrap();
    }
}

/// One run of the program.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Its answer in JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("no JSON: {} {}", self.out, self.err))
    }

    /// What was done, by resource and word.
    pub(crate) fn done(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let answer = self.json();
        let done = answer["done"].as_array().unwrap().iter();
        done.map(|one| (text(&one["resource"]), text(&one["action"]))).collect()
    }
}

pub(crate) fn run(arguments: &[&str], token: Option<&str>) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cairn-clinic"));
    command
        .args(arguments)
        .env_remove("CAIRN_CLINIC_TOKEN")
        .envs(token.map(|token| ("CAIRN_CLINIC_TOKEN", token)));
    Run::of(command.output().unwrap())
}

pub(crate) fn publish(file: &Path, to: &str, token: Option<&str>, more: &[&str]) -> Run {
    let file = file.to_str().unwrap();
    run(&[&["publish", file, "--to", to, "--json"], more].concat(), token)
}
