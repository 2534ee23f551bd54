//! The clinic's server: looks up what is there, then writes step by step.

use super::Trouble;
use super::decide::{Compared, Done, Step, There, Verb, decide, name_of};
use cairn::care::Id;
use cairn::clinic::{Answer, Ask, ClinicError, FhirClient};
use cairn::fhir::desk::Publication;
use serde_json::Value;

pub(crate) struct Server(pub(crate) FhirClient);

impl Server {
    /// Looks at everything first; the first thing written is written only once all of it is decided.
    pub(crate) async fn publish(
        &self,
        wanted: Publication,
        replace: bool,
        done: &mut Vec<Done>,
    ) -> Result<(), Trouble> {
        let compared = Compared::with(wanted, async |wanted| self.there(wanted).await).await?;
        let steps = decide(compared, replace).map_err(|resource| Trouble::VersionInForce { resource })?;
        for step in steps {
            if step.verb != Verb::Keep {
                self.write(&step).await?;
            }
            done.push(Done { resource: name_of(&step.resource), verb: step.verb });
        }
        Ok(())
    }

    async fn there(&self, wanted: &Value) -> Result<Option<There>, Trouble> {
        let name = name_of(wanted);
        let (kind, id) = name.split_once('/').unwrap_or_default();
        let Ok(id) = Id::new(id) else { return Ok(None) };
        let answer = self.0.ask(&Ask::one(kind, &id)).await.and_then(Answer::ok);
        match answer {
            Ok(Answer { body: Some(resource), etag, .. }) => Ok(Some(There { resource, etag })),
            Ok(_) | Err(ClinicError::NotFound | ClinicError::Gone) => Ok(None),
            Err(error) => Err(Trouble::Server { resource: name, said: hint(error).to_owned(), error }),
        }
    }

    async fn write(&self, step: &Step) -> Result<(), Trouble> {
        let name = name_of(&step.resource);
        let answer = self.0.put(&name, &step.resource.to_string(), step.over.as_deref()).await;
        let mut said = answer.as_ref().ok().map(reason).unwrap_or_default();
        match answer.and_then(Answer::ok) {
            Ok(_) => Ok(()),
            Err(error) => {
                said.push_str(hint(error));
                Err(Trouble::Server { resource: name, error, said })
            }
        }
    }
}

/// What a clinic can do about it, where the error is worded for a patient.
const fn hint(error: ClinicError) -> &'static str {
    match error {
        ClinicError::SignInAgain => {
            " (the server does not take the token in CAIRN_CLINIC_TOKEN, or wants one)"
        }
        ClinicError::NotAllowed => " (the token in CAIRN_CLINIC_TOKEN does not allow it)",
        _ => "",
    }
}

/// What the server says is wrong, in its own words: the clinic's file is the clinic's to see.
fn reason(answer: &Answer) -> String {
    let issues = answer.body.as_ref().and_then(|body| body.get("issue")?.as_array());
    let words = issues.into_iter().flatten().filter_map(|issue| {
        let text = issue.pointer("/details/text").or_else(|| issue.get("diagnostics"));
        text.and_then(Value::as_str)
    });
    let words: Vec<&str> = words.take(3).collect();
    if words.is_empty() { String::new() } else { format!(" ({})", words.join("; ")) }
}
