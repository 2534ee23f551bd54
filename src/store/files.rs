//! The files a store consists of: made private, set aside whole, and removed only when the patient says so.

use super::{Store, StoreError};
use chrono::{DateTime, Utc};
use std::{
    ffi::OsStr,
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
};

/// What `SQLite` adds to the name of each file of a store. The store itself comes last: cut off in between, a
/// store without its log still opens, while a log without its store would be lost.
const FILES: [&str; 4] = ["-wal", "-shm", "-journal", ""];

/// Moves the store at `path` out of the way, into a new folder next to it, and deletes nothing. The answer
/// is where it is now; with the right key it opens there. No [`Store`] may be open at `path`.
///
/// `now` goes into the folder's name.
///
/// # Errors
/// Whatever the system says. Cut off in the middle, it can be called again.
pub fn quarantine(path: &Path, now: DateTime<Utc>) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    if !FILES.iter().any(|suffix| with_suffix(path.as_os_str(), suffix).exists()) {
        return Err(io::ErrorKind::NotFound.into());
    }
    let folder = new_folder(folder_of(path), now)?;
    for suffix in FILES {
        let moved = folder.join(with_suffix(name, suffix));
        absent_is_fine(fs::rename(with_suffix(path.as_os_str(), suffix), moved))?;
    }
    sync_folder(&folder)?;
    sync_folder(folder_of(path))?;
    Ok(folder.join(name))
}

impl Store {
    /// Removes the store at `path` for good, because the patient asked for it (the end of practice mode, a
    /// sign-out). No store need be there; none may be open. What is left on the medium is encrypted: deleting
    /// the key is what makes it unreadable for ever.
    ///
    /// # Errors
    /// Whatever the system says. Cut off in the middle, it can be called again.
    pub fn erase(path: &Path) -> io::Result<()> {
        for suffix in FILES {
            absent_is_fine(fs::remove_file(with_suffix(path.as_os_str(), suffix)))?;
        }
        sync_folder(folder_of(path))
    }
}

/// Sees to it that there is a file at `path` which only its owner can read; a new one is empty.
///
/// # Errors
/// [`StoreError::Damaged`] if the file is gone or empty but its log is not: `SQLite` would throw the log away
/// and start over, silently.
pub(super) fn prepare(path: &Path) -> Result<(), StoreError> {
    let has_content = |path: &Path| fs::metadata(path).is_ok_and(|file| file.len() > 0);
    if has_content(path) {
        return Ok(());
    }
    if has_content(&with_suffix(path.as_os_str(), "-wal")) {
        return Err(StoreError::Damaged);
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}

fn new_folder(parent: &Path, now: DateTime<Utc>) -> io::Result<PathBuf> {
    let base = format!("set-aside-{}", now.format("%Y%m%dT%H%M%S%3fZ"));
    let mut folder = parent.join(&base);
    for count in 2.. {
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                folder = parent.join(format!("{base}-{count}"));
            }
            done => return done.map(|()| folder),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn with_suffix(path: &OsStr, suffix: &str) -> PathBuf {
    let mut name = path.to_owned();
    name.push(suffix);
    name.into()
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

fn absent_is_fine(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Makes the file at `path` and its place in its folder last through a power cut.
pub(super) fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()?;
    sync_folder(folder_of(path))
}

/// Makes renames and removals in `folder` last through a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
