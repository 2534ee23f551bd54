//! What a patient can note about how the body and mind feel afterwards.

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The list to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SideEffects {
    #[serde(default)]
    pub items: Vec<SideEffect>,
    pub src: Option<String>,
}

/// One entry: a name, or a name with parts (`urinary: [pain, urgency]`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideEffect {
    pub id: String,
    pub parts: Vec<String>,
}

impl Serialize for SideEffect {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.parts.is_empty() {
            return serializer.serialize_str(&self.id);
        }
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(&self.id, &self.parts)?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for SideEffect {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameOrParts)
    }
}

struct NameOrParts;

impl<'de> Visitor<'de> for NameOrParts {
    type Value = SideEffect;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name, or one name with a list of its parts")
    }

    fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<SideEffect, E> {
        Ok(SideEffect { id: id.to_owned(), parts: Vec::new() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<SideEffect, A::Error> {
        let wrong = || A::Error::custom("expected one name with a list of its parts");
        let (id, parts) = map.next_entry()?.ok_or_else(wrong)?;
        match map.next_key::<String>()? {
            None => Ok(SideEffect { id, parts }),
            Some(_) => Err(wrong()),
        }
    }
}
