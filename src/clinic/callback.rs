//! The browser's answer at the end of a sign-in: believed only if it answers the very question asked.

use super::{ClinicError, SignInFailure};
use oauth2::{AuthorizationCode, CsrfToken, url::Url};

/// What an answer must show before its code is used.
pub(super) struct Expected<'a> {
    pub(super) state: &'a CsrfToken,
    /// The issuer, if it named itself in its discovery document.
    pub(super) issuer: Option<&'a str>,
    /// RFC 9207: the server promised to name itself in every answer.
    pub(super) issuer_required: bool,
}

impl Expected<'_> {
    /// The code in `url`, if the answer is for us and from the server asked.
    pub(super) fn code(&self, url: &Url) -> Result<AuthorizationCode, ClinicError> {
        let failed = |why| Err(ClinicError::SignInFailed(why));
        // First whose answer it is, then what it says: a stranger's "no" means nothing either.
        if only(url, "state")?.as_deref() != Some(self.state.secret().as_str()) {
            return failed(SignInFailure::WrongState);
        }
        match (only(url, "iss")?, self.issuer) {
            (Some(named), Some(issuer)) if named != issuer => return failed(SignInFailure::WrongIssuer),
            (None, _) if self.issuer_required => return failed(SignInFailure::WrongIssuer),
            _ => {}
        }
        match only(url, "error")?.as_deref() {
            None => {}
            Some("access_denied") => return Err(ClinicError::SignInCancelled),
            Some("temporarily_unavailable") => return Err(ClinicError::Busy { retry_after: None }),
            Some("server_error") => return Err(ClinicError::ServerFault { status: 500 }),
            Some(_) => return failed(SignInFailure::Refused),
        }
        match only(url, "code")? {
            Some(code) if !code.is_empty() => Ok(AuthorizationCode::new(code)),
            _ => failed(SignInFailure::Incomplete),
        }
    }
}

/// The parameter `name`. Twice is an error: two readers of one address must not see two answers.
fn only(url: &Url, name: &str) -> Result<Option<String>, ClinicError> {
    let mut values = url.query_pairs().filter(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let value = values.next();
    if values.next().is_some() {
        return Err(ClinicError::SignInFailed(SignInFailure::Incomplete));
    }
    Ok(value)
}

#[cfg(test)]
#[path = "callback_tests.rs"]
mod tests;
