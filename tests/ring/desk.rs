//! The app's side: a folder that holds a sealed list and nothing else, and the process that rings for it.

use crate::session::Session;
use cairn::{
    care::Private,
    platform::notifications::{Notifications, Ring, RingList, linux::Desktop},
};
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// The words of a locked screen.
pub const NEUTRAL: &str = "You have a reminder";

pub struct Desk {
    folder: TempDir,
    pub desktop: Desktop,
}

impl Desk {
    /// One whose ringer speaks on the bus of `session`.
    pub fn on(session: &Session) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let programs = folder.path().join("programs");
        fs::create_dir_all(programs.join("real")).unwrap();
        let real = programs.join("real/cairn-ring");
        let built = Path::new(env!("CARGO_BIN_EXE_cairn-ring"));
        fs::hard_link(built, &real).or_else(|_| fs::copy(built, &real).map(drop)).unwrap();
        // Tells the bus and the process, then is the real one.
        let began = folder.path().join("began");
        let ringer = format!(
            "echo $$ >> '{}'\nDBUS_SESSION_BUS_ADDRESS='{}' exec '{}' \"$@\"",
            began.display(),
            session.address,
            real.display()
        );
        script(&programs.join("cairn-ring"), &ringer);
        script(
            &programs.join("real/cairn"),
            &format!("echo \"$@\" > '{}'", folder.path().join("opened").display()),
        );
        let desktop = Desktop::with(&folder.path().join("data"), &programs, &folder.path().join("config"));
        Self { folder, desktop }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Hands over a list, as the app does.
    pub fn hands_over(&self, rings: &[Ring]) {
        self.desktop.schedule(&list(rings)).unwrap();
    }

    /// From now on nothing can be written or removed in the desktop's autostart folder: it is a file. Rights would
    /// not stop the superuser.
    pub fn loses_autostart(&self) {
        let folder = self.folder.path().join("config/autostart");
        fs::remove_dir_all(&folder).unwrap();
        fs::write(folder, "").unwrap();
    }

    /// The processes that were started to ring, in order.
    pub fn began(&self) -> Vec<u32> {
        let began = fs::read_to_string(self.folder.path().join("began")).unwrap_or_default();
        began.lines().map(|line| line.parse().unwrap()).collect()
    }

    /// What the app was started with, if it was.
    pub fn opened(&self) -> Option<String> {
        fs::read_to_string(self.folder.path().join("opened")).ok().filter(|said| said.ends_with('\n'))
    }

    /// kill -9 for the newest of them.
    pub fn kills(&self) {
        let last = self.began().last().unwrap().to_string();
        assert!(Command::new("kill").args(["-KILL", &last]).status().unwrap().success());
        while lives(last.parse().unwrap()) {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }

    /// True if the newest of them still runs.
    pub fn rings_on(&self) -> bool {
        self.began().last().is_some_and(|process| lives(*process))
    }

    /// Another ringer for the same files, as the desktop's autostart would start one beside the first.
    pub fn starts_another(&self) -> std::process::Child {
        Command::new(self.folder.path().join("programs/cairn-ring"))
            .arg("--data-dir")
            .arg(self.data())
            .spawn()
            .unwrap()
    }

    /// Every file, with what is in it, also the desktop's settings.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let (mut folders, mut files) = (vec![self.data(), self.folder.path().join("config")], Vec::new());
        folders.retain(|folder| folder.exists());
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((path.clone(), fs::read(&path).unwrap()));
                }
            }
        }
        files
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        for process in self.began().into_iter().filter(|process| lives(*process)) {
            let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
        }
    }
}

/// A process that ended and was not taken note of counts as ended.
pub fn lives(process: u32) -> bool {
    fs::read_to_string(format!("/proc/{process}/stat"))
        .is_ok_and(|stat| !stat.rsplit(") ").next().unwrap().starts_with('Z'))
}

pub fn list(rings: &[Ring]) -> RingList {
    RingList { rings: rings.to_vec(), open: "Open".into(), later: "Later".into(), later_by: 2 }
}

/// A ring so many milliseconds from now, of use for a minute.
pub fn ring(id: &str, ahead: i64, words: &str) -> Ring {
    let at = now() + TimeDelta::milliseconds(ahead);
    Ring { id: id.into(), at, until: at + TimeDelta::minutes(1), words: Private::new(words) }
}

/// To the millisecond, as a list keeps it.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(Utc::now().timestamp_millis()).unwrap()
}

fn script(path: &Path, does: &str) {
    fs::write(path, format!("#!/bin/sh\n{does}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}
