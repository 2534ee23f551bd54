//! Decimal numbers against the rule for whole numbers of millionths, which cannot go wrong.

use super::*;
use proptest::prelude::*;

const MILLION: i128 = 1_000_000;

/// A number with up to six places, and how many millionths it is.
fn number() -> impl Strategy<Value = (Decimal, i128)> {
    (-1_000_000_000_i128..1_000_000_000, 0_u32..=6)
        .prop_map(|(units, scale)| (Decimal { units, scale }, units * 10_i128.pow(6 - scale)))
}

fn millionths(number: Decimal) -> i128 {
    number.units * MILLION / 10_i128.pow(number.scale)
}

proptest! {
    #[test]
    fn compares_as_whole_numbers_do((one, units) in number(), (other, other_units) in number()) {
        prop_assert_eq!(one.cmp(&other), units.cmp(&other_units));
        prop_assert_eq!(one == other, units == other_units);
    }

    #[test]
    fn comes_back_as_written((number, _) in number()) {
        let back: Decimal = number.to_string().parse().unwrap();
        prop_assert_eq!((back.units, back.scale), (number.units, number.scale));
    }

    #[test]
    fn reckons_exactly((one, units) in number(), (other, other_units) in number()) {
        prop_assert_eq!(millionths(one.plus(other).unwrap()), units + other_units);
        prop_assert_eq!(millionths(one.minus(other).unwrap()), units - other_units);
        let product = one.times(other).unwrap();
        prop_assert_eq!(product.units * 10_i128.pow(12 - product.scale), units * other_units);
        prop_assert_eq!(one.goes(other).map(millionths), units.checked_div(other_units).map(|whole| whole * MILLION));
        prop_assert_eq!(one.rest(other).map(millionths), units.checked_rem(other_units));
        prop_assert_eq!(millionths(one.floor().unwrap()), units.div_euclid(MILLION) * MILLION);
        match one.over(other) {
            None => prop_assert_eq!(other_units, 0),
            // Off by half a last place at most, times what it is multiplied back with.
            Some(quotient) => {
                let back = quotient.times(other).unwrap().minus(one).unwrap();
                let most = Decimal { units: other.units.abs().max(1), scale: 12 };
                let off = if back.is_negative() { back.negative().unwrap() } else { back };
                prop_assert!(off <= most);
            }
        }
    }

    #[test]
    fn no_text_brings_it_down(text in "\\PC{0,20}|[-+0-9.eE]{0,60}") {
        if let Ok(number) = text.parse::<Decimal>() {
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }

    #[test]
    fn no_size_brings_it_down(units: i128, scale in 0_u32..=38, other_units: i128, other_scale in 0_u32..=38) {
        let (one, other) = (Decimal { units, scale }, Decimal { units: other_units, scale: other_scale });
        let _ = (one.plus(other), one.minus(other), one.times(other), one.over(other), one.goes(other));
        let _ = (one.rest(other), one.round(other_scale), one.floor(), one.negative(), one.cmp(&other));
    }
}

#[test]
fn rounds_halves_away_from_zero() {
    let round = |text: &str, places| text.parse::<Decimal>().unwrap().round(places).unwrap().to_string();
    assert_eq!(round("2.5", 0), "3");
    assert_eq!(round("-2.5", 0), "-3");
    assert_eq!(round("2.449", 1), "2.4");
    assert_eq!(round("1.10", 5), "1.10");
}
