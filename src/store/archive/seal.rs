//! The seal of an archive: age (<https://age-encryption.org/v1>) under a passphrase, which any age program opens.

use super::{ArchiveError, error::writing};
use age::{
    Decryptor, Encryptor, Identity, Recipient, scrypt,
    secrecy::SecretString,
    stream::{StreamReader, StreamWriter},
};
use std::{
    fmt,
    io::{BufRead, Cursor, Read, Write},
    iter,
};
use zeroize::Zeroizing;

/// Letters of the shortest passphrase: our own choice, above the 8 of NIST SP 800-63B (section 5.1.1.1), for a file can
/// be tried at leisure.
const SHORTEST: usize = 10;

/// How every age file of version 1 begins.
const FIRST_LINE: &[u8] = b"age-encryption.org/v1\n";
/// How the last line of an age file's head begins.
const LAST_LINE: &[u8] = b"\n--- ";
/// The longest head that is read, in bytes: one with a passphrase alone has about 150. age itself would take a head
/// without an end into memory, and look at it anew with each line.
const LONGEST_HEAD: u64 = 4096;

/// The words that open an archive. They leave no trace in a log and are wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

/// A passphrase of too few letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a passphrase has at least {SHORTEST} letters")]
pub struct TooShort;

/// How much work it is to try a passphrase: the logarithm of scrypt's N.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort(pub u8);

impl Effort {
    /// What a phone can do in about half a second, with 128 MB of memory. OWASP's Password Storage Cheat Sheet names
    /// N = 2^17 with r = 8 and p = 1, which are age's.
    pub const PHONE: Self = Self(17);
    /// The most an archive may ask for: 256 MB, what the age program itself asks for.
    const MOST: Self = Self(18);
}

impl Passphrase {
    /// Takes a new passphrase, letter for letter.
    ///
    /// # Errors
    /// [`TooShort`] below ten letters.
    pub fn new(words: impl Into<String>) -> Result<Self, TooShort> {
        let words = Self::given(words);
        if words.0.chars().count() < SHORTEST { Err(TooShort) } else { Ok(words) }
    }

    /// Takes what was typed to open an archive, however long.
    pub fn given(words: impl Into<String>) -> Self {
        Self(Zeroizing::new(words.into()))
    }

    fn secret(&self) -> SecretString {
        SecretString::from(self.0.as_str())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Begins a sealed file in `to`. It is whole only once the answer was finished.
pub(super) fn seal<W: Write>(
    to: W,
    passphrase: &Passphrase,
    effort: Effort,
) -> Result<StreamWriter<W>, ArchiveError> {
    let mut recipient = scrypt::Recipient::new(passphrase.secret());
    // age itself would stop the program at a number it cannot do.
    recipient.set_work_factor(effort.0.clamp(1, Effort::MOST.0));
    let one = iter::once(&recipient as &dyn Recipient);
    let sealed = Encryptor::with_recipients(one).map_err(|error| match error {
        age::EncryptError::Io(error) => writing(error),
        _ => ArchiveError::Store(crate::store::StoreError::bug("age refused its own recipient")),
    })?;
    sealed.wrap_output(to).map_err(writing)
}

/// Opens a sealed file. What is read from the answer was checked, piece by piece; an early end is an error.
pub(super) fn open<R: BufRead>(
    mut from: R,
    passphrase: &Passphrase,
) -> Result<StreamReader<impl Read>, ArchiveError> {
    let mut head = Vec::new();
    from.by_ref().take(LONGEST_HEAD).read_to_end(&mut head).map_err(ArchiveError::Io)?;
    // Told apart here: of a file that is something else, age may say that it was cut off.
    if !head.starts_with(FIRST_LINE) || (head.len() as u64 == LONGEST_HEAD && !has_end(&head)) {
        return Err(ArchiveError::NotAnArchive);
    }
    let sealed = Decryptor::new_buffered(Cursor::new(head).chain(from))?;
    if !sealed.is_scrypt() {
        return Err(ArchiveError::NotAnArchive);
    }
    let mut identity = scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(Effort::MOST.0);
    Ok(sealed.decrypt(iter::once(&identity as &dyn Identity))?)
}

/// True if the last line of the head is in `head`, whole.
fn has_end(head: &[u8]) -> bool {
    let last = head.windows(LAST_LINE.len()).position(|found| found == LAST_LINE);
    last.and_then(|at| head.get(at + 1..)).is_some_and(|line| line.contains(&b'\n'))
}
