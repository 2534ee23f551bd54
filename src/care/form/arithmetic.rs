//! Reckoning with decimal numbers: exact, or not at all.

use super::Decimal;

/// Digits after the point of a quotient that does not come out even.
const QUOTIENT_PLACES: u32 = 12;

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Self { units: whole.into(), scale: 0 }
    }
}

impl Decimal {
    /// Both numbers in units of the finer one's last digit.
    fn beside(self, other: Self) -> Option<(i128, i128, u32)> {
        let scale = self.scale.max(other.scale);
        let units = |number: Self| number.units.checked_mul(10_i128.checked_pow(scale - number.scale)?);
        Some((units(self)?, units(other)?, scale))
    }

    /// The sum; none if it has more digits than can be kept.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let (one, two, scale) = self.beside(other)?;
        Some(Self { units: one.checked_add(two)?, scale })
    }

    /// The difference; none if it has more digits than can be kept.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        let (one, two, scale) = self.beside(other)?;
        Some(Self { units: one.checked_sub(two)?, scale })
    }

    /// The product; none if it has more digits than can be kept.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let ((one, places), (two, other_places)) = (self.bare(), other.bare());
        let scale = places + other_places;
        let units = one.checked_mul(two)?;
        (scale <= super::decimal::MOST_PLACES).then_some(Self { units, scale })
    }

    /// The quotient to twelve places, rounded; none for a division by zero, or with too many digits.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        let ((one, places), (two, other_places)) = (self.bare(), other.bare());
        let one = one.checked_mul(10_i128.checked_pow(QUOTIENT_PLACES + other_places)?)?;
        let two = two.checked_mul(10_i128.checked_pow(places)?)?;
        let (units, scale) = Self { units: rounded(one, two)?, scale: QUOTIENT_PLACES }.bare();
        Some(Self { units, scale })
    }

    /// How often the other number goes into this one, without the rest, as a whole number.
    #[must_use]
    pub fn goes(self, other: Self) -> Option<Self> {
        let (one, two, _) = self.beside(other)?;
        Some(Self { units: one.checked_div(two)?, scale: 0 })
    }

    /// What the other number leaves of this one, with this one's sign.
    #[must_use]
    pub fn rest(self, other: Self) -> Option<Self> {
        let (one, two, scale) = self.beside(other)?;
        Some(Self { units: one.checked_rem(two)?, scale })
    }

    /// Rounded to so many places, halves away from zero.
    #[must_use]
    pub fn round(self, places: u32) -> Option<Self> {
        if places >= self.scale {
            return Some(self);
        }
        let step = 10_i128.checked_pow(self.scale - places)?;
        Some(Self { units: rounded(self.units, step)?, scale: places })
    }

    /// The greatest whole number that is not greater.
    #[must_use]
    pub fn floor(self) -> Option<Self> {
        let step = 10_i128.checked_pow(self.scale)?;
        Some(Self { units: self.units.div_euclid(step), scale: 0 })
    }

    /// The same number with the other sign.
    #[must_use]
    pub fn negative(self) -> Option<Self> {
        Some(Self { units: self.units.checked_neg()?, scale: self.scale })
    }

    /// Whether it is less than zero.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.units < 0
    }
}

/// A quotient of whole numbers, halves away from zero.
fn rounded(one: i128, two: i128) -> Option<i128> {
    let (quotient, rest) = (one.checked_div(two)?, one.checked_rem(two)?);
    let half = rest.unsigned_abs() >= two.unsigned_abs() - rest.unsigned_abs();
    let away = if (one < 0) == (two < 0) { 1 } else { -1 };
    if half { quotient.checked_add(away) } else { Some(quotient) }
}
