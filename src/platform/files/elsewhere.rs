//! Where no way to the person's files is written yet: Android and iOS hand files over through a share sheet.

use super::{Files, NoFolder, NotOpened};
use std::path::{Path, PathBuf};

/// Knows of no folder.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemFiles;

impl Files for SystemFiles {
    fn folder(&self) -> Result<PathBuf, NoFolder> {
        Err(NoFolder)
    }

    fn open(&self, _file: &Path) -> Result<(), NotOpened> {
        Err(NotOpened)
    }
}
