//! The waits stay within their bounds and grow.

use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn stays_within_its_bounds(failures: u32, chance: f64) {
        let wait = wait(failures, chance);
        prop_assert!((FLOOR..=CAP).contains(&wait));
    }

    #[test]
    fn never_waits_less_after_more_failures(failures in 0_u32..100, chance in 0.0..1.0) {
        prop_assert!(wait(failures, chance) <= wait(failures + 1, chance));
    }

    #[test]
    fn uses_the_whole_range(failures in 1_u32..100) {
        let ceiling = wait(failures, 1.0);
        prop_assert_eq!(wait(failures, 0.0), FLOOR);
        prop_assert_eq!(wait(failures, 0.5), ceiling / 2);
    }
}

#[test]
fn doubles_up_to_a_quarter_of_an_hour() {
    let ceilings: Vec<_> = (1..=11).map(|failures| wait(failures, 1.0).as_secs()).collect();
    assert_eq!(ceilings, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
}

#[test]
fn no_wait_is_longer_than_the_store_believes() {
    assert_eq!(crate::store::LONGEST_WAIT.to_std().unwrap(), CAP);
}
