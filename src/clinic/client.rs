//! Speaks FHIR R4 with one clinic: reads, searches, writes. It judges nothing but who may speak.

use super::{Address, Answer, Ask, ClinicError, Http, Secret, Session, http::Reply, scopes::Scopes};
use crate::{care::Id, fhir::bundle};
use chrono::TimeDelta;
use reqwest::{
    Method,
    header::{ACCEPT, CONTENT_TYPE, HeaderName, IF_MATCH},
};
use url::Url;

const FHIR: &str = "application/fhir+json";
const PREFER: HeaderName = HeaderName::from_static("prefer");
const IF_NONE_EXIST: HeaderName = HeaderName::from_static("if-none-exist");
/// Clocks further apart than this make tokens look too old or too new.
const CLOCKS_APART: TimeDelta = TimeDelta::minutes(5);

/// One clinic's FHIR API. Cheap to clone; requests may run side by side.
#[derive(Debug, Clone)]
pub struct FhirClient {
    http: Http,
    base: Address,
    access: Access,
}

#[derive(Debug, Clone)]
enum Access {
    Open,
    Fixed(Secret),
    Patient(Session),
}

/// One request, ready to be sent again with another token.
struct Call<'a> {
    method: Method,
    url: Url,
    body: Option<&'a str>,
    headers: Vec<(HeaderName, &'a str)>,
}

impl FhirClient {
    /// As the patient signed in with `session`, at the clinic of that sign-in.
    pub async fn signed_in(http: Http, session: Session) -> Self {
        let base = session.tokens().await.base;
        Self { http, base, access: Access::Patient(session) }
    }

    /// As nobody in particular, or with a `token` the clinic's own people hold.
    pub fn open(http: Http, base: Address, token: Option<Secret>) -> Self {
        Self { http, base, access: token.map_or(Access::Open, Access::Fixed) }
    }

    /// The patient this client speaks for, if it speaks for one.
    pub async fn patient(&self) -> Option<Id> {
        match &self.access {
            Access::Patient(session) => Some(session.tokens().await.patient),
            Access::Open | Access::Fixed(_) => None,
        }
    }

    /// What this client may do, as far as the clinic said.
    pub async fn scopes(&self) -> Scopes {
        match &self.access {
            Access::Patient(session) => session.tokens().await.scopes,
            Access::Open | Access::Fixed(_) => Scopes::everything(),
        }
    }

    /// Makes sure that there is a sign-in to speak with, renewing it if it is due. Nothing else is asked.
    pub async fn prepare(&self) -> Result<(), ClinicError> {
        match &self.access {
            Access::Patient(session) => session.access(None).await.map(drop),
            Access::Open | Access::Fixed(_) => Ok(()),
        }
    }

    /// Asks one question. The answer may be a refusal; only what is no answer at all is an error.
    pub async fn ask(&self, ask: &Ask) -> Result<Answer, ClinicError> {
        let mut headers = Vec::new();
        if ask.id().is_none() {
            // Without it a server may ignore a parameter it does not know, and answer with too much.
            headers.push((PREFER, "handling=strict"));
        }
        let url = self.base.below(&ask.relative())?;
        self.call(Call { method: Method::GET, url, body: None, headers }).await
    }

    /// Asks what this server can do at all (its `CapabilityStatement`, which may be megabytes).
    pub async fn capabilities(&self) -> Result<Answer, ClinicError> {
        let url = self.base.below("metadata")?;
        self.call(Call { method: Method::GET, url, body: None, headers: Vec::new() }).await
    }

