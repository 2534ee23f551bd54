//! Starts a part of this test binary as a program of its own, kills it in the middle of its work, and hears what it had said.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

/// The ignored test `name` of this binary, to be run by itself; what it prints is heard.
pub(crate) fn child(name: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--ignored", "--nocapture"]).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Starts it, waits until what it said is `enough` and then for so long, and kills it. Answers the whole lines it said: one
/// that was cut off was not said.
pub(crate) fn run_and_kill(child: &mut Command, enough: impl Fn(&str) -> bool, after: Duration) -> String {
    let mut child = child.spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    while !enough(&said) && out.read_line(&mut said).unwrap() > 0 {}
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    out.read_to_string(&mut said).unwrap();
    said.truncate(said.rfind('\n').unwrap_or(0));
    said
}
