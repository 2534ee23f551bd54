//! A desktop's session of a test's own: a bus, somebody who listens in on it, and dunst.

use chrono::{DateTime, Utc};
use std::{
    collections::HashMap,
    fs::{self, File},
    io::{BufRead, BufReader},
    os::unix::fs::PermissionsExt,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use zbus::{blocking::Connection, zvariant::OwnedValue};

/// How long anything may take on a busy machine with two cores.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A session's bus, except that it starts no service by itself.
const BUS: &str = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>
<allow own=\"*\"/></policy></busconfig>";

/// What dunst is told: the words alone, marks read as marks, and a menu that always takes "Later".
const DUNSTRC: &str =
    "[global]\n  format = \"%b\"\n  markup = full\n  history_length = 100\n  dmenu = MENU\n";

pub struct Session {
    folder: TempDir,
    bus: Child,
    pub address: String,
    others: Vec<Child>,
}

/// One call of `Notify`, as it went over the bus.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    pub at: DateTime<Utc>,
    /// Everything in it, line by line.
    pub said: Vec<String>,
}

impl Session {
    /// With a notification service.
    pub fn open() -> Self {
        let mut session = Self::without_service();
        session.start_service();
        session
    }

    pub fn without_service() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("bus.conf");
        fs::write(&settings, BUS).unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address", "--config-file"])
            .arg(settings)
            .env("XDG_RUNTIME_DIR", folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(bus.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        let mut session = Self { folder, bus, address, others: Vec::new() };
        let wire = File::create(session.wire()).unwrap();
        let ear =
            session.command("dbus-monitor", &["--session", "interface='org.freedesktop.Notifications'"]);
        session.others.push({ ear }.stdout(wire).spawn().unwrap());
        until("somebody listens in", || fs::metadata(session.wire()).is_ok_and(|file| file.len() > 0));
        session
    }

    pub fn start_service(&mut self) {
        let (menu, settings) = (self.folder.path().join("menu"), self.folder.path().join("dunstrc"));
        fs::write(&menu, "#!/bin/sh\ngrep -m1 Later\n").unwrap();
        fs::set_permissions(&menu, fs::Permissions::from_mode(0o755)).unwrap();
        fs::write(&settings, DUNSTRC.replace("MENU", menu.to_str().unwrap())).unwrap();
        let mut dunst = self.command("dunst", &["-conf", settings.to_str().unwrap()]);
        self.others.push(dunst.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        until("dunst", || self.asks("NotificationCloseAll"));
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).env("DBUS_SESSION_BUS_ADDRESS", &self.address).stdin(Stdio::null());
        command
    }

    fn wire(&self) -> std::path::PathBuf {
        self.folder.path().join("wire")
    }

    pub fn connection(&self) -> Connection {
        zbus::blocking::connection::Builder::address(self.address.as_str()).unwrap().build().unwrap()
    }

    /// One of dunst's own commands; true if it was there to follow it.
    pub fn asks(&self, command: &str) -> bool {
        let place = (Some("org.dunstproject.cmd0"), "/org/freedesktop/Notifications");
        self.connection()
            .call_method(Some("org.freedesktop.Notifications"), place.1, place.0, command, &())
            .is_ok()
    }

    /// Presses the notification itself.
    pub fn presses_it(&self) {
        let place = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications");
        self.connection()
            .call_method(Some(place.0), place.1, Some("org.dunstproject.cmd0"), "NotificationAction", &0_u32)
            .unwrap();
    }

    /// What dunst has on the screen or had: the bodies, oldest first.
    pub fn shown(&self) -> Vec<String> {
        assert!(self.asks("NotificationCloseAll"));
        let place = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications");
        let answer = self
            .connection()
            .call_method(
                Some(place.0),
                place.1,
                Some("org.dunstproject.cmd0"),
                "NotificationListHistory",
                &(),
            )
            .unwrap();
        let history: Vec<HashMap<String, OwnedValue>> = answer.body().deserialize().unwrap();
        history.iter().rev().map(|one| String::try_from(one["body"].clone()).unwrap()).collect()
    }

    /// Every ring so far.
    pub fn rung(&self) -> Vec<Rung> {
        self.calls("Notify")
    }

    /// Every call of `member` so far.
    pub fn calls(&self, member: &str) -> Vec<Rung> {
        let wire = fs::read_to_string(self.wire()).unwrap();
        let mut calls = Vec::new();
        for block in wire.split("\nmethod call time=").skip(1) {
            let (head, body) = block.split_once('\n').unwrap_or((block, ""));
            if !head.ends_with(&format!("member={member}")) {
                continue;
            }
            // Seconds since 1970 with six digits behind the point.
            let at = head.split(' ').next().unwrap().replace('.', "").parse().unwrap();
            let at = DateTime::from_timestamp_micros(at).unwrap();
            let of_call = |line: &&str| line.starts_with(' ');
            let said = body.lines().take_while(of_call).map(|line| line.trim().to_owned()).collect();
            calls.push(Rung { at, said });
        }
        calls
    }

    /// Waits until so many rang, and a little longer, in case there are more.
    pub fn rings(&self, count: usize) -> Vec<Rung> {
        until(&format!("ring {count}"), || self.rung().len() >= count);
        std::thread::sleep(Duration::from_millis(700));
        let rung = self.rung();
        assert_eq!(rung.len(), count, "{rung:?}");
        rung
    }

    /// The person logs out.
    pub fn ends(&mut self) {
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}

/// Waits for it.
pub fn until(what: &str, done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

impl Rung {
    /// The text a person reads, as it was sent.
    pub fn words(&self) -> &str {
        self.said[4].strip_prefix("string \"").unwrap().strip_suffix('"').unwrap()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.ends();
        for child in &mut self.others {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
