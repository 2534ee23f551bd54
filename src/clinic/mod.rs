//! The clinic's API: finding it, signing in (SMART App Launch), and asking and telling it things over FHIR.
//!
//! The only room that speaks HTTP. It keeps nothing: sign-ins live in the [`TokenStore`] the caller gives,
//! and whatever arrives is handed on as an [`Answer`]. Nothing but `https` leaves this room, except to the
//! loopback interface.

mod address;
mod answer;
mod ask;
mod callback;
mod client;
mod discovery;
mod error;
mod http;
mod oauth;
pub mod scopes;
mod session;
mod sign_in;
#[cfg(test)]
mod test_server;
mod tokens;

pub use address::{Address, BadAddress};
pub use answer::Answer;
pub use ask::Ask;
pub use client::FhirClient;
pub use discovery::{Discovery, Endpoints, discover};
pub use error::{ClinicError, Handling, SignInFailure};
pub use http::Http;
pub use session::Session;
pub use sign_in::{CLIENT_ID, PendingSignIn, begin};
pub use tokens::{KeystoreTrouble, Secret, TokenStore, Tokens};

use chrono::{DateTime, Utc};
use std::sync::Arc;

/// Tells the time; given by whoever owns a clock.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;
