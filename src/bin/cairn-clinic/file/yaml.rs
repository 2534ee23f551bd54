//! A YAML file as JSON values, with the place of every value and every key.

use super::Mistake;
use cairn::care::Level;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use serde_saphyr::{Location, MessageFormatter, Spanned, UserMessageFormatter};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::path::Path;

/// A whole file.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) value: Value,
    values: BTreeMap<String, Place>,
    keys: BTreeMap<String, Place>,
}

/// Where something stands in the file.
#[derive(Debug, Clone)]
struct Place {
    line: u64,
    column: u64,
    /// Its bytes, for a scalar.
    bytes: Option<Range<usize>>,
}

/// A node together with its place.
struct Node {
    content: Content,
    place: Place,
}

enum Content {
    Scalar(Value),
    List(Vec<Node>),
    Map(Vec<(Spanned<String>, Node)>),
}

/// Reads the text of `file`.
pub(crate) fn parse(file: &Path, text: &str) -> Result<Tree, Mistake> {
    let options = serde_saphyr::options! { with_snippet: false, strict_booleans: true };
    let root: Node = serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let place = error.location().map_or((1, 1), |found| (found.line(), found.column()));
        Mistake {
            file: file.to_owned(),
            line: place.0,
            column: place.1,
            level: Level::Mistake,
            message: UserMessageFormatter.format_message(error.without_snippet()).into_owned(),
        }
    })?;
    let mut tree = Tree { value: Value::Null, values: BTreeMap::new(), keys: BTreeMap::new() };
    tree.value = tree.take(String::new(), root);
    Ok(tree)
}

impl Tree {
    /// True if the file has this key at its top.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    /// Line and column of the value at `path`; of what encloses it, where it is not there.
    pub(crate) fn place(&self, path: &str) -> (u64, u64) {
        Self::nearest(&self.values, path)
    }

    /// Line and column of the key that `path` ends with.
    pub(crate) fn key(&self, path: &str) -> (u64, u64) {
        Self::nearest(&self.keys, path)
    }

    /// The bytes of the scalar at `path`.
    pub(crate) fn bytes(&self, path: &str) -> Option<Range<usize>> {
        self.values.get(path)?.bytes.clone()
    }

    fn nearest(places: &BTreeMap<String, Place>, path: &str) -> (u64, u64) {
        let mut path = path;
        loop {
            if let Some(place) = places.get(path) {
                return (place.line, place.column);
            }
            match path.rfind(['.', '[']).and_then(|end| path.get(..end)) {
                Some(shorter) => path = shorter,
                None => return places.get("").map_or((1, 1), |root| (root.line, root.column)),
            }
        }
    }

    /// The value of `node`, with all its places noted under `path`.
    fn take(&mut self, path: String, node: Node) -> Value {
        let value = match node.content {
            Content::Scalar(value) => value,
            Content::List(items) => {
                let items = items.into_iter().enumerate();
                Value::Array(items.map(|(at, item)| self.take(format!("{path}[{at}]"), item)).collect())
            }
            Content::Map(fields) => {
                let mut map = Map::new();
                for (key, value) in fields {
                    let dot = if path.is_empty() { "" } else { "." };
                    let path = format!("{path}{dot}{}", key.value);
                    self.keys.insert(path.clone(), Place::of(key.referenced));
                    let value = self.take(path, value);
                    map.insert(key.value, value);
                }
                Value::Object(map)
            }
        };
        self.values.insert(path, node.place);
        value
    }
}

impl Place {
    fn of(location: Location) -> Self {
        let span = location.span();
        let bytes = span.byte_offset().zip(span.byte_len()).and_then(|(start, length)| {
            let start = usize::try_from(start).ok()?;
            Some(start..start.checked_add(usize::try_from(length).ok()?)?)
        });
        Self { line: location.line(), column: location.column(), bytes }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Content>::deserialize(deserializer)?;
        let mut place = Place::of(spanned.referenced);
        if !matches!(spanned.value, Content::Scalar(_)) {
            place.bytes = None;
        }
        Ok(Self { content: spanned.value, place })
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Anything)
    }
}

struct Anything;

impl<'de> Visitor<'de> for Anything {
    type Value = Content;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Content, E> {
        Ok(Content::Scalar(Value::Null))
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Content, E> {
        self.visit_unit()
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Content, E> {
        Ok(Content::Scalar(flag.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Content, E> {
        Ok(Content::Scalar(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Content, E> {
        Ok(Content::Scalar(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Content, E> {
        Ok(Content::Scalar(number.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Content, E> {
        Ok(Content::Scalar(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Content, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Content::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Content, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Content::Map(fields))
    }
}
