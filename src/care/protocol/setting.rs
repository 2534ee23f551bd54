//! A value the clinic set, together with what is usual and where that comes from.

use serde::de::{Error as _, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// A value with its usual range and its source. In a file it is `{value: 6, range: 2..8, src: "…"}` or, for
/// short, the bare value; it is always written in the long form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Setting<T> {
    pub value: T,
    /// What was seen elsewhere. The clinic is warned outside it, never stopped, and patients never see it.
    pub range: Option<Range>,
    /// Marks of sources such as `[S1]`, or `CD` for "defined by the clinic".
    pub src: Option<String>,
}

/// A usual range: `2..8`, both ends included, or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Range(String);

impl Range {
    /// The range as the clinic wrote it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The two ends, where it is written as two values of this type with `..` between them.
    #[must_use]
    pub fn ends<T: FromStr>(&self) -> Option<(T, T)> {
        let (low, high) = self.0.split_once("..")?;
        Some((low.trim().parse().ok()?, high.trim().parse().ok()?))
    }
}

impl<T: FromStr + PartialOrd> Setting<T> {
    /// True if the range has two ends and the value lies between them, or the range does not say.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        let ends = self.range.as_ref().and_then(Range::ends::<T>);
        ends.is_none_or(|(low, high)| low <= self.value && self.value <= high)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Setting<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LongOrBare(PhantomData))
    }
}

struct LongOrBare<T>(PhantomData<T>);

impl<T> LongOrBare<T> {
    fn bare<'de, B: IntoDeserializer<'de, E>, E: serde::de::Error>(bare: B) -> Result<Setting<T>, E>
    where
        T: Deserialize<'de>,
    {
        Ok(Setting { value: T::deserialize(bare.into_deserializer())?, range: None, src: None })
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for LongOrBare<T> {
    type Value = Setting<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, or `value` with `range` and `src`")
    }

    fn visit_u64<E: serde::de::Error>(self, bare: u64) -> Result<Setting<T>, E> {
        Self::bare(bare)
    }

    fn visit_i64<E: serde::de::Error>(self, bare: i64) -> Result<Setting<T>, E> {
        Self::bare(bare)
    }

    fn visit_f64<E: serde::de::Error>(self, bare: f64) -> Result<Setting<T>, E> {
        Self::bare(bare)
    }

    fn visit_str<E: serde::de::Error>(self, bare: &str) -> Result<Setting<T>, E> {
        Self::bare(bare)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Setting<T>, A::Error> {
        let (mut value, mut range, mut src) = (None, None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "value" => value = Some(map.next_value()?),
                "range" => range = map.next_value()?,
                "src" => src = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let value = value.ok_or_else(|| A::Error::missing_field("value"))?;
        Ok(Setting { value, range, src })
    }
}

#[cfg(test)]
#[path = "setting_tests.rs"]
mod tests;
