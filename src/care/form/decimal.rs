//! A decimal number that keeps its digits: 1.10 stays 1.10, and is as much as 1.1.

use std::{cmp::Ordering, fmt, str::FromStr};

/// `units` times ten to the power of minus `scale`.
#[derive(Clone, Copy)]
pub struct Decimal {
    pub(super) units: i128,
    pub(super) scale: u32,
}

/// The text is no decimal number, or has more digits than can be kept exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number that can be kept exactly")]
pub struct BadDecimal;

impl FromStr for Decimal {
    type Err = BadDecimal;

    /// Reads digits with an optional sign, point and exponent, as JSON writes numbers.
    fn from_str(text: &str) -> Result<Self, BadDecimal> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().map_err(|_| BadDecimal)?),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let bare = whole.strip_prefix(['-', '+']).unwrap_or(whole);
        let fraction = match fraction {
            Some("") => return Err(BadDecimal),
            Some(fraction) => fraction,
            None => "",
        };
        if bare.is_empty() || !bare.chars().chain(fraction.chars()).all(|c| c.is_ascii_digit()) {
            return Err(BadDecimal);
        }
        let units: i128 = format!("{whole}{fraction}").parse().map_err(|_| BadDecimal)?;
        let places = i32::try_from(fraction.len()).map_err(|_| BadDecimal)?;
        let scale = places.checked_sub(exponent).ok_or(BadDecimal)?;
        match u32::try_from(scale) {
            Ok(scale) if scale <= MOST_PLACES => Ok(Self { units, scale }),
            Ok(_) => Err(BadDecimal),
            Err(_) => {
                let factor = 10_i128.checked_pow(scale.unsigned_abs()).ok_or(BadDecimal)?;
                Ok(Self { units: units.checked_mul(factor).ok_or(BadDecimal)?, scale: 0 })
            }
        }
    }
}

/// More places than any measured or reckoned number of a form has.
pub(super) const MOST_PLACES: u32 = 38;

impl From<i32> for Decimal {
    fn from(whole: i32) -> Self {
        Self { units: whole.into(), scale: 0 }
    }
}

impl Decimal {
    /// How many digits stand after the point.
    #[must_use]
    pub const fn places(&self) -> u32 {
        self.scale
    }

    /// The number without the zeros at its end that change nothing.
    pub(super) fn bare(self) -> (i128, u32) {
        let (mut units, mut scale) = (self.units, self.scale);
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        (units, scale)
    }

    /// The whole number it is, if it is one.
    #[must_use]
    pub fn whole(&self) -> Option<i128> {
        let (units, scale) = self.bare();
        (scale == 0).then_some(units)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let places = usize::try_from(self.scale).unwrap_or(usize::MAX);
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = places.saturating_add(1));
        match digits.split_at_checked(digits.len().saturating_sub(places)) {
            Some((whole, fraction)) if !fraction.is_empty() => write!(f, "{sign}{whole}.{fraction}"),
            _ => write!(f, "{sign}{digits}"),
        }
    }
}

impl fmt::Debug for Decimal {
    /// Leaves the number out: it may be an answer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Decimal(..)")
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.bare() == other.bare()
    }
}

impl Eq for Decimal {}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.bare().hash(state);
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.bare(), other.bare());
        // The whole parts decide, unless they are the same: then the fractions fit beside each other.
        let parts = |(units, scale): (i128, u32)| {
            let one = 10_i128.checked_pow(scale).unwrap_or(i128::MAX);
            (units.div_euclid(one), units.rem_euclid(one), scale)
        };
        let ((whole, rest, places), (other_whole, other_rest, other_places)) = (parts(one), parts(two));
        whole.cmp(&other_whole).then_with(|| {
            let digits = |rest: i128, places: u32| {
                let width = usize::try_from(places).unwrap_or(usize::MAX);
                if width == 0 { String::new() } else { format!("{rest:0>width$}") }
            };
            digits(rest, places).cmp(&digits(other_rest, other_places))
        })
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
#[path = "decimal_tests.rs"]
mod tests;
