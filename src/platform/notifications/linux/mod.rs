//! Linux: no service of a desktop holds a list of rings, so a small process of our own does, `cairn-ring`.
//!
//! The app writes a sealed list and goes; the process reads it, sleeps until the next ring, and hands each to
//! the desktop's notification service. It never opens a window, the store or the keystore. The two speak
//! through files only: a new list wakes the process, a list that is gone ends it.

mod autostart;
mod bus;
mod due;
mod memory;
mod ringer;
mod sealed;
mod watch;

pub use ringer::{RingerError, ring};

use super::{CannotRing, Notifications, RingList, Standing};
use crate::platform::{
    instance::{NotAlone, OnlyOne},
    paths,
};
use autostart::Autostart;
use sealed::Drawer;
use std::{
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

/// How long the process may take to begin or to end.
const PATIENCE: Duration = Duration::from_secs(3);
const STEP: Duration = Duration::from_millis(10);
const LOOKS: u32 = 4;

/// The process that rings, as the app sees it.
#[derive(Debug, Clone)]
pub struct Desktop {
    data_dir: PathBuf,
    /// Where our programs lie.
    programs: PathBuf,
    autostart: Autostart,
}

impl Desktop {
    /// The one of this person's desktop; `None` where the system does not say where its things are.
    pub(super) fn of(data_dir: &Path) -> Option<Self> {
        let programs = std::env::current_exe().ok()?.parent()?.to_owned();
        Some(Self::with(data_dir, &programs, &dirs::config_dir()?))
    }

    /// One whose programs lie in `programs`, on a desktop that keeps its settings in `config`.
    #[must_use]
    pub fn with(data_dir: &Path, programs: &Path, config: &Path) -> Self {
        Self {
            data_dir: data_dir.to_owned(),
            programs: programs.to_owned(),
            autostart: Autostart::of(data_dir, &programs.join(RINGER), config),
        }
    }

    fn drawer(&self) -> Drawer {
        Drawer::of(&self.data_dir)
    }

    /// Starts the process, to outlive this one, and waits until it is at work.
    fn start(&self) -> io::Result<()> {
        start(&self.programs.join(RINGER), &self.data_dir)?;
        wait_until(|| is_running(&self.data_dir));
        Ok(())
    }
}

impl Notifications for Desktop {
    fn schedule(&self, list: &RingList) -> Result<(), CannotRing> {
        if list.rings.is_empty() {
            // The list first: without it nothing rings, whatever becomes of the entry that starts the ringer.
            // Where there was nothing, there is nothing to keep either.
            let emptied =
                if self.drawer().list() == Ok(None) { Ok(()) } else { self.drawer().put_list(list) };
            let removed = self.autostart.remove();
            emptied?;
            return Ok(removed?);
        }
        paths::prepare(&self.data_dir)?;
        self.drawer().put_list(list)?;
        // A ringer that is about to end lets go of the lock before it looks at the list for the last time.
        if !is_running(&self.data_dir) {
            self.start()?;
        }
        Ok(self.autostart.write()?)
    }

    fn clear(&self) -> Result<(), CannotRing> {
        // All of it is tried, the words first: one thing that stays is no reason to leave another behind.
        let taken = self.drawer().take_list();
        if taken.is_ok() && is_running(&self.data_dir) {
            wait_until(|| !is_running(&self.data_dir));
        }
        let emptied = self.drawer().empty();
        let removed = self.autostart.remove();
        Ok(taken.and(emptied).and(removed)?)
    }

    fn standing(&self) -> Standing {
        match bus::standing() {
            Standing::Ringing if !is_running(&self.data_dir) && self.drawer().has_rings() => {
                Standing::NotRunning
            }
            standing => standing,
        }
    }
}

/// The program that rings, and the app itself, as files beside each other.
const RINGER: &str = "cairn-ring";
const APP: &str = "cairn";

/// The lock of the one process that rings for these files. Beside the folder and not in it, as the app's own.
fn lock_of(data_dir: &Path) -> PathBuf {
    data_dir.with_extension("ring")
}

/// Looks more than once: whatever this program is just starting holds what it holds a moment longer, also the
/// lock of the last look.
fn is_running(data_dir: &Path) -> bool {
    (0..LOOKS).all(|look| {
        if look > 0 {
            thread::sleep(STEP);
        }
        matches!(OnlyOne::at(&lock_of(data_dir)), Err(NotAlone::OpenAlready))
    })
}

fn wait_until(done: impl Fn() -> bool) {
    let mut waited = Duration::ZERO;
    while !done() && waited < PATIENCE {
        thread::sleep(STEP);
        waited += STEP;
    }
}

/// The words that lead a program to these files; none for the system's own place for them.
fn arguments(data_dir: &Path) -> Vec<PathBuf> {
    if paths::data_dir().is_ok_and(|usual| usual == data_dir) {
        return Vec::new();
    }
    vec![PathBuf::from("--data-dir"), data_dir.to_owned()]
}

/// Starts one of our programs as a process that outlives this one, whatever terminal it was started from.
fn start(program: &Path, data_dir: &Path) -> io::Result<()> {
    let mut command = Command::new(program);
    command.args(arguments(data_dir)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    // Somebody has to take note of its end, or it stays in the system's list of processes.
    thread::Builder::new().spawn(move || child.wait())?;
    Ok(())
}
