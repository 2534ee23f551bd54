//! A clinic's address: from what a person types, pastes or follows to the one base URL everything hangs on.

use serde::{Deserialize, Serialize};
use std::fmt;
use url::{Host, Url};

/// The base URL of a FHIR server: `https` (or loopback), no user, no query, no trailing slash.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(Url);

/// Why a text is not the address of a clinic. The text is left out: it may be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum BadAddress {
    /// Nothing was typed.
    #[error("the address is empty")]
    Empty,
    /// It is not the shape of a web address.
    #[error("this is not a web address")]
    NotAnAddress,
    /// It is an address without encryption, and not on this device.
    #[error("the address is not encrypted (http)")]
    NotSafe,
}

/// What people copy along with the address.
const PASTED_TAILS: [&str; 2] = ["/.well-known/smart-configuration", "/metadata"];

impl Address {
    /// Takes what a person typed or pasted (`clinic.example/fhir`, with or without `https://`) or a link that
    /// carries the address (`cairn://connect?iss=…`).
    pub fn parse(text: &str) -> Result<Self, BadAddress> {
        let text = text.trim().trim_matches(['"', '\'', '<', '>', '\u{200b}', '\u{feff}']).trim();
        if text.is_empty() {
            return Err(BadAddress::Empty);
        }
        if !text.contains("://") {
            return Self::from_bare(text);
        }
        let url = Url::parse(text).map_err(|_| BadAddress::NotAnAddress)?;
        if url.scheme() != "cairn" {
            return Self::from_url(url);
        }
        let iss = url.query_pairs().find(|(name, _)| name == "iss").map(|(_, iss)| iss.into_owned());
        let inner =
            Url::parse(&iss.ok_or(BadAddress::NotAnAddress)?).map_err(|_| BadAddress::NotAnAddress)?;
        // A link inside a link is nobody's address.
        Self::from_url(inner)
    }

    /// An address typed without a scheme: encrypted, unless it is this very device.
    fn from_bare(text: &str) -> Result<Self, BadAddress> {
        let parse =
            |scheme: &str| Url::parse(&format!("{scheme}://{text}")).map_err(|_| BadAddress::NotAnAddress);
        let url = parse("https")?;
        if is_loopback(&url) { Self::from_url(parse("http")?) } else { Self::from_url(url) }
    }

    fn from_url(mut url: Url) -> Result<Self, BadAddress> {
        let named = match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.trim_end_matches('.').contains('.'),
            Some(Host::Ipv4(_) | Host::Ipv6(_)) => true,
            None => false,
        };
        let web = matches!(url.scheme(), "https" | "http");
        // A user part is how "clinic.example@elsewhere" hides where it leads (and how an e-mail address looks).
        let user = !url.username().is_empty() || url.password().is_some();
        if !web || !named || user || url.query().is_some() || url.fragment().is_some() {
            return Err(BadAddress::NotAnAddress);
        }
        if !is_safe(&url) {
            return Err(BadAddress::NotSafe);
        }
        let path = url.path();
        let path = PASTED_TAILS.iter().find_map(|tail| path.strip_suffix(tail)).unwrap_or(path);
        let path = path.trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }

    /// The address as text, the way it is named in a sign-in (`aud`).
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// True if the clinic is this very device.
    pub(super) fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }

    /// The URL of `relative` below this base. `relative` is made by this app, never by a server.
    pub(super) fn below(&self, relative: &str) -> Result<Url, BadAddress> {
        let text = if relative.is_empty() {
            self.as_str().to_owned()
        } else {
            format!("{}/{relative}", self.as_str())
        };
        Url::parse(&text).map_err(|_| BadAddress::NotAnAddress)
    }

    /// Takes a link the server gave, whole or relative, if it stays on this server and below this base:
    /// a sign-in must not travel anywhere else.
    pub(super) fn own(&self, link: &str) -> Option<Url> {
        let base = Url::parse(&format!("{}/", self.as_str())).ok()?;
        let url = base.join(link).ok()?;
        let own = url.origin() == self.0.origin()
            && url.username().is_empty()
            && url.password().is_none()
            // "/fhir?page=2" and "/fhir/Appointment?page=2" are below "/fhir", "/fhirsomething" is not.
            && (url.path() == base.path() || format!("{}/", url.path()).starts_with(base.path()));
        own.then_some(url)
    }
}

/// True if nobody on the way can read along: `https`, or not leaving this device.
pub(super) fn is_safe(url: &Url) -> bool {
    url.scheme() == "https" || (url.scheme() == "http" && is_loopback(url))
}

pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

impl TryFrom<String> for Address {
    type Error = BadAddress;
    fn try_from(text: String) -> Result<Self, BadAddress> {
        Self::parse(&text)
    }
}

impl From<Address> for String {
    fn from(address: Address) -> Self {
        address.as_str().to_owned()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod tests;
