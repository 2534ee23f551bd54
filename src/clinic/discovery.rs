//! Finds out how a clinic lets patients sign in, and says plainly when what is there is something else.

use super::{
    Address, ClinicError, Http,
    address::{is_loopback, is_safe},
    http::Reply,
};
use oauth2::{AuthUrl, RevocationUrl, TokenUrl, url::Url};
use reqwest::header::ACCEPT;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A clinic that patients can sign in to.
#[derive(Debug, Clone)]
pub struct Discovery {
    /// The clinic's base address.
    pub base: Address,
    /// Who vouches for a sign-in: the issuer the clinic names, or its own base address.
    pub issuer: String,
    /// The issuer named itself, so an answer that names another one is not from here.
    pub(super) names_itself: bool,
    /// The server promised to name itself in every answer (RFC 9207).
    pub(super) always_names_itself: bool,
    pub(super) authorize: AuthUrl,
    pub(super) endpoints: Endpoints,
    /// The scopes the clinic says it offers; often incomplete.
    pub(super) offered: Vec<String>,
}

/// Where tokens are fetched and given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoints {
    pub(super) token: TokenUrl,
    pub(super) revoke: Option<RevocationUrl>,
}

/// The part of the discovery document this app needs.
#[derive(Deserialize)]
struct Document {
    authorization_endpoint: Url,
    token_endpoint: Url,
    revocation_endpoint: Option<Url>,
    issuer: Option<Url>,
    #[serde(default)]
    code_challenge_methods_supported: Vec<String>,
    #[serde(default)]
    scopes_supported: Vec<String>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// Asks `base` how to sign in (SMART App Launch, `.well-known/smart-configuration`).
///
/// [`ClinicError::NoSignIn`]: a FHIR server, but without a sign-in for apps or without PKCE (S256).
/// [`ClinicError::NotFhir`]: something else altogether. [`ClinicError::CaptivePortal`]: a page came.
pub async fn discover(http: &Http, base: &Address) -> Result<Discovery, ClinicError> {
    let reply = fetch(http, base, ".well-known/smart-configuration", "application/json").await?;
    match (reply.status, serde_json::from_slice::<Value>(&reply.body)) {
        (200..=299, Ok(json)) => read(base, json),
        // The address may still be a clinic's: then it is worth telling that only the sign-in is missing.
        (200..=499, _) => Err(without_sign_in(http, base).await?),
        _ => Err(ClinicError::NotFhir),
    }
}

/// Reads the document.
fn read(base: &Address, json: Value) -> Result<Discovery, ClinicError> {
    let issuer = json.get("issuer").and_then(Value::as_str).map(str::to_owned);
    let document: Document = serde_json::from_value(json).map_err(|_| ClinicError::NoSignIn)?;
    if !document.code_challenge_methods_supported.iter().any(|method| method == "S256") {
        return Err(ClinicError::NoSignIn);
    }
    let addresses = [Some(&document.authorization_endpoint), Some(&document.token_endpoint)];
    let optional = [document.revocation_endpoint.as_ref(), document.issuer.as_ref()];
    // Only a clinic on this device may send the sign-in to this device.
    let trusted = |url: &&Url| is_safe(url) && (base.is_loopback() || !is_loopback(url));
    if !addresses.into_iter().chain(optional).flatten().all(|url| trusted(&url)) {
        return Err(ClinicError::NotSafe);
    }
    Ok(Discovery {
        base: base.clone(),
        names_itself: issuer.is_some(),
        always_names_itself: document.authorization_response_iss_parameter_supported,
        issuer: issuer.unwrap_or_else(|| base.as_str().to_owned()),
        authorize: AuthUrl::from_url(document.authorization_endpoint),
        endpoints: Endpoints {
            token: TokenUrl::from_url(document.token_endpoint),
            revoke: document.revocation_endpoint.map(RevocationUrl::from_url),
        },
        offered: document.scopes_supported,
    })
}

/// What an address without a discovery document is.
async fn without_sign_in(http: &Http, base: &Address) -> Result<ClinicError, ClinicError> {
    let reply = fetch(http, base, "metadata", "application/fhir+json").await?;
    let json = serde_json::from_slice::<Value>(&reply.body).unwrap_or_default();
    let fhir = json.get("resourceType").and_then(Value::as_str) == Some("CapabilityStatement");
    Ok(if fhir { ClinicError::NoSignIn } else { ClinicError::NotFhir })
}

/// Reads a document that anybody may read. What comes instead of an answer of a server is an error.
async fn fetch(http: &Http, base: &Address, path: &str, accept: &'static str) -> Result<Reply, ClinicError> {
    let reply = http.get(base.below(path)?, |request| request.header(ACCEPT, accept)).await?;
    match reply.status {
        200..=299 if reply.is_page() => Err(ClinicError::CaptivePortal),
        429 | 500.. => {
            Err(ClinicError::of_status(reply.status, reply.retry_after()).unwrap_or(ClinicError::NotFhir))
        }
        _ => Ok(reply),
    }
}

#[cfg(test)]
#[path = "discovery_tests.rs"]
mod tests;
