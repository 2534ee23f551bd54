//! A patient signs in: SMART App Launch, standalone, in the system's browser, with PKCE.
//!
//! Two steps around the browser: [`begin`] makes the page to open, [`PendingSignIn::finish`] takes the answer
//! the browser came back with. The redirect address is the caller's: a port on this device (RFC 8252).

use super::{
    ClinicError, Discovery, Http, Secret, SignInFailure, Tokens,
    callback::Expected,
    oauth::{self, Carrier, TokenAnswer},
    scopes::{self, Scopes},
};
use crate::care::Id;
use chrono::{DateTime, TimeDelta, Utc};
use oauth2::{
    CsrfToken, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse, basic::BasicTokenType,
    url::Url,
};
use std::fmt;

/// The name under which clinics register this app, unless a clinic chose another.
pub const CLIENT_ID: &str = "cairn";

/// A sign-in waiting for the browser to come back.
pub struct PendingSignIn {
    page: Url,
    discovery: Discovery,
    client_id: String,
    redirect: Url,
    state: CsrfToken,
    verifier: PkceCodeVerifier,
    asked: Vec<String>,
}

/// Prepares a sign-in. `redirect`: where the browser comes back to, a port on this device.
pub fn begin(discovery: Discovery, client_id: &str, redirect: Url) -> PendingSignIn {
    let asked = scopes::to_ask(&discovery.offered);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let client =
        oauth::signing_in(client_id, &discovery).set_redirect_uri(RedirectUrl::from_url(redirect.clone()));
    let (page, state) = client
        .authorize_url(CsrfToken::new_random)
        .add_scopes(asked.iter().cloned().map(Scope::new))
        .set_pkce_challenge(challenge)
        // SMART: for which FHIR server the token is meant, so that no other can use it.
        .add_extra_param("aud", discovery.base.as_str().to_owned())
        .url();
    PendingSignIn { page, discovery, client_id: client_id.to_owned(), redirect, state, verifier, asked }
}

impl PendingSignIn {
    /// True if `url` claims to answer this sign-in; [`PendingSignIn::finish`] checks everything else.
    pub fn expects(&self, url: &Url) -> bool {
        url.query_pairs().any(|(name, value)| name == "state" && value == self.state.secret().as_str())
    }

    /// The page to open in the system's browser.
    pub fn page(&self) -> &Url {
        &self.page
    }

    /// Takes the whole address the browser came back with and fetches the tokens. Nothing is kept anywhere:
    /// that is the caller's, after checking whose sign-in it is.
    ///
    /// [`ClinicError::SignInCancelled`] when the patient said no; [`ClinicError::SignInFailed`] with the check
    /// that did not hold.
    pub async fn finish(
        self,
        http: &Http,
        came_back: &Url,
        now: DateTime<Utc>,
    ) -> Result<Tokens, ClinicError> {
        let expected = Expected {
            state: &self.state,
            issuer: self.discovery.names_itself.then_some(self.discovery.issuer.as_str()),
            issuer_required: self.discovery.always_names_itself,
        };
        let code = expected.code(came_back)?;
        let answer = oauth::client(&self.client_id, &self.discovery.endpoints)
            .set_redirect_uri(RedirectUrl::from_url(self.redirect))
            .exchange_code(code)
            .set_pkce_verifier(self.verifier)
            .request_async(&Carrier(http))
            .await
            .map_err(|error| {
                let failed = ClinicError::SignInFailed;
                oauth::explain(error, failed(SignInFailure::CodeRefused), failed(SignInFailure::Refused))
            })?;
        let patient = answer.extra_fields().patient.clone().and_then(|id| Id::new(id).ok());
        let access = bearer(&answer)?;
        Ok(Tokens {
            access,
            refresh: answer.refresh_token().map(|token| Secret::new(token.secret())),
            expires_at: expiry(&answer, now),
            patient: patient.ok_or(ClinicError::SignInFailed(SignInFailure::NoPatient))?,
            // Not saying what was granted means: what was asked for (RFC 6749, section 5.1).
            scopes: granted(&answer).unwrap_or_else(|| Scopes::new(self.asked)),
            issuer: self.discovery.issuer,
            base: self.discovery.base,
            client_id: self.client_id,
            endpoints: self.discovery.endpoints,
        })
    }
}

/// The access token, if it is of the only kind this app can use.
pub(super) fn bearer(answer: &TokenAnswer) -> Result<Secret, ClinicError> {
    match answer.token_type() {
        BasicTokenType::Bearer => Ok(Secret::new(answer.access_token().secret())),
        _ => Err(ClinicError::NotUnderstood("token type")),
    }
}

/// When the access token ends, on the clock of `now`.
pub(super) fn expiry(answer: &TokenAnswer, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    now.checked_add_signed(TimeDelta::from_std(answer.expires_in()?).ok()?)
}

/// The scopes the answer names, if it names any.
pub(super) fn granted(answer: &TokenAnswer) -> Option<Scopes> {
    Some(Scopes::new(answer.scopes()?.iter().map(|scope| scope.to_string())))
}

impl fmt::Debug for PendingSignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingSignIn").field("issuer", &self.discovery.issuer).finish_non_exhaustive()
    }
}
