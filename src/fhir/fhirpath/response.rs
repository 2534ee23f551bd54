//! The answers as the `QuestionnaireResponse` that expressions name as `%resource`.

use crate::care::form::{Answers, Coding, Given, Quantity, Value};
use serde_json::{Map, Value as Json, json};

pub(super) fn response(answers: &Answers) -> Json {
    let mut response = Map::new();
    response.insert("resourceType".to_owned(), json!("QuestionnaireResponse"));
    put_items(&mut response, &answers.items);
    Json::Object(response)
}

fn put_items(fields: &mut Map<String, Json>, given: &[Given]) {
    if !given.is_empty() {
        fields.insert("item".to_owned(), given.iter().map(item).collect());
    }
}

fn item(given: &Given) -> Json {
    let mut fields = Map::new();
    fields.insert("linkId".to_owned(), Json::String(given.link_id.clone()));
    if !given.answers.is_empty() {
        let answers = given.answers.iter().map(|answer| {
            let mut fields = Map::new();
            let (name, value) = value(&answer.value);
            fields.insert(name.to_owned(), value);
            put_items(&mut fields, &answer.items);
            Json::Object(fields)
        });
        fields.insert("answer".to_owned(), answers.collect());
    }
    put_items(&mut fields, &given.items);
    Json::Object(fields)
}

fn value(value: &Value) -> (&'static str, Json) {
    let number = |text: String| text.parse().map_or(Json::Null, Json::Number);
    match value {
        Value::Boolean(flag) => ("valueBoolean", json!(flag)),
        Value::Decimal(decimal) => ("valueDecimal", number(decimal.to_string())),
        Value::Integer(whole) => ("valueInteger", json!(whole)),
        Value::Date(date) => ("valueDate", json!(date.to_string())),
        Value::DateTime(at) => ("valueDateTime", json!(at.to_string())),
        Value::Time(time) => ("valueTime", json!(time.to_string())),
        Value::Text(words) => ("valueString", json!(words.reveal())),
        Value::Uri(address) => ("valueUri", json!(address.reveal())),
        Value::Coding(Coding { system, version, code, display }) => {
            let parts = [("system", system), ("version", version), ("code", code), ("display", display)];
            ("valueCoding", texts(&parts).into())
        }
        Value::Quantity(Quantity { value, unit, system, code }) => {
            let mut fields = texts(&[("unit", unit), ("system", system), ("code", code)]);
            if let Some(value) = value {
                fields.insert("value".to_owned(), number(value.to_string()));
            }
            ("valueQuantity", fields.into())
        }
        Value::Attachment(file) => {
            let parts = [
                ("contentType", &file.content_type),
                ("title", &file.title),
                ("data", &file.data),
                ("url", &file.url),
            ];
            let mut fields = texts(&parts);
            if let Some(size) = file.size {
                fields.insert("size".to_owned(), json!(size));
            }
            ("valueAttachment", fields.into())
        }
    }
}

fn texts(parts: &[(&str, &Option<String>)]) -> Map<String, Json> {
    let there = parts.iter().filter_map(|(name, text)| Some(((*name).to_owned(), json!((*text).as_ref()?))));
    there.collect()
}
