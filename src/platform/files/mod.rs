//! Files for the person: put where people keep their documents, whole or not at all, under a name that tells nothing.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod system;

use chrono::{DateTime, NaiveDate, Utc};
use std::{
    fs::{self, File},
    io::{self, Seek, Write},
    path::{Path, PathBuf},
};

pub use system::SystemFiles;

/// How a file that is not finished is called, before a part that nobody can guess.
const UNFINISHED: &str = ".cairn.part";
/// How many files of one day are told apart by a number before we give up.
const MOST_A_DAY: u32 = 1000;

/// Where the system lets an app put files for the person.
pub trait Files: Send + Sync {
    /// The folder in which the person finds them, and in which they are looked for.
    fn folder(&self) -> Result<PathBuf, NoFolder>;

    /// Asks the system to open a file with whatever the person opens such files with, and returns once it was asked.
    fn open(&self, file: &Path) -> Result<(), NotOpened>;
}

/// The system has no such folder, or Cairn does not know yet how to reach it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no folder for the person's files")]
pub struct NoFolder;

/// The system knows of nothing to open the file with, or would not start it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nothing opened the file")]
pub struct NotOpened;

/// A file of the person's that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    /// Its name without the folder.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// When it was last written, as the system says.
    pub changed: Option<DateTime<Utc>>,
}

/// The files in `folder` that end in `.ending`, the newest first.
pub fn found(folder: &Path, ending: &str) -> io::Result<Vec<Found>> {
    let mut all = Vec::new();
    for path in super::paths::files(folder)? {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let fits = path.extension().is_some_and(|found| found == ending) && !name.starts_with('.');
        let Ok(told) = fs::metadata(&path) else { continue };
        if fits && told.is_file() {
            let changed = told.modified().ok().map(DateTime::<Utc>::from);
            all.push(Found { path, name, size: told.len(), changed });
        }
    }
    all.sort_by(|one, other| (other.changed, &other.name).cmp(&(one.changed, &one.name)));
    Ok(all)
}

/// Removes from `folder` what a kill left unfinished. Nobody may be writing there.
pub fn sweep(folder: &Path) -> io::Result<()> {
    for path in super::paths::files(folder)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(rest) = name.strip_prefix(UNFINISHED)
            && (rest.is_empty() || rest.starts_with('-'))
        {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// A file that is being written. Until it is kept nobody sees it under its name; dropped, it is gone.
#[derive(Debug)]
pub struct Fresh {
    file: Option<File>,
    folder: PathBuf,
    path: PathBuf,
}

impl Fresh {
    /// Begins a file in `folder` that only its owner can read.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let path = folder.join(format!("{UNFINISHED}-{}", super::ids::new()));
        let mut options = File::options();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Self { file: Some(options.open(&path)?), folder: folder.to_owned(), path })
    }

    /// What was written so far, from its first byte: of this very file, whatever stands under its name. Nothing may be
    /// written meanwhile.
    pub fn read_back(&self) -> io::Result<File> {
        let mut file = self.open()?.try_clone()?;
        file.rewind()?;
        Ok(file)
    }

    /// Makes all of it last and gives it its name: `cairn-2026-11-28.ending`, or with a number behind the day where there
    /// is one already. Nothing is ever written over.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] if another file stands where this one was.
    pub fn keep(mut self, day: NaiveDate, ending: &str) -> io::Result<PathBuf> {
        let file = self.open()?;
        file.sync_all()?;
        if !is_same(file, &self.path)? {
            return Err(io::ErrorKind::NotFound.into());
        }
        for count in 1..MOST_A_DAY {
            let nth = if count == 1 { String::new() } else { format!("-{count}") };
            let path = self.folder.join(format!("cairn-{day}{nth}.{ending}"));
            if path.exists() {
                continue;
            }
            fs::rename(&self.path, &path)?;
            self.file = None;
            if cfg!(unix) {
                File::open(&self.folder)?.sync_all()?;
            }
            return Ok(path);
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    fn open(&self) -> io::Result<&File> {
        self.file.as_ref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// True if `file` is the one that stands at `path`, as far as the system tells files apart.
fn is_same(file: &File, path: &Path) -> io::Result<bool> {
    let (ours, there) = (file.metadata()?, fs::symlink_metadata(path)?);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok((ours.dev(), ours.ino()) == (there.dev(), there.ino()))
    }
    #[cfg(not(unix))]
    Ok(ours.len() == there.len())
}

impl Write for Fresh {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().map_or(Err(io::ErrorKind::NotFound.into()), |file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // What cannot be removed now is swept away at the next start.
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
#[path = "files_tests.rs"]
mod tests;
