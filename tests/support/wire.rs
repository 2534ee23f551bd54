//! Carries one JSON request to a server on this machine.

use serde_json::Value;
use std::time::Duration;

/// A client for one request: runtimes differ from test to test, and a connection belongs to its runtime.
pub(super) struct Wire(reqwest::Client);

impl Wire {
    pub(super) fn new() -> Self {
        // Installed already by another test of this binary: as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(30)).build();
        Self(client.expect("a client can be made"))
    }

    /// Status and JSON of the answer; text that is not JSON comes as a JSON string, status 0 when none came.
    pub(super) async fn ask(
        &self,
        method: &str,
        url: &str,
        token: Option<&str>,
        headers: &[(&str, &str)],
        body: Option<&Value>,
    ) -> (u16, Value) {
        let method = method.parse().expect("a method");
        let mut request =
            self.0.request(method, url).header("accept", "application/fhir+json, application/json");
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/fhir+json").body(body.to_string());
        }
        self.answer(request).await
    }

    /// Posts a form, as OAuth wants it.
    pub(super) async fn post_form(&self, url: &str, form: &[(&str, &str)]) -> (u16, Value) {
        self.answer(self.0.post(url).form(form)).await
    }

    async fn answer(&self, request: reqwest::RequestBuilder) -> (u16, Value) {
        let Ok(answer) = request.send().await else { return (0, Value::Null) };
        let status = answer.status().as_u16();
        let Ok(text) = answer.text().await else { return (0, Value::Null) };
        let json = if text.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&text).unwrap_or(Value::String(text))
        };
        (status, json)
    }
}
