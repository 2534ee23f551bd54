//! Carries the `oauth2` crate's requests over our own HTTP client, and reads SMART's extra fields.

use super::{ClinicError, Discovery, Endpoints, Http, http::Reply};
use oauth2::{
    AsyncHttpClient, AuthUrl, Client, ClientId, EmptyExtraTokenFields, EndpointNotSet, EndpointSet,
    ExtraTokenFields, HttpRequest, HttpResponse, RequestTokenError, StandardRevocableToken,
    StandardTokenIntrospectionResponse, StandardTokenResponse,
    basic::{BasicErrorResponse, BasicErrorResponseType, BasicRevocationErrorResponse, BasicTokenType},
    http::{Response, header::CONTENT_TYPE},
    url::Url,
};
use reqwest::Method;
use serde::{Deserialize, Serialize};
use std::pin::Pin;

/// What SMART puts beside the token.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SmartFields {
    /// The patient the sign-in is for.
    pub(super) patient: Option<String>,
}

impl ExtraTokenFields for SmartFields {}

/// The answer of a token endpoint.
pub(super) type TokenAnswer = StandardTokenResponse<SmartFields, BasicTokenType>;

type SmartClient<Auth> = Client<
    BasicErrorResponse,
    TokenAnswer,
    StandardTokenIntrospectionResponse<EmptyExtraTokenFields, BasicTokenType>,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    Auth,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// A public client: no secret could stay secret in an app.
pub(super) fn client(client_id: &str, endpoints: &Endpoints) -> SmartClient<EndpointNotSet> {
    Client::new(ClientId::new(client_id.to_owned())).set_token_uri(endpoints.token.clone())
}

/// The same, able to send the patient to the clinic's sign-in page.
pub(super) fn signing_in(client_id: &str, discovery: &Discovery) -> SmartClient<EndpointSet> {
    let page: AuthUrl = discovery.authorize.clone();
    client(client_id, &discovery.endpoints).set_auth_uri(page)
}

/// Our client as the `oauth2` crate wants one.
pub(super) struct Carrier<'a>(pub(super) &'a Http);

impl<'c> AsyncHttpClient<'c> for Carrier<'_> {
    type Error = ClinicError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, ClinicError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(carry(self.0, request))
    }
}

/// Sends one request of the `oauth2` crate. What is not the token endpoint's own word becomes an error here,
/// so that a page or a fault is never read as "the sign-in is over".
async fn carry(http: &Http, request: HttpRequest) -> Result<HttpResponse, ClinicError> {
    let (head, body) = request.into_parts();
    let url = Url::parse(&head.uri.to_string()).map_err(|_| ClinicError::NotUnderstood("token endpoint"))?;
    let reply = http.send(http.request(Method::POST, url)?.headers(head.headers).body(body)).await?;
    let Reply { status, .. } = reply;
    match status {
        429 | 500.. => Err(ClinicError::of_status(status, reply.retry_after())
            .unwrap_or(ClinicError::ServerFault { status })),
        300..=399 => Err(ClinicError::CaptivePortal),
        _ if reply.is_page() => Err(ClinicError::CaptivePortal),
        // Some servers call their JSON something else; what it is shows when it is read.
        _ => Response::builder()
            .status(status)
            .header(CONTENT_TYPE, "application/json")
            .body(reply.body)
            .map_err(|_| ClinicError::NotUnderstood("token answer")),
    }
}

/// What a failed request for tokens means. `refused` and `otherwise`: the errors for a code or refresh token
/// that is not (or no longer) good, and for any other refusal.
pub(super) fn explain(
    error: RequestTokenError<ClinicError, BasicErrorResponse>,
    refused: ClinicError,
    otherwise: ClinicError,
) -> ClinicError {
    match error {
        RequestTokenError::Request(error) => error,
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            BasicErrorResponseType::InvalidGrant => refused,
            BasicErrorResponseType::Extension(word) if word == "temporarily_unavailable" => {
                ClinicError::Busy { retry_after: None }
            }
            BasicErrorResponseType::Extension(word) if word == "server_error" => {
                ClinicError::ServerFault { status: 500 }
            }
            _ => otherwise,
        },
        RequestTokenError::Parse(problem, _) if problem.inner().is_eof() => ClinicError::CutShort,
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
            ClinicError::NotUnderstood("token answer")
        }
    }
}
