//! One Cairn at a time for one patient's files: two would send the same things and spend the same sign-in.

use std::{
    fs::{File, TryLockError},
    io,
    path::Path,
};

/// Held for as long as the program runs; the system lets go of it however the program ends.
#[derive(Debug)]
pub struct OnlyOne {
    _held: File,
}

/// Why this program must not go on.
#[derive(Debug, thiserror::Error)]
pub enum NotAlone {
    /// Another Cairn works with the same files.
    #[error("Cairn is open already")]
    OpenAlready,
    /// The system did not say.
    #[error("the lock cannot be made: {0}")]
    Io(#[from] io::Error),
}

impl OnlyOne {
    /// Takes the lock at `path`, an empty file that is made if need be and stays.
    pub fn at(path: &Path) -> Result<Self, NotAlone> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(NotAlone::OpenAlready),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_waits_until_the_first_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = OnlyOne::at(&path).unwrap();
        assert!(matches!(OnlyOne::at(&path), Err(NotAlone::OpenAlready)));
        drop(first);
        assert!(OnlyOne::at(&path).is_ok());
    }
}
