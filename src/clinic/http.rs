//! The one HTTP client: encrypted or on this device, no detours, no endless waits, no endless answers.

use super::{ClinicError, address::is_safe};
use chrono::{DateTime, Utc};
use reqwest::{
    Client, Method, RequestBuilder, Response,
    header::{CONTENT_TYPE, DATE, EXPIRES, HeaderMap, HeaderName, LOCATION, RETRY_AFTER},
    redirect::Policy,
};
use rustls::CertificateError;
use std::{error::Error as StdError, io, sync::Once, time::Duration};
use url::Url;

/// How long a server has to take the call.
const CONNECT: Duration = Duration::from_secs(10);
/// How long a whole exchange may last.
const WHOLE: Duration = Duration::from_secs(30);
/// The most one answer may weigh, unpacked.
const LARGEST: usize = 20 * 1024 * 1024;
/// How many signposts on the same server a read follows.
const DETOURS: usize = 3;
/// Nobody who asks for more patience than a day means it.
const LONGEST_PATIENCE: Duration = Duration::from_hours(24);

/// A client, cheap to clone; its connections are shared and reused.
#[derive(Debug, Clone)]
pub struct Http(Client);

/// What came back, whole. `Debug` is not derived: the body is about a person.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Http {
    /// Makes a client. It uses the certificates this system trusts, and no proxy from the environment.
    pub fn new() -> Result<Self, ClinicError> {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            // Fails only where somebody installed one before, and then that one serves.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        Client::builder()
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .redirect(Policy::none())
            .referer(false)
            .no_proxy()
            .user_agent(concat!("cairn/", env!("CARGO_PKG_VERSION")))
            .build()
            .map(Self)
            .map_err(|_| ClinicError::NotSafe)
    }

    pub(super) fn request(&self, method: Method, url: Url) -> Result<RequestBuilder, ClinicError> {
        if is_safe(&url) { Ok(self.0.request(method, url)) } else { Err(ClinicError::NotSafe) }
    }

    /// Sends one request and takes in the whole answer.
    pub(super) async fn send(&self, request: RequestBuilder) -> Result<Reply, ClinicError> {
        let response = request.send().await.map_err(|error| explain(&error))?;
        Reply::take(response).await
    }

    /// Reads, following signposts as long as they stay on the same server. `dress` adds the headers.
    pub(super) async fn get(
        &self,
        mut url: Url,
        dress: impl Fn(RequestBuilder) -> RequestBuilder,
    ) -> Result<Reply, ClinicError> {
        for _ in 0..=DETOURS {
            let reply = self.send(dress(self.request(Method::GET, url.clone())?)).await?;
            if !matches!(reply.status, 301 | 302 | 303 | 307 | 308) {
                return Ok(reply);
            }
            let next = reply.header(&LOCATION).and_then(|link| url.join(link).ok());
            match next.filter(|next| next.origin() == url.origin()) {
                Some(next) => url = next,
                None => return Err(ClinicError::CaptivePortal),
            }
        }
        Err(ClinicError::NotUnderstood("too many redirects"))
    }
}

impl Reply {
    async fn take(mut response: Response) -> Result<Self, ClinicError> {
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|error| explain(&error))? {
            if body.len() + piece.len() > LARGEST {
                return Err(ClinicError::AnswerTooLarge);
            }
            body.extend_from_slice(&piece);
        }
        Ok(Self { status: response.status().as_u16(), headers: std::mem::take(response.headers_mut()), body })
    }

    pub(super) fn header(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// True if this is a page for people, whatever it calls itself.
    pub(super) fn is_page(&self) -> bool {
        let kind = self.header(&CONTENT_TYPE).unwrap_or_default().to_ascii_lowercase();
        let start: Vec<u8> = self.body.iter().copied().skip_while(u8::is_ascii_whitespace).take(14).collect();
        let start = start.to_ascii_lowercase();
        kind.contains("html") || start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
    }

    /// The server's own clock, if it showed it.
    pub(super) fn date(&self) -> Option<DateTime<Utc>> {
        http_date(self.header(&DATE)?)
    }

    /// How long from its sending on the server says that this holds, a day at the most; `None` where it says nothing of use.
    pub(super) fn holds_for(&self) -> Option<Duration> {
        // A date only means something on the clock of the server that wrote it.
        let left = http_date(self.header(&EXPIRES)?)? - self.date()?;
        let left = left.to_std().ok().filter(|left| !left.is_zero());
        left.map(|left| left.min(LONGEST_PATIENCE))
    }

    /// How long the server asks to be left alone, a day at the most.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        let asked = self.header(&RETRY_AFTER)?.trim();
        let wait = match asked.parse() {
            Ok(seconds) => Duration::from_secs(seconds),
            // A date only means something on the clock of the server that wrote it.
            Err(_) => (http_date(asked)? - self.date()?).to_std().unwrap_or_default(),
        };
        Some(wait.min(LONGEST_PATIENCE))
    }
}

/// An instant as HTTP writes it.
pub(super) fn http_date(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc2822(text).ok().map(|date| date.with_timezone(&Utc))
}

/// What a failed exchange means for the patient.
fn explain(error: &reqwest::Error) -> ClinicError {
    // The cause says more than the outermost error, which only says at which step it happened.
    if let Some(cause) = cause_of(error) {
        return cause;
    }
    if error.is_dns() {
        return if has_a_way_out() { ClinicError::ServerDown } else { ClinicError::Offline };
    }
    if error.is_timeout() || error.is_connect() { ClinicError::ServerDown } else { ClinicError::CutShort }
}

/// Looks through the chain of causes for one that tells.
fn cause_of(error: &(dyn StdError + 'static)) -> Option<ClinicError> {
    let mut next = Some(error);
    while let Some(cause) = next {
        if let Some(tls) = cause.downcast_ref::<rustls::Error>() {
            return Some(of_tls(tls));
        }
        if let Some(fault) = cause.downcast_ref::<io::Error>() {
            // An io error hides what it wraps from `source`.
            if let Some(inner) = fault.get_ref().and_then(|inner| cause_of(inner)) {
                return Some(inner);
            }
            match fault.kind() {
                io::ErrorKind::NetworkUnreachable
                | io::ErrorKind::NetworkDown
                | io::ErrorKind::HostUnreachable
                | io::ErrorKind::AddrNotAvailable => return Some(ClinicError::Offline),
                io::ErrorKind::ConnectionRefused | io::ErrorKind::TimedOut => {
                    return Some(ClinicError::ServerDown);
                }
                _ => {}
            }
        }
        next = cause.source();
    }
    None
}

fn of_tls(error: &rustls::Error) -> ClinicError {
    match error {
        rustls::Error::InvalidCertificate(
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. },
        ) => ClinicError::WrongClock,
        _ => ClinicError::NotSafe,
    }
}

/// True if this device has any route beyond itself. Nothing is sent: connecting a UDP socket only looks the
/// route up. The address is one of those set aside for documentation (RFC 5737).
fn has_a_way_out() -> bool {
    let socket = std::net::UdpSocket::bind((std::net::Ipv4Addr::UNSPECIFIED, 0));
    socket.is_ok_and(|socket| socket.connect((std::net::Ipv4Addr::new(192, 0, 2, 1), 9)).is_ok())
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
