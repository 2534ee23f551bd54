//! Only the answer to our own question, from the server asked, is believed.

use super::*;

const ISSUER: &str = "https://id.clinic.example";

fn answer(query: &str, issuer_required: bool) -> Result<String, ClinicError> {
    let state = CsrfToken::new("s1".to_owned());
    let expected = Expected { state: &state, issuer: Some(ISSUER), issuer_required };
    let url = Url::parse(&format!("http://127.0.0.1:5000/callback?{query}")).unwrap();
    expected.code(&url).map(|code| code.secret().clone())
}

fn failed(why: SignInFailure) -> Result<String, ClinicError> {
    Err(ClinicError::SignInFailed(why))
}

#[test]
fn takes_the_answer_to_its_own_question() {
    assert_eq!(answer("code=c1&state=s1", false), Ok("c1".to_owned()));
    assert_eq!(answer("code=c1&state=s1&iss=https%3A%2F%2Fid.clinic.example", true), Ok("c1".to_owned()));
}

#[test]
fn refuses_answers_to_other_questions() {
    assert_eq!(answer("code=c1&state=s2", false), failed(SignInFailure::WrongState));
    assert_eq!(answer("code=c1", false), failed(SignInFailure::WrongState));
    // Not even a "no" is taken from a stranger.
    assert_eq!(answer("error=access_denied&state=s2", false), failed(SignInFailure::WrongState));
}

#[test]
fn refuses_answers_from_other_servers() {
    let other = "code=c1&state=s1&iss=https%3A%2F%2Felsewhere.example";
    assert_eq!(answer(other, false), failed(SignInFailure::WrongIssuer));
    assert_eq!(answer("code=c1&state=s1", true), failed(SignInFailure::WrongIssuer));
    assert_eq!(answer("error=access_denied&state=s1", true), failed(SignInFailure::WrongIssuer));
}

#[test]
fn tells_no_from_fault() {
    assert_eq!(answer("error=access_denied&state=s1", false), Err(ClinicError::SignInCancelled));
    assert_eq!(answer("error=invalid_scope&state=s1", false), failed(SignInFailure::Refused));
    assert_eq!(answer("error=server_error&state=s1", false), Err(ClinicError::ServerFault { status: 500 }));
}

#[test]
fn refuses_what_is_incomplete_or_double() {
    assert_eq!(answer("state=s1", false), failed(SignInFailure::Incomplete));
    assert_eq!(answer("code=&state=s1", false), failed(SignInFailure::Incomplete));
    assert_eq!(answer("code=c1&code=c2&state=s1", false), failed(SignInFailure::Incomplete));
    assert_eq!(answer("code=c1&state=s1&state=s2", false), failed(SignInFailure::Incomplete));
}