    /// Asks several questions in one request (a batch of GETs). The answers come in the same order. An error
    /// means that this server does not do that, or not now: ask them one by one.
    pub async fn ask_together(&self, asks: &[Ask]) -> Result<Vec<Answer>, ClinicError> {
        let urls: Vec<_> = asks.iter().map(Ask::relative).collect();
        let batch = bundle::batch_of_gets(urls.iter().map(String::as_str)).to_string();
        let headers = vec![(CONTENT_TYPE, FHIR), (PREFER, "handling=strict")];
        let url = self.base.below("")?;
        let answer =
            self.call(Call { method: Method::POST, url, body: Some(&batch), headers }).await?.ok()?;
        let whole = answer.body.unwrap_or_default().to_string();
        let parts = bundle::answers(&whole).map_err(|_| ClinicError::NotUnderstood("batch"))?;
        if parts.len() != asks.len() {
            return Err(ClinicError::NotUnderstood("batch"));
        }
        Ok(parts.into_iter().map(|part| Answer::of_part(part, answer.date)).collect())
    }

    /// Fetches the next page of a search by the link the server gave. A link that leaves the clinic is not
    /// followed.
    pub async fn follow(&self, next: &str) -> Result<Answer, ClinicError> {
        let url = self.base.own(next).ok_or(ClinicError::NotUnderstood("next page"))?;
        self.call(Call { method: Method::GET, url, body: None, headers: vec![(PREFER, "handling=strict")] })
            .await
    }

    /// Puts `body` at `path` (`Observation/ID`); with `if_match` only over that version.
    pub async fn put(&self, path: &str, body: &str, if_match: Option<&str>) -> Result<Answer, ClinicError> {
        let mut headers = vec![(CONTENT_TYPE, FHIR)];
        headers.extend(if_match.map(|etag| (IF_MATCH, etag)));
        self.call(Call { method: Method::PUT, url: self.base.below(path)?, body: Some(body), headers }).await
    }

    /// Gives `body` to the server to put it under an id of its own, unless something fits `if_none_exist`
    /// (the query of a search) already. `kind` may be the address of an operation, or nothing for a transaction.
    pub async fn post(
        &self,
        kind: &str,
        body: &str,
        if_none_exist: Option<&str>,
    ) -> Result<Answer, ClinicError> {
        let mut headers = vec![(CONTENT_TYPE, FHIR)];
        headers.extend(if_none_exist.map(|query| (IF_NONE_EXIST, query)));
        self.call(Call { method: Method::POST, url: self.base.below(kind)?, body: Some(body), headers }).await
    }

    async fn call(&self, call: Call<'_>) -> Result<Answer, ClinicError> {
        let reply = match &self.access {
            Access::Open => self.send(&call, None).await?,
            Access::Fixed(token) => self.send(&call, Some(token)).await?,
            Access::Patient(session) => self.send_as(session, &call).await?,
        };
        tracing::debug!(method = %call.method, status = reply.status, "answered");
        Answer::of(&reply)
    }

    /// Sends with the patient's token; once more with a new one if the server does not take it.
    async fn send_as(&self, session: &Session, call: &Call<'_>) -> Result<Reply, ClinicError> {
        let token = session.access(None).await?;
        let reply = self.send(call, Some(&token)).await?;
        if reply.status != 401 {
            return Ok(reply);
        }
        let renewed = session.access(Some(token)).await?;
        let reply = self.send(call, Some(&renewed)).await?;
        if reply.status != 401 {
            return Ok(reply);
        }
        // A brand new token was refused. Signing in again would not help where only the clocks disagree.
        let apart = reply.date().map(|date| (date - (session.now())()).abs());
        Err(if apart > Some(CLOCKS_APART) { ClinicError::WrongClock } else { ClinicError::SignInAgain })
    }

    async fn send(&self, call: &Call<'_>, token: Option<&Secret>) -> Result<Reply, ClinicError> {
        let dress = |mut request: reqwest::RequestBuilder| {
            request = request.header(ACCEPT, FHIR);
            for (name, value) in &call.headers {
                request = request.header(name, *value);
            }
            match token {
                // Marked as sensitive, so that no log below us shows it.
                Some(token) => request.bearer_auth(token.reveal()),
                None => request,
            }
        };
        match call.body {
            None => self.http.get(call.url.clone(), dress).await,
            // A write is never sent on to another place: the answer must be about this very record.
            Some(body) => {
                let request = dress(self.http.request(call.method.clone(), call.url.clone())?);
                self.http.send(request.body(body.to_owned())).await
            }
        }
    }
}
