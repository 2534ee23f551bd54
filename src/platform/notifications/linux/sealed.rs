//! The sealed list: what a locked screen may show, encrypted and authenticated, in files that say nothing.
//!
//! The process that rings must read it before anybody unlocked the keystore, so its key lies beside it. The
//! seal therefore is no second lock against somebody who has the whole folder; that is why the list holds
//! nothing that the patient's locked screen may not show. What it does: no search, index or copy of a single
//! file finds a word, a file that was damaged or made by anybody else rings nothing, and when the key is
//! removed what is left on the medium is noise.

use super::{super::RingList, memory::Memory};
use crate::platform::{
    ids::{self, NoRandomness},
    paths,
};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The first bytes of every sealed file. Another version has another number, and is not read.
const VERSION: &[u8] = b"sealed 1\n";

/// There is a file, and it cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unreadable {
    /// Another version of the app wrote it.
    #[error("a sealed file of another version")]
    Foreign,
    /// It is damaged, or its key is gone.
    #[error("a sealed file that does not open")]
    Damaged,
}

/// The sealed files of one data folder.
#[derive(Debug)]
pub(super) struct Drawer {
    folder: PathBuf,
}

impl Drawer {
    pub(super) fn of(data_dir: &Path) -> Self {
        Self { folder: data_dir.to_owned() }
    }

    fn list_file(&self) -> PathBuf {
        self.folder.join("list")
    }

    fn memory_file(&self) -> PathBuf {
        self.folder.join("list-seen")
    }

    fn key_file(&self) -> PathBuf {
        self.folder.join("list-key")
    }

    /// Keeps `list`, unless exactly that is kept already.
    pub(super) fn put_list(&self, list: &RingList) -> Result<(), super::CannotRing> {
        if self.list().is_ok_and(|kept| kept.as_ref() == Some(list)) {
            return Ok(());
        }
        let key = if let Ok(key) = self.key() {
            key
        } else {
            let key = ids::key_bytes()?;
            paths::replace(&self.key_file(), &key)?;
            key
        };
        Ok(paths::replace(&self.list_file(), &seal(&key, LIST, list)?)?)
    }

    /// The list; `None` if there is none.
    pub(super) fn list(&self) -> Result<Option<RingList>, Unreadable> {
        self.read(&self.list_file(), LIST)
    }

    pub(super) fn has_rings(&self) -> bool {
        self.list().is_ok_and(|list| list.is_some_and(|list| !list.rings.is_empty()))
    }

    /// Keeps what rang, for a ringer that begins anew.
    pub(super) fn put_memory(&self, memory: &Memory) -> io::Result<()> {
        let key = self.key().map_err(io::Error::other)?;
        paths::replace(&self.memory_file(), &seal(&key, MEMORY, memory).map_err(io::Error::other)?)
    }

    /// What rang; `None` if nothing is known.
    pub(super) fn memory(&self) -> Result<Option<Memory>, Unreadable> {
        self.read(&self.memory_file(), MEMORY)
    }

    /// Removes the list, which ends the ringer.
    pub(super) fn take_list(&self) -> io::Result<()> {
        absent_is_fine(fs::remove_file(self.list_file()))
    }

    /// Removes everything, also what is left when one file stays; no ringer may be running.
    pub(super) fn empty(&self) -> io::Result<()> {
        let done: Vec<_> = [self.list_file(), self.memory_file(), self.key_file()]
            .iter()
            .flat_map(|file| [file.clone(), file.with_extension("new")])
            .map(|file| absent_is_fine(fs::remove_file(file)))
            .collect();
        done.into_iter().collect()
    }

    fn key(&self) -> Result<[u8; 32], Unreadable> {
        let bytes = fs::read(self.key_file()).map_err(|_| Unreadable::Damaged)?;
        bytes.try_into().map_err(|_| Unreadable::Damaged)
    }

    fn read<T: DeserializeOwned>(&self, file: &Path, what: &[u8]) -> Result<Option<T>, Unreadable> {
        match fs::read(file) {
            Ok(sealed) => open(&self.key()?, what, &sealed).map(Some),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(_) => Err(Unreadable::Damaged),
        }
    }
}

/// What a seal is for: one kind of file is never taken for the other.
const LIST: &[u8] = b"list";
const MEMORY: &[u8] = b"memory";

fn seal(key: &[u8; 32], what: &[u8], value: &impl Serialize) -> Result<Vec<u8>, NoRandomness> {
    let mut nonce = [0; NONCE_LEN];
    nonce.iter_mut().zip(ids::key_bytes()?).for_each(|(byte, chance)| *byte = chance);
    // These values have string keys and no maps, so they always become JSON; a key of 32 bytes always fits.
    let mut hidden = serde_json::to_vec(value).map_err(|_| NoRandomness)?;
    let key = LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, key).map_err(|_| NoRandomness)?);
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(what), &mut hidden)
        .map_err(|_| NoRandomness)?;
    Ok([VERSION, &nonce, &hidden].concat())
}

fn open<T: DeserializeOwned>(key: &[u8; 32], what: &[u8], sealed: &[u8]) -> Result<T, Unreadable> {
    let sealed = sealed.strip_prefix(VERSION).ok_or(Unreadable::Foreign)?;
    let (nonce, hidden) = sealed.split_first_chunk().ok_or(Unreadable::Damaged)?;
    let key = UnboundKey::new(&CHACHA20_POLY1305, key).map_err(|_| Unreadable::Damaged)?;
    let mut hidden = hidden.to_vec();
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let plain = LessSafeKey::new(key).open_in_place(nonce, Aad::from(what), &mut hidden);
    serde_json::from_slice(plain.map_err(|_| Unreadable::Damaged)?).map_err(|_| Unreadable::Damaged)
}

fn absent_is_fine(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(test)]
#[path = "sealed_tests.rs"]
mod tests;
