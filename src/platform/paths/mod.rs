//! The folder that holds the patient's files: private to this app, and named after nothing but the app.

use std::{
    fs::{DirBuilder, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The system names no folder for an app's own files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system names no folder for this app's files")]
pub struct NoFolder;

/// Where this system keeps an app's own files. The folder may not exist yet.
#[cfg(not(target_os = "android"))]
pub fn data_dir() -> Result<PathBuf, NoFolder> {
    Ok(dirs::data_local_dir().ok_or(NoFolder)?.join("cairn"))
}

/// Where Android keeps an app's own files: under the user's number and the package's name, both of which
/// the kernel tells about the running process.
#[cfg(target_os = "android")]
pub fn data_dir() -> Result<PathBuf, NoFolder> {
    use std::os::unix::fs::MetadataExt;
    // AOSP `UserHandle.PER_USER_RANGE`: a user's apps have numbers from user x 100 000 on.
    const PER_USER_RANGE: u32 = 100_000;
    let user = std::fs::metadata("/proc/self").map_err(|_| NoFolder)?.uid() / PER_USER_RANGE;
    let command = std::fs::read("/proc/self/cmdline").map_err(|_| NoFolder)?;
    let package = command.split(|byte| matches!(byte, 0 | b':')).next().unwrap_or_default();
    let package = std::str::from_utf8(package).ok().filter(|name| name.contains('.')).ok_or(NoFolder)?;
    Ok(PathBuf::from(format!("/data/user/{user}/{package}/files")))
}

/// Makes the folder if it is not there, for its owner's eyes only.
pub fn prepare(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// True if there is a file at `path` with something in it.
#[must_use]
pub fn has_content(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() > 0)
}

/// The files in `folder`, in no order; none if there is no such folder.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Opens a file the patient chose, and says how large it is in bytes. Only an ordinary file is one: a pipe could give for ever.
pub fn open_chosen(path: &Path) -> io::Result<(File, u64)> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_file() { Ok((file, about.len())) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// The bytes that are left for this app on the disk of `folder`; `None` where the system does not say.
#[must_use]
pub fn room_left(folder: &Path) -> Option<u64> {
    #[cfg(target_os = "linux")]
    {
        let disk = rustix::fs::statvfs(folder).ok()?;
        disk.f_bavail.checked_mul(disk.f_frsize)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        None
    }
}

/// Puts `bytes` into a file that only its owner can read, in place of what was there: whoever looks sees the
/// old file or the new one, and the new one is on the disk when this returns. The folder must exist.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = path.with_extension("new");
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&fresh, path)?;
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
