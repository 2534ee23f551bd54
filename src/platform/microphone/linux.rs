//! The recorder of the desktop: that of `PipeWire`, `PulseAudio` or ALSA, whose samples come through a pipe.

use super::{Microphone, NoMicrophone, Recording, Stop};
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

/// Each with what makes it write the samples [`super::RATE`] names to its output. The desktop's own come first.
const PROGRAMS: [(&str, &[&str]); 3] = [
    ("pw-record", &["--rate=16000", "--channels=1", "--format=s16", "-"]),
    ("parec", &["--raw", "--rate=16000", "--channels=1", "--format=s16le"]),
    ("arecord", &["-q", "-t", "raw", "-r", "16000", "-c", "1", "-f", "S16_LE"]),
];

pub(super) struct Recorder;

impl Microphone for Recorder {
    fn is_here(&self) -> bool {
        found().is_some()
    }

    fn record(&self) -> Result<Recording, NoMicrophone> {
        let (program, arguments) = found().ok_or(NoMicrophone(None))?;
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| NoMicrophone(Some(error)))?;
        let sound = child.stdout.take().ok_or(NoMicrophone(None))?;
        let stop = Stop::new(move || {
            // One that has ended by itself needs no ending; either way it is waited for, or it would stay in the list.
            let _ = child.kill();
            let _ = child.wait();
        });
        Ok(Recording { sound: Box::new(sound), stop })
    }
}

/// The first of the programs that is installed.
fn found() -> Option<(PathBuf, &'static [&'static str])> {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    PROGRAMS.into_iter().find_map(|(name, arguments)| {
        let place = folders.iter().map(|folder| folder.join(name)).find(|place| place.is_file())?;
        Some((place, arguments))
    })
}
