//! A sign-in as it is kept: in the system's keystore and nowhere else, never in a log.

use super::{Address, Endpoints, scopes::Scopes};
use crate::care::Id;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use zeroize::Zeroizing;

/// A token. Wiped from memory when dropped; `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes a token into custody.
    pub fn new(token: impl Into<String>) -> Self {
        Self(Zeroizing::new(token.into()))
    }

    /// The token itself, for the wire.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// One sign-in of one patient at one clinic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    pub(super) access: Secret,
    pub(super) refresh: Option<Secret>,
    /// When the access token ends, on this phone's clock; unknown where the server did not say.
    pub expires_at: Option<DateTime<Utc>>,
    /// The patient the clinic's records are asked for.
    pub patient: Id,
    /// What the clinic granted, which decides what is asked for.
    pub scopes: Scopes,
    /// Who vouches for the sign-in; together with the patient it names the owner of a store.
    pub issuer: String,
    /// The clinic's base address.
    pub base: Address,
    /// The name under which the clinic knows this app.
    pub client_id: String,
    pub(super) endpoints: Endpoints,
}

impl Tokens {
    /// For the keystore.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, KeystoreTrouble> {
        serde_json::to_vec(self).map(Zeroizing::new).map_err(|_| KeystoreTrouble)
    }

    /// From the keystore.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeystoreTrouble> {
        serde_json::from_slice(bytes).map_err(|_| KeystoreTrouble)
    }

    /// True if the access token is over at `now`, or so nearly that a request might not make it.
    pub(super) fn is_stale(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_some_and(|end| end - TimeDelta::seconds(30) <= now)
    }
}

/// The keystore did not give or take the sign-in: missing, locked, faulty, or what it holds is not ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the keystore did not help")]
pub struct KeystoreTrouble;

/// Where a sign-in lives. Every call may block: it is never made on an async thread.
pub trait TokenStore: Send + Sync {
    /// The sign-in kept, if there is one.
    fn load(&self) -> Result<Option<Tokens>, KeystoreTrouble>;
    /// Keeps this one in place of any other. Back only when it is safe.
    fn save(&self, tokens: &Tokens) -> Result<(), KeystoreTrouble>;
    /// Forgets the sign-in.
    fn clear(&self) -> Result<(), KeystoreTrouble>;
}
