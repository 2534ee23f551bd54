//! How the program was started: its command line, for a person at a desk, a script or a link.

use super::paths::{self, NoFolder};
use std::{ffi::OsString, path::PathBuf};

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// Where the patient's files are.
    pub data_dir: PathBuf,
    /// Begin signing in at this clinic, as if its address had been typed.
    pub connect: Option<String>,
    /// Begin with the sample plan, if nobody is here yet.
    pub practice: bool,
    /// Only say how to use the command line.
    pub help: bool,
}

/// The command line cannot be followed.
#[derive(Debug, thiserror::Error)]
pub enum BadLaunch {
    #[error(transparent)]
    Arguments(#[from] lexopt::Error),
    #[error(transparent)]
    Folder(#[from] NoFolder),
}

/// What `--help` prints.
pub const USAGE: &str = "\
cairn [--data-dir DIR] [--connect ADDRESS | --practice]

  --data-dir DIR      keep the files in DIR instead of the system's place for them
  --connect ADDRESS   begin signing in at the clinic with this address
  --practice          begin with the sample plan, if nobody is here yet";

impl Launch {
    /// Reads the command line of this process.
    pub fn from_system() -> Result<Self, BadLaunch> {
        Self::from_args(std::env::args_os().skip(1))
    }

    /// Reads `args`, the program's own name left out.
    pub fn from_args(args: impl IntoIterator<Item = OsString>) -> Result<Self, BadLaunch> {
        use lexopt::{Arg::Long, ValueExt};
        let (mut data_dir, mut connect, mut practice, mut help) = (None, None, false, false);
        let mut parser = lexopt::Parser::from_args(args);
        while let Some(arg) = parser.next()? {
            match arg {
                Long("data-dir") => data_dir = Some(PathBuf::from(parser.value()?)),
                Long("connect") => connect = Some(parser.value()?.string()?),
                Long("practice") => practice = true,
                Long("help") | lexopt::Arg::Short('h') => help = true,
                // A link the system was asked to open comes as the only word.
                lexopt::Arg::Value(link) => connect = Some(link.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        let data_dir = data_dir.map_or_else(paths::data_dir, Ok)?;
        Ok(Self { data_dir, connect, practice, help })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Launch, BadLaunch> {
        Launch::from_args(args.iter().map(OsString::from))
    }

    #[test]
    fn every_word_is_understood_or_refused() {
        let launch = read(&["--data-dir", "/x", "--connect", "clinic.example"]).unwrap();
        assert_eq!(launch.data_dir, PathBuf::from("/x"));
        assert_eq!(launch.connect.as_deref(), Some("clinic.example"));
        assert!(read(&["--data-dir", "/x", "--practice"]).unwrap().practice);
        assert!(read(&["--data-dir"]).is_err());
        assert!(read(&["--unheard-of"]).is_err());
    }

    #[test]
    fn a_link_opened_with_the_app_is_a_clinic_to_connect_to() {
        let launch = read(&["--data-dir", "/x", "cairn://connect?iss=https%3A%2F%2Fclinic.example"]).unwrap();
        assert_eq!(launch.connect.as_deref(), Some("cairn://connect?iss=https%3A%2F%2Fclinic.example"));
    }
}
