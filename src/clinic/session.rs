//! A sign-in in use: hands out access tokens, renews them one at a time, and never loses a renewal.

use super::{
    ClinicError, Http, KeystoreTrouble, Now, Secret, TokenStore, Tokens,
    oauth::{self, Carrier, TokenAnswer},
    sign_in::{bearer, expiry, granted},
};
use oauth2::{RefreshToken, TokenResponse};
use reqwest::Method;
use std::{fmt, sync::Arc};
use tokio::{sync::Mutex, task};

/// A patient's sign-in, cheap to clone. However many requests find their token too old, one renewal is made.
#[derive(Clone)]
pub struct Session(Arc<Inner>);

struct Inner {
    http: Http,
    store: Arc<dyn TokenStore>,
    now: Now,
    state: Mutex<State>,
}

struct State {
    tokens: Tokens,
    /// The keystore has not taken these tokens yet; they must not be used before it has.
    unsaved: bool,
    /// The clinic said that this sign-in is over.
    over: bool,
}

impl Session {
    /// The sign-in kept in `store`, if there is one.
    pub async fn open(http: Http, store: Arc<dyn TokenStore>, now: Now) -> Result<Option<Self>, ClinicError> {
        let tokens = on_keystore(&store, |store| store.load()).await?;
        let state = |tokens| Mutex::new(State { tokens, unsaved: false, over: false });
        Ok(tokens.map(|tokens| Self(Arc::new(Inner { http, store, now, state: state(tokens) }))))
    }

    /// The sign-in as it is now: for whom, where, and what is granted.
    pub async fn tokens(&self) -> Tokens {
        self.0.state.lock().await.tokens.clone()
    }

    pub(super) fn now(&self) -> &Now {
        &self.0.now
    }

    /// An access token for the next request; another one than `refused`, which the server did not take.
    pub(super) async fn access(&self, refused: Option<Secret>) -> Result<Secret, ClinicError> {
        let inner = Arc::clone(&self.0);
        // In a task of its own: whoever waits may give up, but a renewal that has begun is always kept.
        let renewal = task::spawn(async move { inner.access(refused.as_ref()).await });
        renewal.await.unwrap_or(Err(ClinicError::NotUnderstood("renewal")))
    }

    /// Ends the sign-in: gives the tokens back to the clinic if it can be reached (RFC 7009) and forgets them
    /// in any case. Nothing else on the phone is touched.
    pub async fn sign_out(&self) -> Result<(), KeystoreTrouble> {
        let mut state = self.0.state.lock().await;
        state.over = true;
        if let Err(error) = self.0.revoke(&state.tokens).await {
            tracing::info!(%error, "the clinic was not told of the sign-out");
        }
        on_keystore(&self.0.store, |store| store.clear()).await
    }
}

impl Inner {
    async fn access(&self, refused: Option<&Secret>) -> Result<Secret, ClinicError> {
        let mut state = self.state.lock().await;
        if state.over {
            return Err(ClinicError::SignInAgain);
        }
        if state.unsaved {
            self.keep(&mut state).await?;
        }
        let Tokens { access, refresh, .. } = &state.tokens;
        let Some(refresh) = refresh else {
            // Nothing to renew with: the token serves until the server says no, whatever the clock says.
            return if refused == Some(access) { Err(ClinicError::SignInAgain) } else { Ok(access.clone()) };
        };
        if refused != Some(access) && !state.tokens.is_stale((self.now)()) {
            return Ok(access.clone());
        }
        let answer = match self.renew(&state.tokens, refresh).await {
            Ok(answer) => answer,
            Err(error) => {
                state.over = error == ClinicError::SignInAgain;
                return Err(error);
            }
        };
        state.tokens = self.replaced(&state.tokens, &answer)?;
        state.unsaved = true;
        self.keep(&mut state).await?;
        Ok(state.tokens.access.clone())
    }

    async fn renew(&self, tokens: &Tokens, refresh: &Secret) -> Result<TokenAnswer, ClinicError> {
        let refresh = RefreshToken::new(refresh.reveal().to_owned());
        oauth::client(&tokens.client_id, &tokens.endpoints)
            .exchange_refresh_token(&refresh)
            .request_async(&Carrier(&self.http))
            .await
            .map_err(|error| oauth::explain(error, ClinicError::SignInAgain, ClinicError::SignInAgain))
    }

    fn replaced(&self, old: &Tokens, answer: &TokenAnswer) -> Result<Tokens, ClinicError> {
        let patient = answer.extra_fields().patient.as_deref();
        if patient.is_some_and(|patient| patient != old.patient.as_str()) {
            return Err(ClinicError::OtherPatient);
        }
        let rotated = answer.refresh_token().map(|token| Secret::new(token.secret()));
        Ok(Tokens {
            access: bearer(answer)?,
            refresh: rotated.or_else(|| old.refresh.clone()),
            expires_at: expiry(answer, (self.now)()),
            scopes: granted(answer).unwrap_or_else(|| old.scopes.clone()),
            ..old.clone()
        })
    }

    /// The old refresh token is worth nothing any more: the new one is safe before anything else happens.
    async fn keep(&self, state: &mut State) -> Result<(), ClinicError> {
        let tokens = state.tokens.clone();
        on_keystore(&self.store, move |store| store.save(&tokens)).await?;
        state.unsaved = false;
        Ok(())
    }

    async fn revoke(&self, tokens: &Tokens) -> Result<(), ClinicError> {
        let Some(endpoint) = &tokens.endpoints.revoke else { return Ok(()) };
        // Giving back the refresh token ends the whole grant; a server that gave none gets the other.
        let (hint, token) = match &tokens.refresh {
            Some(refresh) => ("refresh_token", refresh),
            None => ("access_token", &tokens.access),
        };
        let form =
            [("token", token.reveal()), ("token_type_hint", hint), ("client_id", tokens.client_id.as_str())];
        let request = self.http.request(Method::POST, endpoint.url().clone())?.form(&form);
        let status = self.http.send(request).await?.status;
        ClinicError::of_status(status, None).map_or(Ok(()), Err)
    }
}

/// Asks the keystore, which may take its time, away from the async threads.
async fn on_keystore<T: Send + 'static>(
    store: &Arc<dyn TokenStore>,
    ask: impl FnOnce(&dyn TokenStore) -> Result<T, KeystoreTrouble> + Send + 'static,
) -> Result<T, KeystoreTrouble> {
    let store = Arc::clone(store);
    task::spawn_blocking(move || ask(store.as_ref())).await.unwrap_or(Err(KeystoreTrouble))
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Session")
    }
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
