//! Reads the forms that lie beside a protocol, with the same eyes as a patient's phone.

use super::yaml::Tree;
use super::{Level, Mistake};
use cairn::care::protocol::Protocol;
use cairn::fhir::desk::FormFile;
use cairn::fhir::questionnaire;
use serde_json::Value;
use std::path::Path;

/// The forms the protocol in `path` lists, by their names there.
///
/// # Errors
/// Everything a phone would refuse, at the place where the form is listed.
pub(super) fn read(path: &Path, tree: &Tree, protocol: &Protocol) -> Result<Vec<FormFile>, Vec<Mistake>> {
    let (mut forms, mut wrong) = (Vec::new(), Vec::new());
    for (name, file) in &protocol.forms {
        let (line, column) = tree.key(&format!("forms.{name}"));
        let mut mistake = |message: String| {
            wrong.push(Mistake { file: path.to_owned(), line, column, level: Level::Mistake, message });
        };
        let read = std::fs::read_to_string(path.with_file_name(file)).map_err(|error| error.to_string());
        let value = read.and_then(|text| {
            serde_json::from_str::<Value>(&text).map_err(|error| format!("is not JSON: {error}"))
        });
        match value {
            Err(why) => mistake(format!("`{file}` cannot be read: {why}")),
            Ok(value) => match questionnaire::read(&value) {
                Ok(_) => forms.push(FormFile { name: name.clone(), questionnaire: value }),
                Err(refused) => {
                    for one in refused.unsupported {
                        let place = one.link_id.map(|id| format!(", item {id}")).unwrap_or_default();
                        let what = one.what;
                        mistake(format!("the app cannot use `{file}`{place}: {what}"));
                    }
                }
            },
        }
    }
    if wrong.is_empty() { Ok(forms) } else { Err(wrong) }
}
