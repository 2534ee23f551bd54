//! On Linux: the folder for documents the person set for their desktop, else their home.

use super::{Files, NoFolder, NotOpened};
use std::path::{Path, PathBuf};

/// The person's own folders, as the desktop names them.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemFiles;

impl Files for SystemFiles {
    fn folder(&self) -> Result<PathBuf, NoFolder> {
        dirs::document_dir().or_else(dirs::home_dir).ok_or(NoFolder)
    }

    fn open(&self, file: &Path) -> Result<(), NotOpened> {
        open::that_detached(file).map_err(|_| NotOpened)
    }
}
