//! Ways to spoil JSON, and a chance that can be repeated.

use serde_json::{Value, json};

/// A chance that is the same in every run (xorshift).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    pub(crate) fn of<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len())]
    }
}

const KEYS: [&str; 26] = [
    "item",
    "linkId",
    "type",
    "text",
    "extension",
    "url",
    "valueString",
    "valueInteger",
    "valueBoolean",
    "valueCoding",
    "valueExpression",
    "expression",
    "language",
    "answerOption",
    "answerValueSet",
    "enableWhen",
    "question",
    "operator",
    "enableBehavior",
    "answerCoding",
    "initial",
    "repeats",
    "required",
    "modifierExtension",
    "contained",
    "answer",
];

const TEXTS: [&str; 30] = [
    "",
    " ",
    "group",
    "choice",
    "open-choice",
    "boolean",
    "reference",
    "display",
    "quantity",
    "attachment",
    "exists",
    "=",
    "!=",
    ">=",
    "any",
    "all",
    "#set",
    "text/fhirpath",
    "%a",
    "%resource.item.answer.value",
    "1 + 1",
    "q1",
    "q2",
    "2026-02-30",
    "2026",
    "10:00:00",
    "Questionnaire",
    "<script>",
    "ñ\u{202e}\u{0}",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
];

/// Any JSON at all, a few levels deep.
pub(crate) fn anything(chance: &mut Chance, depth: usize) -> Value {
    match chance.below(if depth == 0 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => json!(chance.below(2) == 0),
        2 => json!(chance.below(5)),
        3 => chance
            .of(&[json!(-1), json!(i64::MAX), json!(u64::MAX), json!(1e300), json!(0.1), json!(-0.0)])
            .clone(),
        4 | 5 => json!(chance.of(&TEXTS)),
        6 => (0..chance.below(4)).map(|_| anything(chance, depth - 1)).collect(),
        _ => (0..chance.below(6))
            .map(|_| ((*chance.of(&KEYS)).to_owned(), anything(chance, depth - 1)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

/// How many places there are in `value`, itself among them.
fn places(value: &Value) -> usize {
    1 + match value {
        Value::Object(fields) => fields.values().map(places).sum(),
        Value::Array(items) => items.iter().map(places).sum(),
        _ => 0,
    }
}

/// Spoils the place that is `left` places further on; answers what is left beyond this value.
fn at(value: &mut Value, mut left: usize, chance: &mut Chance) -> usize {
    if left == 0 {
        spoil(value, chance);
        return usize::MAX;
    }
    left -= 1;
    let below: Box<dyn Iterator<Item = &mut Value>> = match value {
        Value::Object(fields) => Box::new(fields.values_mut()),
        Value::Array(items) => Box::new(items.iter_mut()),
        _ => return left,
    };
    for one in below {
        left = at(one, left, chance);
        if left == usize::MAX {
            break;
        }
    }
    left
}

fn spoil(value: &mut Value, chance: &mut Chance) {
    match (chance.below(7), &mut *value) {
        (0, Value::Object(fields)) => {
            let keys: Vec<String> = fields.keys().cloned().collect();
            if !keys.is_empty() {
                let old = fields.remove(chance.of(&keys)).unwrap();
                if chance.below(2) == 0 {
                    fields.insert((*chance.of(&KEYS)).to_owned(), old);
                }
            }
        }
        (1, Value::Object(fields)) => {
            let new = anything(chance, 2);
            fields.insert((*chance.of(&KEYS)).to_owned(), new);
        }
        (2, Value::Array(items)) => items.extend(items.clone()),
        (3, Value::Array(items)) => items.truncate(chance.below(2)),
        (4, _) => *value = json!([value.take()]),
        (5, Value::String(text)) => (*chance.of(&TEXTS)).clone_into(text),
        _ => *value = anything(chance, 3),
    }
}

/// A few random changes.
pub(crate) fn spoiled(value: &Value, chance: &mut Chance) -> Value {
    let mut value = value.clone();
    for _ in 0..=chance.below(3) {
        let place = chance.below(places(&value));
        at(&mut value, place, chance);
    }
    value
}
