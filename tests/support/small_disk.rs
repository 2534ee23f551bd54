//! A disk of a few megabytes that is really full sooner or later, in a name space that goes away with whoever runs there.

use std::{io::Write, path::Path, process::Command};

/// Where the disk is, for whoever runs on it.
const DISK: &str = "CAIRN_TEST_SMALL_DISK";

/// The disk this test runs on; `None` for a test that was not started by [`runs_on`].
pub fn disk() -> Option<std::path::PathBuf> {
    std::env::var_os(DISK).map(Into::into)
}

/// Fills the disk to the last byte, then gives so many bytes back.
#[allow(dead_code, reason = "not every test needs it to be full to the last byte")]
pub fn fill(ballast: &Path, left: u64) {
    let mut file = std::fs::File::create(ballast).unwrap();
    let some = [1; 4096];
    while file.write_all(&some).is_ok() {}
    file.set_len(file.metadata().unwrap().len() - left).unwrap();
}

/// Runs the ignored test of this name again, with a disk of so many megabytes as its folder for temporary files, and sees
/// that it says `held` at its end. Where nobody may mount one it says so and is left out.
#[allow(clippy::print_stderr, reason = "whoever runs the tests reads what was left out")]
pub fn runs_on(megabytes: u32, test: &str, held: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mount = format!("mount -t tmpfs -o size={megabytes}m none \"${DISK}\"");
    if !in_namespace(folder.path(), &mount).is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: this system lets nobody mount a small disk");
        return;
    }
    let run = format!("{mount} && exec \"$TEST\" --exact {test} --ignored --nocapture");
    let output = in_namespace(folder.path(), &run).unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains(held), "{said}\n{complaint}");
}

fn in_namespace(disk: &Path, script: &str) -> std::io::Result<std::process::Output> {
    Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script])
        .env(DISK, disk)
        .env("TMPDIR", disk)
        .env("TEST", std::env::current_exe().unwrap())
        .output()
}
